namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>A fact that asks Python 3, and says so where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = Oracle.Python is null ? "Python 3 is not installed." : null;
}
