namespace RelationshipKit.Interchange.Sources;

/// <summary>A name in its parts, as address books keep it; a part that is not there is empty.</summary>
internal sealed record NameParts(string Family, string Given, string Additional = "", string Prefix = "", string Suffix = "")
{
    /// <summary>Gets a value indicating whether all parts are empty.</summary>
    public bool IsEmpty => Family.Length + Given.Length + Additional.Length + Prefix.Length + Suffix.Length == 0;

    /// <summary>Returns the parts in the order in which a name is written in most of Europe.</summary>
    public string Full =>
        Prefix.Length + Additional.Length + Suffix.Length == 0 && Given.Length > 0 && Family.Length > 0 ? $"{Given} {Family}"
        : string.Join(' ', new[] { Prefix, Given, Additional, Family, Suffix }.Where(part => part.Length > 0));

    /// <summary>Returns nothing of the name.</summary>
    public override string ToString() => "a structured name";
}
