using System.Globalization;
using System.Text.Json;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Serialization;

/// <summary>Saves fitted hazards as JSON and loads them again, without loss.</summary>
/// <remarks>
/// <para>
/// A document is <c>{"format": "relationshipkit/hazard", "version": 1, "isCalibrated": ..., "gaps": ..., "level": ..., "rates": [...]}</c>
/// with six rows of fifteen rates, and <c>"startError"</c> where the error to expect of the start is not that of
/// <see cref="RhythmHazard.Default"/>. What is loaded forecasts to the same bits.
/// </para>
/// <para>Loading rejects another format or version, unknown and repeated members, rates that are not above 0 or rise along a row, a level
/// that is not above 0, and an error that is not from 0 to 1.</para>
/// </remarks>
public static class RhythmHazardJson
{
    private const string Format = "relationshipkit/hazard";

    private const int Version = 1;

    /// <summary>Writes a hazard to a stream, which is left open.</summary>
    /// <param name="stream">A stream that can be written.</param>
    /// <param name="hazard">The hazard.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Save(Stream stream, RhythmHazard hazard)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(hazard);
        var document = new HazardDocument
        {
            Format = Format,
            Version = Version,
            IsCalibrated = hazard.IsCalibrated,
            Gaps = hazard.Gaps,
            Level = hazard.Level,
            StartError = hazard.StartError == RhythmHazard.UnknownStartError ? null : hazard.StartError,
            Rates = [.. hazard.Rates.Chunk(RhythmHazard.Edges.Length)],
        };
        JsonSerializer.Serialize(stream, document, DocumentsJsonContext.Default.HazardDocument);
    }

    /// <summary>Reads a hazard from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <returns>The hazard.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">
    /// The document is not JSON or breaks a rule above; message and path say which rule and where.
    /// </exception>
    public static RhythmHazard Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var document = JsonSerializer.Deserialize(
            JsonDocumentHead.Read(stream, Format, Version).Span,
            DocumentsJsonContext.Default.HazardDocument)!; // the head has made sure that there is an object
        if (document.Gaps < 0)
        {
            throw Error($"The number of gaps is {document.Gaps}; it must not be negative.", "$.gaps");
        }

        if (!(document.Level > 0 && document.Level < double.PositiveInfinity))
        {
            throw Error($"The level is {document.Level}; it must be above 0.", "$.level");
        }

        var startError = document.StartError ?? RhythmHazard.UnknownStartError;
        if (!(startError is >= 0 and <= 1))
        {
            throw Error($"The error of the start is {startError}; it must be from 0 to 1.", "$.startError");
        }

        return new RhythmHazard(RatesOf(document.Rates), document.Level, document.Gaps, document.IsCalibrated, startError);
    }

    private static double[] RatesOf(IReadOnlyList<IReadOnlyList<double>?> rows)
    {
        var bins = RhythmHazard.Edges.Length;
        if (rows.Count != RhythmHazard.Strata.Length)
        {
            throw Error($"There are {rows.Count} rows; there must be {RhythmHazard.Strata.Length}.", "$.rates");
        }

        List<double> rates = [];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not { } row || row.Count != bins)
            {
                throw Error($"The row has {rows[i]?.Count ?? 0} rates; it must have {bins}.", $"$.rates[{i}]");
            }

            for (var j = 0; j < bins; j++)
            {
                if (!(row[j] > 0 && row[j] <= (j == 0 ? double.MaxValue : row[j - 1])))
                {
                    throw Error($"The rate is {row[j]}; it must be above 0 and not above the one before.", $"$.rates[{i}][{j}]");
                }
            }

            rates.AddRange(row);
        }

        return [.. rates];
    }

    private static JsonException Error(FormattableString message, string path) =>
        JsonDocumentHead.Error(message.ToString(CultureInfo.InvariantCulture), path);
}
