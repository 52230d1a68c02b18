using System.Globalization;

namespace RelationshipKit.Forecasts;

/// <summary>The gaps between contacts that many ties have behind them, summed into one small table: what a hazard is fitted to.</summary>
/// <remarks>
/// <para>
/// Each gap is scaled by its tie's usual gap as known before it, and counted where it ended, by how many contact-days the tie had. The
/// table names nobody and no date; it always has 90 cells, however many ties it counts.
/// </para>
/// <para>
/// Histories add: <see cref="Plus"/> is exactly commutative and associative, and adding the histories of two disjoint sets of ties is the
/// history of all of them, to the bit. So owners can share their histories, and a stored one can grow. Silences that still last are left
/// out: they depend on the instant, and are added when a hazard is fitted.
/// </para>
/// <para>Equality is that of all sums. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class RhythmHistory : IEquatable<RhythmHistory>
{
    internal RhythmHistory(RhythmSums sums) => Sums = sums;

    /// <summary>Gets the history without a gap.</summary>
    public static RhythmHistory Empty { get; } = new(new RhythmSums());

    /// <summary>Gets the number of gaps.</summary>
    public long Gaps => Sums.Gaps;

    // Never changed once a history holds it.
    internal RhythmSums Sums { get; }

    /// <summary>Returns the gaps of two histories that share none.</summary>
    /// <param name="other">The other history.</param>
    /// <returns>The history of all gaps.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    public RhythmHistory Plus(RhythmHistory other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sums = new RhythmSums(Sums);
        sums.Add(other.Sums);
        return new RhythmHistory(sums);
    }

    /// <inheritdoc/>
    public bool Equals(RhythmHistory? other) => other is not null && Sums.SameAs(other.Sums);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RhythmHistory);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var time in Sums.Times)
        {
            hash.Add(time);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the number of gaps in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Gaps} gaps");
}
