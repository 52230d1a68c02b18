namespace RelationshipKit.Interchange.Sources;

/// <summary>A property that the kit has no place for, kept as it was read so that it can be written back.</summary>
/// <param name="Name">The name of the property or column.</param>
/// <param name="Parameters">The parameters as they stand between name and value; empty if there are none.</param>
/// <param name="Value">The value, decoded but not unescaped.</param>
/// <param name="Group">The group in front of the name; empty if there is none.</param>
internal sealed record SourceProperty(string Name, string Parameters, string Value, string Group = "")
{
    /// <summary>Returns the name, without the value.</summary>
    public override string ToString() => Name;
}
