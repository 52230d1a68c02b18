namespace RelationshipKit.Charts.Tests;

/// <summary>A theory that needs Chromium, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Initializes a new instance of the <see cref="BrowserTheoryAttribute"/> class.</summary>
    public BrowserTheoryAttribute()
    {
        if (Browser.Program is null)
        {
            Skip = "Chromium is not installed (Debian: apt-get install chromium).";
        }
    }
}
