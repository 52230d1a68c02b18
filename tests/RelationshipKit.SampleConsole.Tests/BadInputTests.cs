using Microsoft.Data.Sqlite;
using NodaTime;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly Sample sample = new();

    // What SQLite itself says may quote what was being saved.
    [Theory]
    [InlineData(5, "another program is writing to it; try again")]
    [InlineData(13, "the disk is full")]
    [InlineData(26, "it is another kind of file")]
    [InlineData(19, "the database said error 19")]
    public void TroubleWithTheFile_IsSaidInWords(int code, string text) =>
        Assert.Equal(text, BookTrouble.Of(new SqliteException("Ada Lovelace", code)));

    [Theory]
    [InlineData("--input", "score", "--input", "no/such/file")]
    [InlineData("--input", "score", "--input")]
    [InlineData("--owner", "score", "--input", "EDGES")]
    [InlineData("'55' is unknown", "score", "--input", "EDGES", "--owner", "55")]
    [InlineData("--owner", "score", "--input", "EDGES", "--owner", " ")]
    [InlineData("--channel", "score", "--input", "EDGES", "--owner", "5", "--channel", "pigeon")]
    [InlineData("--channel", "score", "--input", "CSV", "--channel", "voice")]
    [InlineData("--format", "score", "--input", "EDGES", "--owner", "5", "--format", "xml")]
    [InlineData("--format", "score", "--input", "EDGES", "--owner", "5", "--format", "1")]
    [InlineData("--zone", "score", "--input", "EDGES", "--owner", "5", "--zone", "Mars/Olympus")]
    [InlineData("--as-of", "score", "--input", "EDGES", "--owner", "5", "--as-of", "soon")]
    [InlineData("--as-of", "score", "--input", "EDGES", "--owner", "5", "--as-of", "0001-01-01T00:00:00Z")]
    [InlineData("--as-of", "score", "--input", "HEADER")]
    [InlineData("--top", "score", "--input", "EDGES", "--owner", "5", "--top", "0")]
    [InlineData("--top", "score", "--input", "EDGES", "--owner", "5", "--top", "-1")]
    [InlineData("--top", "score", "--input", "EDGES", "--owner", "5", "--top", "1.5")]
    [InlineData("--top", "score", "--input", "EDGES", "--owner", "5", "--top", "99999999999")]
    [InlineData("--minutes", "plan", "--input", "CSV", "--minutes", "-1")]
    [InlineData("--minutes", "plan", "--input", "CSV", "--minutes", "10081")]
    [InlineData("--minutes", "plan", "--input", "CSV", "--minutes", "1.5")]
    [InlineData("--week", "plan", "--input", "CSV", "--week", "soon")]
    [InlineData("--week", "plan", "--input", "CSV", "--week", "2026-02-30")]
    [InlineData("is over on", "plan", "--input", "CSV", "--week", "2026-02-01")]
    [InlineData("'55' is unknown", "plan", "--input", "EDGES", "--owner", "55")]
    [InlineData("'nobody' is unknown", "explain", "--input", "CSV", "--contact", "nobody")]
    [InlineData("NAME", "explain", "--input", "CSV")]
    [InlineData("--bogus", "score", "--input", "CSV", "--bogus")]
    [InlineData("bogus", "bogus")]
    [InlineData("line 3, field UNIXSECONDS", "score", "--input", "BADEDGES", "--owner", "5")]
    [InlineData("line 2, field channel", "score", "--input", "BADCSV")]
    [InlineData("network.json", "score", "--input", "FOLDER")]
    [InlineData("network.json, line 2", "score", "--input", "BADSEED")]
    [InlineData("'55' is unknown", "score", "--input", "SEED", "--owner", "55")]
    [InlineData("--channel", "score", "--input", "SEED", "--channel", "voice")]
    [InlineData("'pigeon'", "score", "--input", "PIGEON")]
    [InlineData("--by: 'soon'", "due", "--by", "soon")]
    [InlineData("--by: '2026-02-30'", "due", "--by", "2026-02-30")]
    [InlineData("--by: '9999-12-31'", "due", "--by", "9999-12-31")]
    [InlineData("--weeks: '-1'", "simulate", "--weeks", "-1")]
    [InlineData("--weeks: '0'", "simulate", "--weeks", "0")]
    [InlineData("--weeks: '521'", "simulate", "--weeks", "521")]
    [InlineData("--seed: '-7'", "simulate", "--seed", "-7")]
    [InlineData("--per-week: 'many'", "simulate", "--per-week", "many")]
    [InlineData("--weeks: '52' leads past", "simulate", "--as-of", "9999-06-01")]
    [InlineData("--svg", "simulate", "--weeks", "1", "--svg", "no/such/folder/load.svg")]
    [InlineData("--zone: 'Mars/Olympus'", "due", "--zone", "Mars/Olympus")]
    [InlineData("field zone: unknown zone 'Mars/Olympus'", "due", "--input", "BADZONE")]
    [InlineData(
        "cadences.json, field $.policy.policies[1]: The policy of kind \"every\" breaks a rule: The period is P0D", "due", "--input",
        "ZEROPERIOD")]
    [InlineData(
        "cadences.json, field $.suspensions[0]: The entry breaks a rule: The suspension ends on 2026-03-01", "due", "--input", "BACKWARDS")]
    [InlineData("No cadence policy is named \"alumni\"", "due", "--input", "UNNAMED")]
    [InlineData("No cadence policy is named \"alumni\"", "simulate", "--input", "UNNAMED")]
    public void Run_BadInput_SaysOneLineOnTheErrorStreamAndNothingElse(string named, params string[] args)
    {
        foreach (var json in (bool[])[false, true])
        {
            var run = ConsoleRun.Of(
                [
                    .. args.Select(FileOf),
                    .. json && args is ["score" or "explain" or "due" or "simulate" or "plan", _, _, ..] ? (string[])["--json"] : []
                ]);

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(named, run.Error, StringComparison.Ordinal);
            Assert.EndsWith(Environment.NewLine, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', run.Error.TrimEnd('\r', '\n'));
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_BadRow_NamesTheFileAsItWasGiven()
    {
        var path = FileOf("BADCSV");

        Assert.StartsWith(
            $"{path}, line 2, field channel: unknown channel; it must be one of ", ConsoleRun.Of("score", "--input", path).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("score", "--help")]
    [InlineData("explain", "-h")]
    [InlineData("due", "--help")]
    [InlineData("lint", "--help")]
    [InlineData("simulate", "--help")]
    [InlineData("plan", "--help")]
    [InlineData("brief", "--help")]
    [InlineData("health", "--help")]
    [InlineData("introductions", "--help")]
    public void Run_Help_HasExamplesWithinEightyColumns(params string[] args)
    {
        var run = ConsoleRun.Of(args);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
    }

    public void Dispose() => sample.Dispose();

    private string FileOf(string arg) => arg switch
    {
        "EDGES" => sample.WriteEdges(),
        "CSV" => sample.WriteCsv(),
        "HEADER" => sample.Write("header.csv", "at,contact,channel,direction\n"),
        "BADEDGES" => sample.Write("bad.txt", "5 7 1\n\n5 7 soon\n"),
        "BADCSV" => sample.Write("bad.csv", "at,contact,channel,direction\n2026-01-01,ada,pigeon,in\n"),
        "FOLDER" => sample.Folder,
        "BADSEED" => sample.Write("network.json", "{\n \"format\": 1 }"),
        "SEED" => SeedOf(Channel.Voice),
        "BADZONE" => SeedWith("zone", null, "\"UTC\"", "\"Mars/Olympus\""),
        "ZEROPERIOD" => SeedWith("zero", """{"kind":"first","policies":[{"kind":"never"},{"kind":"every","period":"P0D"}]}"""),
        "BACKWARDS" =>
            SeedWith("backwards", """{"kind":"never"},"suspensions":[{"from":"2026-03-09","until":"2026-03-01","effect":"stopsClock"}]"""),
        "UNNAMED" => SeedWith("unnamed", """{"kind":"named","name":"alumni"}"""),
        "PIGEON" => SeedOf(Channel.FromName("pigeon")),
        _ => arg,
    };

    private string SeedWith(string name, string? policy, string of = "", string with = "")
    {
        var path = SeedOf(Channel.Voice, name);
        if (policy is not null)
        {
            File.WriteAllText(
                Path.Combine(path, "cadences.json"), $$"""{"format":"relationshipkit/cadences","version":1,"policy":{{policy}}}""");
        }

        var head = Path.Combine(path, "network.json");
        File.WriteAllText(
            head, of.Length == 0 ? File.ReadAllText(head) : File.ReadAllText(head).Replace(of, with, StringComparison.Ordinal));
        return path;
    }

    private string SeedOf(Channel channel, string? name = null)
    {
        var log = new TouchpointLog();
        log.Add(new Touchpoint(ContactId.FromValue("ada"), Instant.FromUtc(2026, 3, 2, 9, 0), channel, Direction.Mutual));
        var path = Path.Combine(sample.Folder, name ?? channel.Name);
        NetworkFolder.Save(path, new Network("sam", DateTimeZone.Utc, [], log));
        return path;
    }
}
