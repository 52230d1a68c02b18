namespace RelationshipKit.Books;

/// <summary>Some touchpoints of a person as they lie in memory: two runs, each in order of time.</summary>
internal readonly ref struct Touches(ReadOnlySpan<Touchpoint> frozen, ReadOnlySpan<Touchpoint> recent)
{
    public ReadOnlySpan<Touchpoint> Frozen { get; } = frozen;

    public ReadOnlySpan<Touchpoint> Recent { get; } = recent;

    public bool IsEmpty => Frozen.IsEmpty && Recent.IsEmpty;
}
