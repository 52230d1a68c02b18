using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Interchange;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly Sample sample = new();

    [Theory]
    [InlineData("--input", "score", "--input", "no/such/file")]
    [InlineData("--input", "score")]
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
    [InlineData("'nobody' is unknown", "explain", "--input", "CSV", "--contact", "nobody")]
    [InlineData("--contact", "explain", "--input", "CSV")]
    [InlineData("--bogus", "score", "--input", "CSV", "--bogus")]
    [InlineData("bogus", "bogus")]
    [InlineData("line 3, field UNIXSECONDS", "score", "--input", "BADEDGES", "--owner", "5")]
    [InlineData("line 2, field channel", "score", "--input", "BADCSV")]
    [InlineData("network.json", "score", "--input", "FOLDER")]
    [InlineData("network.json, line 2", "score", "--input", "BADSEED")]
    [InlineData("'55' is unknown", "score", "--input", "SEED", "--owner", "55")]
    [InlineData("--channel", "score", "--input", "SEED", "--channel", "voice")]
    [InlineData("'pigeon'", "score", "--input", "PIGEON")]
    public void Run_BadInput_SaysOneLineOnTheErrorStreamAndNothingElse(string named, params string[] args)
    {
        foreach (var json in (bool[])[false, true])
        {
            var run = ConsoleRun.Of([.. args.Select(FileOf), .. json && args is ["score" or "explain", _, _, ..] ? (string[])["--json"] : []]);

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

        Assert.StartsWith($"{path}, line 2, field channel: unknown channel 'pigeon'", ConsoleRun.Of("score", "--input", path).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("score", "--help")]
    [InlineData("explain", "-h")]
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
        "PIGEON" => SeedOf(Channel.FromName("pigeon")),
        _ => arg,
    };

    private string SeedOf(Channel channel)
    {
        var log = new TouchpointLog();
        log.Add(new Touchpoint(ContactId.FromValue("ada"), Instant.FromUtc(2026, 3, 2, 9, 0), channel, Direction.Mutual));
        var path = Path.Combine(sample.Folder, channel.Name);
        NetworkFolder.Save(path, new Network("sam", DateTimeZone.Utc, [], log));
        return path;
    }
}
