namespace RelationshipKit.Cadences;

/// <summary>What policies return besides the interval: the dates they want kept, and what they overrode.</summary>
internal sealed class Aside(bool wantsOverridden)
{
    /// <summary>Gets what was asked for and lost; null if nobody wants to know.</summary>
    public List<Wanted>? Overridden { get; } = wantsOverridden ? [] : null;

    public List<Wanted> Dates { get; } = [];
}
