using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Testing.Generators;

/// <summary>Touchpoints with one contact in a zone, and an instant to look at them from.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class TieHistory
{
    /// <summary>Initializes a new instance of the <see cref="TieHistory"/> class.</summary>
    /// <param name="touchpoints">The touchpoints, in any order.</param>
    /// <param name="zone">The owner's zone.</param>
    /// <param name="asOf">The instant of the question.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="touchpoints"/> or <paramref name="zone"/> is <see langword="null"/>.
    /// </exception>
    public TieHistory(IEnumerable<Touchpoint> touchpoints, DateTimeZone zone, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(zone);
        Touchpoints = [.. touchpoints];
        Zone = zone;
        AsOf = asOf;
    }

    /// <summary>Gets the touchpoints, in any order; also those after <see cref="AsOf"/>, and attempts.</summary>
    public ImmutableArray<Touchpoint> Touchpoints { get; }

    /// <summary>Gets the owner's zone.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Gets the instant of the question.</summary>
    public Instant AsOf { get; }

    /// <summary>Gets a scorer with default settings in the zone.</summary>
    public RelationshipScorer Scorer => new(FoldSettings.Default, ScoreSettings.Default, Zone);

    /// <summary>Gets the touchpoints that count: those that were more than an attempt, up to the instant.</summary>
    public IEnumerable<Touchpoint> Counted => Touchpoints.Where(touchpoint => touchpoint.IsContact && touchpoint.At <= AsOf);

    /// <summary>Gets the score at the instant.</summary>
    public RelationshipScore Score => Scorer.ScoreAt(Touchpoints, AsOf);

    /// <summary>Returns the history with other touchpoints.</summary>
    /// <param name="touchpoints">The touchpoints.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoints"/> is <see langword="null"/>.</exception>
    public TieHistory With(IEnumerable<Touchpoint> touchpoints) => new(touchpoints, Zone, AsOf);

    /// <summary>Returns everything, the touchpoints in short.</summary>
    /// <returns>A text for people, not for round trips.</returns>
    public override string ToString() => $"{Touchpoints.Length} touchpoints in {Zone.Id} as of {AsOf}: {string.Join("; ", Touchpoints)}";
}
