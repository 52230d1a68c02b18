using System.Globalization;

namespace RelationshipKit.Forecasts;

/// <summary>Reads the rates the kit ships with.</summary>
internal static class DefaultRates
{
    /// <summary>
    /// The embedded text of all kinds of logs together: a line for each stratum, a number for each bin; lines that begin with # are
    /// remarks.
    /// </summary>
    public const string ResourceName = "RelationshipKit.Forecasts.default-hazard.txt";

    /// <summary>The same of mail and phone logs.</summary>
    public const string MailResourceName = "RelationshipKit.Forecasts.mail-hazard.txt";

    public static string Text(string resourceName)
    {
        using var reader = new StreamReader(typeof(DefaultRates).Assembly.GetManifestResourceStream(resourceName)!);
        return reader.ReadToEnd();
    }

    public static double[] Read(string resourceName) => Parse(Text(resourceName));

    public static double[] Parse(string text)
    {
        double[] rates =
        [
            .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#'))
                .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
        ];
        return rates.Length == RhythmGrid.Cells
            ? rates
            : throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"There are {rates.Length} rates; there must be {RhythmGrid.Cells}."));
    }
}
