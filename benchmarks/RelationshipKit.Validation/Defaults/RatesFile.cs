using System.Globalization;
using System.Text;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Validation.Defaults;

/// <summary>Reads rates that <c>fit-default</c> wrote.</summary>
internal static class RatesFile
{
    /// <summary>Returns the text of rates under lines of remarks.</summary>
    public static string TextOf(ReadOnlySpan<double> rates, IEnumerable<string> remarks)
    {
        var text = new StringBuilder();
        foreach (var remark in remarks)
        {
            text.Append("# ").Append(remark).Append('\n');
        }

        foreach (var row in rates.ToArray().Chunk(RhythmGrid.Bins))
        {
            text.AppendJoin(' ', row.Select(rate => rate.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Returns the hazard of the rates.</summary>
    /// <exception cref="BadInputException">The file cannot be read, or does not hold a positive number for each cell.</exception>
    public static RhythmHazard Read(string path)
    {
        double[] rates;
        try
        {
            rates = DefaultRates.Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            throw new BadInputException(
                $"--hazard: {path} will not do; it must hold {RhythmGrid.Strata} lines of {RhythmGrid.Bins} rates, as fit-default "
                    + "writes them.",
                e);
        }

        return Array.TrueForAll(rates, rate => rate > 0 && double.IsFinite(rate))
            ? new RhythmHazard(rates, level: 1, gaps: 0, isCalibrated: false)
            : throw new BadInputException($"--hazard: {path} will not do; every rate must be more than 0 and finite.");
    }
}
