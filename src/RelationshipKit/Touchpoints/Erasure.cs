using System.Collections.Immutable;
using System.Globalization;

namespace RelationshipKit.Touchpoints;

/// <summary>What erasing a contact removed from a log.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class Erasure
{
    internal Erasure(int removed, ImmutableArray<Touchpoint> rewritten, int pastVersions)
    {
        Removed = removed;
        Rewritten = rewritten;
        PastVersions = pastVersions;
    }

    /// <summary>
    /// Gets how many touchpoints were removed: those the contact shared with no other, and the few that without the contact have the
    /// identity of another touchpoint, held or retracted.
    /// </summary>
    public int Removed { get; }

    /// <summary>
    /// Gets the touchpoints the contact shared with others, as they now stand: without the contact, with one more among
    /// <see cref="Touchpoint.OthersPresent"/> (up to its limit), so that they weigh what they did. Their notes are for the host to look
    /// through.
    /// </summary>
    public ImmutableArray<Touchpoint> Rewritten { get; }

    /// <summary>Gets how many past versions, corrected or retracted, were removed.</summary>
    public int PastVersions { get; }

    /// <summary>Returns the counts.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Removed} removed, {Rewritten.Length} rewritten, {PastVersions} past versions");
}
