using System.Globalization;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>Small files of a test's own, gone when the test is.</summary>
internal sealed class Sample : IDisposable
{
    public const string Csv =
        "at,contact,channel,direction,outcome,minutes,name\n"
        + "2026-01-05T10:00:00Z,ada,in-person,mutual,,90,Ada [x] Lovelace\n"
        + "2026-02-01T10:00:00.25Z,ada,message,in,answered,,\n"
        + "2026-02-20T10:00:00Z,ada,voice,out,,12.5,\n"
        + "2026-02-10T10:00:00Z,bob,video,mutual,,30,Bob\n"
        + "2026-02-25T10:00:00Z,cy,voice,out,attempted,,Cy\n"
        + "2026-03-01T10:00:00Z,dee,voice,out,attempted,,Dee\n";

    public Sample() => Folder = Directory.CreateTempSubdirectory("relationshipkit-").FullName;

    public string Folder { get; }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string WriteCsv() => Write("touchpoints.csv", Csv);

    /// <summary>
    /// Writes an edge list of owner 5: with 7 weekly both ways, with 8 only outgoing, with 9 once, and a later row of others.
    /// </summary>
    public string WriteEdges()
    {
        const long Day = 86_400;
        var rows = new List<string> { "# a comment", "1 2 8640000", "5 9 100" };
        for (var week = 0; week < 12; week++)
        {
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{(week % 2 == 0 ? "5 7" : "7 5")} {week * 7 * Day}"));
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"5 8 {(week * Day) + 500}"));
        }

        return Write("edges.txt", string.Join('\n', rows));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
