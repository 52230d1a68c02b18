namespace RelationshipKit.SampleWeb.Tests;

/// <summary>A test that needs Chromium, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Initializes a new instance of the <see cref="BrowserFactAttribute"/> class.</summary>
    public BrowserFactAttribute()
    {
        if (Browser.Program is null)
        {
            Skip = "Chromium is not installed (Debian: apt-get install chromium).";
        }
    }
}
