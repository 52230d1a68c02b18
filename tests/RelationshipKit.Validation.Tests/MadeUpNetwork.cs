using System.Globalization;
using System.Text;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Tests;

/// <summary>
/// Forty people over 300 days, made up with a fixed seed: each pair has a pace of its own, from daily to never, and some fall silent for
/// good. Enough of a network for every model to have something to learn, small enough to run in a test.
/// </summary>
internal static class MadeUpNetwork
{
    public const int People = 40;

    public const int Days = 300;

    public static EdgeNetwork Read()
    {
        using var folder = new TemporaryFolder();
        return EdgeListFile.Read(folder.Write("made-up.txt", Text()));
    }

    public static string Text()
    {
        var random = new SeededRandom(2025, 0);
        var rows = new StringBuilder();
        for (var a = 0; a < People; a++)
        {
            for (var b = a + 1; b < People; b++)
            {
                if (random.Next(3) > 0)
                {
                    continue;
                }

                var pace = 2 + random.Next(60);
                var end = random.Next(2) == 0 ? Days : random.Next(Days);
                for (var day = (double)random.Next(Days); day < end; day += pace * (1 + random.Next(199)) / 100.0)
                {
                    var second = 1_000_000_000 + (long)(day * EdgeNetwork.SecondsPerDay);
                    rows.Append(CultureInfo.InvariantCulture, $"{(random.Next(2) == 0 ? $"p{a} p{b}" : $"p{b} p{a}")} {second}\n");
                    if (random.Next(5) == 0)
                    {
                        // An answer an hour later, often on the same day.
                        rows.Append(CultureInfo.InvariantCulture, $"p{a} p{b} {second + 3_600}\n");
                    }
                }
            }
        }

        return rows.ToString();
    }
}
