using System.Collections.Immutable;

namespace RelationshipKit.Validation.Lives;

/// <summary>How the <c>lives</c> command lives.</summary>
internal sealed record LivesSettings
{
    /// <summary>Gets the number of weeks of a life.</summary>
    public int Weeks { get; init; } = 8;

    /// <summary>Gets the minutes that a week has, one life for each.</summary>
    public ImmutableArray<int> Minutes { get; init; } = [30, 60, 90];

    /// <summary>Gets how often chance is drawn anew.</summary>
    public int Draws { get; init; } = 20;

    /// <summary>Gets the seed of all draws.</summary>
    public ulong Seed { get; init; } = 7;
}
