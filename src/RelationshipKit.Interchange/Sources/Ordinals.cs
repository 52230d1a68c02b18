using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using RelationshipKit.Interchange.Importing;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Makes keys of messages that have none: source, chat, second or minute, sender, and the how-manieth of these it is.</summary>
/// <remarks>
/// The text of a message is not used. The count is kept for the latest moment only, because messages come in order; files of another order
/// get keys by the order of the file.
/// </remarks>
internal sealed class Ordinals
{
    private readonly Dictionary<UInt128, int> counts = [];
    private readonly Dictionary<UInt128, int> rows = [];
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
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, ImportData.Digest(stem), out _);
        return string.Create(CultureInfo.InvariantCulture, $"{stem}|{count++}");
    }

    /// <summary>Returns the key of the next row of a table, in which rows that are equal in every column are one event.</summary>
    public string Key(string source, string chat, Instant at, string sender, string columns)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{source}|{chat}|{at.ToUnixTimeSeconds()}|{sender}");
        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, ImportData.Digest($"{stem}|{columns}"), out var isKnown);
        if (!isKnown)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, ImportData.Digest(stem), out _);
            ordinal = count++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{stem}|{ordinal}");
    }
}
