using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Makes keys of messages that have none: source, chat, second or minute, sender, and the how-manieth of these it is.</summary>
/// <remarks>
/// The text of a message is not used. The count is kept for the latest moment only, because messages come in order; files of another order
/// get keys by the order of the file.
/// </remarks>
internal sealed class Ordinals
{
    private readonly Dictionary<UInt128, int> counts = [];

    // Most rows are alone in their second: one look-up for each of them.
    private readonly Dictionary<UInt128, UInt128> firstRows = [];
    private readonly Dictionary<UInt128, int> laterRows = [];

    private Instant latest = Instant.MinValue;

    /// <summary>Returns the key of the next message.</summary>
    public string Key(string source, string chat, Instant at, string sender)
    {
        // An older moment again: a file out of order, in which every moment may come back.
        if (at > latest)
        {
            latest = at;
            if (counts.Count > 50_000)
            {
                counts.Clear();
            }
        }

        var stem = string.Create(CultureInfo.InvariantCulture, $"{source}|{chat}|{at.ToUnixTimeSeconds()}|{sender}");
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Fingerprint.Of(stem), out _);
        return string.Create(CultureInfo.InvariantCulture, $"{stem}|{count++}");
    }

    /// <summary>
    /// Returns the how-manieth of its stem the next row of a table is; rows that are equal in every column are one event.
    /// </summary>
    /// <param name="stem">What all rows of the same contacts, channel, direction and second have in common.</param>
    /// <param name="row">The stem with all other columns.</param>
    public int OfRow(UInt128 stem, UInt128 row)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstRows, stem, out var isKnown);
        if (!isKnown || first == row)
        {
            first = row;
            return 0;
        }

        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(laterRows, row, out isKnown);
        if (!isKnown)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, stem, out _);
            ordinal = ++count;
        }

        return ordinal;
    }
}
