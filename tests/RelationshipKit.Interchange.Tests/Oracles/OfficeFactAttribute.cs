namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>A fact that asks LibreOffice, and says so where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute() => Skip = Oracle.Office is null ? "LibreOffice is not installed." : null;
}
