namespace RelationshipKit.Interchange.Sources;

/// <summary>Somebody a person is related to, as the source names both.</summary>
/// <param name="Kind">What the other is to the person, as the source says it, such as <c>spouse</c>; empty if it does not say.</param>
/// <param name="Name">The name of the other; empty if there is only a key.</param>
/// <param name="Key">The key of the other within the source; <see langword="null"/> if there is only a name.</param>
internal sealed record SourceRelation(string Kind, string Name, string? Key = null)
{
    /// <summary>Returns nothing of either.</summary>
    public override string ToString() => "a relation";
}
