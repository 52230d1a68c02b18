namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>A fact that asks ical.js, and says so where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IcalJsFactAttribute : FactAttribute
{
    public IcalJsFactAttribute() => Skip = Oracle.Node is null ? "Node.js is not installed."
        : Oracle.IcalJs is null ? "RELATIONSHIPKIT_ICALJS names no folder with ical.js (npm install --prefix FOLDER ical.js@2.2.1)." : null;
}
