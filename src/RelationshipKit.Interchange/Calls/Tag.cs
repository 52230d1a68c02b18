namespace RelationshipKit.Interchange.Calls;

/// <summary>A start tag with the attributes that were asked for, or an end tag.</summary>
/// <param name="Name">The name; that of an end tag begins with a slash.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="IsComplete">Whether it ends before the file does.</param>
internal sealed record Tag(string Name, long Line, bool IsComplete)
{
    private readonly Dictionary<string, string> attributes = new(StringComparer.Ordinal);

    /// <summary>Returns the value of an attribute; empty if it is not there.</summary>
    public string this[string attribute] => attributes.GetValueOrDefault(attribute, "");

    public void Add(string attribute, string value) => attributes.TryAdd(attribute, value);

    /// <summary>Returns the name, without the attributes.</summary>
    public override string ToString() => Name;
}
