using System.Globalization;
using System.Text.Json;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Serialization;

/// <summary>Saves histories of gaps as JSON and loads them again, without loss, so that they can be stored, shared and added.</summary>
/// <remarks>
/// <para>
/// A document is <c>{"format": "relationshipkit/gaps", "version": 1, "ended": [...], "spent": [...]}</c>, each with six rows of fifteen
/// whole numbers in units of 2^-40. It names nobody and no date.
/// </para>
/// <para>Loading rejects another format or version, unknown and repeated members, other numbers of rows or columns, and numbers below
/// 0.</para>
/// </remarks>
public static class RhythmHistoryJson
{
    private const string Format = "relationshipkit/gaps";

    private const int Version = 1;

    // Far beyond any history, and far from what would overflow when histories are added.
    private static readonly Int128 Most = (Int128)1 << 110;

    /// <summary>Writes a history to a stream, which is left open.</summary>
    /// <param name="stream">A stream that can be written.</param>
    /// <param name="history">The history.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Save(Stream stream, RhythmHistory history)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(history);
        var document = new GapsDocument
        {
            Format = Format,
            Version = Version,
            Ended = RowsOf(history.Sums.Closed),
            Spent = RowsOf(history.Sums.Times),
        };
        JsonSerializer.Serialize(stream, document, DocumentsJsonContext.Default.GapsDocument);
    }

    /// <summary>Reads a history from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not JSON or breaks a rule above; message and path say which rule and where.
    /// </exception>
    public static RhythmHistory Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var document = JsonSerializer.Deserialize(
            JsonDocumentHead.Read(stream, Format, Version).Span,
            DocumentsJsonContext.Default.GapsDocument)!; // the head has made sure that there is an object
        return new RhythmHistory(new RhythmSums(CellsOf(document.Ended, "$.ended"), CellsOf(document.Spent, "$.spent")));
    }

    private static Int128[][] RowsOf(ReadOnlySpan<Int128> cells) => [.. cells.ToArray().Chunk(RhythmHazard.Edges.Length)];

    private static Int128[] CellsOf(IReadOnlyList<IReadOnlyList<Int128>?> rows, string path)
    {
        var bins = RhythmHazard.Edges.Length;
        if (rows.Count != RhythmHazard.Strata.Length)
        {
            throw Error($"There are {rows.Count} rows; there must be {RhythmHazard.Strata.Length}.", path);
        }

        List<Int128> cells = [];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not { } row || row.Count != bins)
            {
                throw Error($"The row has {rows[i]?.Count ?? 0} numbers; it must have {bins}.", $"{path}[{i}]");
            }

            for (var j = 0; j < bins; j++)
            {
                if (row[j] < 0 || row[j] > Most)
                {
                    throw Error($"The number is {row[j]}; it must be from 0 to 2^110.", $"{path}[{i}][{j}]");
                }
            }

            cells.AddRange(row);
        }

        return [.. cells];
    }

    private static JsonException Error(FormattableString message, string path) =>
        JsonDocumentHead.Error(message.ToString(CultureInfo.InvariantCulture), path);
}
