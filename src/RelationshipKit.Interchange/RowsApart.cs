using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange;

/// <summary>
/// Tells rows apart that have the same contacts, instant, channel and direction but differ in another column: the second and later ones get
/// a key.
/// </summary>
internal sealed class RowsApart
{
    private const string Source = "csv";

    private const int LongestText = 900;

    // The note by itself: the hash of a touchpoint leaves it out, and a chat has many notes of one minute.
    private readonly HashSet<(Touchpoint Row, string? Note)> seen = [];
    private readonly Dictionary<TouchpointKey, int> counts = [];

    /// <summary>Returns the touchpoint with a key of its own, or <see langword="null"/> if a row equal to it has one already.</summary>
    /// <param name="touchpoint">A touchpoint without an id, whose identity an unequal one has.</param>
    public Touchpoint? Apart(Touchpoint touchpoint)
    {
        if (!seen.Add((touchpoint, touchpoint.Note)))
        {
            return null;
        }

        var key = touchpoint.Key;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count++;
        var text = key.ToString();
        text = text.Length <= LongestText ? text : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return touchpoint with { Source = new SourceKey(Source, string.Create(CultureInfo.InvariantCulture, $"{text}/{count}")) };
    }
}
