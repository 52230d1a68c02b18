using System.Text.Json;
using NodaTime;
using RelationshipKit.Interchange;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class ScoreCommandTests : IDisposable
{
    private static readonly string[] Fields =
    [
        "contact", "strength", "expectedContacts", "evidence", "contactDays", "touchpoints", "outgoing", "incoming", "firstTouch",
        "lastTouch",
        "usualGapDays", "silentDays", "silencePercentile", "balance", "balanceLow", "balanceHigh", "momentum",
        "contactWithin30Days",
    ];

    private readonly Sample sample = new();

    [Fact]
    public void Json_Fields_AreTheContract()
    {
        var document = Json("--input", sample.WriteCsv());

        Assert.Equal(["owner", "asOf", "zone", "ties"], document.EnumerateObject().Select(field => field.Name));
        Assert.All(Ties(document), tie => Assert.Equal(Fields, tie.EnumerateObject().Select(field => field.Name)));
        Assert.Equal("owner", document.GetProperty("owner").GetString());
        Assert.Equal("2026-03-01T10:00:00Z", document.GetProperty("asOf").GetString());
        Assert.Equal("UTC", document.GetProperty("zone").GetString());
    }

    [Fact]
    public void Json_Ties_AreSortedByLambdaThenContactAndIncludeAttempts() =>
        Assert.Equal(["ada", "bob", "cy", "dee"], Contacts(Json("--input", sample.WriteCsv())));

    [Fact]
    public void Json_EqualLambdas_AreSortedByContactOrdinally() =>
        Assert.Equal(
            ["10", "9", "B", "a"], Contacts(Json("--input", sample.Write("e.txt", "5 a 0\n5 9 0\n5 10 0\n5 B 0\n"), "--owner", "5")));

    [Fact]
    public void Json_TieWithContact_HasItsNumbers()
    {
        var ada = Ties(Json("--input", sample.WriteCsv())).First();

        Assert.Equal("Fair", ada.GetProperty("evidence").GetString());
        Assert.Equal(3, ada.GetProperty("contactDays").GetInt32());
        Assert.Equal(3, ada.GetProperty("touchpoints").GetInt32());
        Assert.Equal(2, ada.GetProperty("outgoing").GetInt32());
        Assert.Equal(2, ada.GetProperty("incoming").GetInt32());
        Assert.Equal("2026-01-05T10:00:00Z", ada.GetProperty("firstTouch").GetString());
        Assert.Equal("2026-02-20T10:12:30Z", ada.GetProperty("lastTouch").GetString());
        
        // The last touch lasted twelve and a half minutes; silence counts from its end.
        Assert.Equal(
            Math.Sqrt((27 - (90.0 / 1440) + (0.25 / 86_400)) * (19 - (0.25 / 86_400))), ada.GetProperty("usualGapDays").GetDouble(), 1e-9);
        Assert.Equal(9.0 - (12.5 / 1440), ada.GetProperty("silentDays").GetDouble(), 1e-9);
        var (strength, lambda) = (ada.GetProperty("strength").GetDouble(), ada.GetProperty("expectedContacts").GetDouble());
        Assert.Equal(1 - Math.Exp(-lambda), strength, 1e-12);
        Assert.All(
            (string[])["strength", "expectedContacts", "silencePercentile", "balance", "balanceLow", "balanceHigh", "momentum"],
            field => Assert.Equal(JsonValueKind.Number, ada.GetProperty(field).ValueKind));
    }

    [Fact]
    public void Json_TieWithoutContact_HasNullsAndNumbersWhereTheContractSaysSo()
    {
        var dee = Ties(Json("--input", sample.WriteCsv())).Last();

        Assert.Equal("None", dee.GetProperty("evidence").GetString());
        Assert.Equal(
            ["firstTouch", "lastTouch", "usualGapDays", "silentDays", "silencePercentile", "contactWithin30Days"],
            dee.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Null).Select(field => field.Name));
        Assert.Equal("0", dee.GetProperty("strength").GetRawText());
        Assert.Equal("0", dee.GetProperty("expectedContacts").GetRawText());
        Assert.Equal(JsonValueKind.Number, dee.GetProperty("balance").ValueKind);
    }

    [Fact]
    public void Json_SingleContactDay_HasNoUsualGap()
    {
        var bob = Ties(Json("--input", sample.WriteCsv())).ElementAt(1);

        Assert.Equal(JsonValueKind.Null, bob.GetProperty("usualGapDays").ValueKind);
        Assert.Equal(19.0 - (30.0 / 1440), bob.GetProperty("silentDays").GetDouble(), 1e-9);
    }

    [Fact]
    public void Json_FractionOfASecond_IsShown() =>
        Assert.Equal(
            "2026-02-01T10:00:00.25Z",
            Json("--input", sample.WriteCsv(), "--as-of", "2026-02-01T10:00:00.25Z").GetProperty("asOf").GetString());

    [Fact]
    public void Json_Top_CutsTheList() => Assert.Equal(["ada", "bob"], Contacts(Json("--input", sample.WriteCsv(), "--top", "2")));

    [Fact]
    public void Json_AsOf_LeavesOutWhoeverWasNotInTouchYet()
    {
        var document = Json("--input", sample.WriteCsv(), "--as-of", "2026-02-10T10:00:00Z");

        Assert.Equal(["bob", "ada"], Contacts(document));
        Assert.Equal(2, Ties(document).Last().GetProperty("contactDays").GetInt32());
    }

    [Fact]
    public void Json_AsOfADate_IsTheStartOfItInTheZone()
    {
        var document = Json("--input", sample.WriteCsv(), "--as-of", "2026-02-10", "--zone", "Europe/Berlin");

        Assert.Equal("2026-02-09T23:00:00Z", document.GetProperty("asOf").GetString());
        Assert.Equal("Europe/Berlin", document.GetProperty("zone").GetString());
    }

    [Fact]
    public void Json_EdgeList_LooksFromTheLastInstantOfAnyOwner()
    {
        var document = Json("--input", sample.WriteEdges(), "--owner", "5");

        Assert.Equal("1970-04-11T00:00:00Z", document.GetProperty("asOf").GetString());
        Assert.Equal(["7", "8", "9"], Contacts(document).Order());
        var seven = Ties(document).Single(tie => tie.GetProperty("contact").GetString() == "7");
        Assert.Equal(
            (12, 6, 6),
            (seven.GetProperty("contactDays")
                .GetInt32(), seven.GetProperty("outgoing")
                .GetInt32(), seven.GetProperty("incoming")
                .GetInt32()));
    }

    [Fact]
    public void Json_Channel_ChangesTheWeight()
    {
        var path = sample.WriteEdges();
        var asMessages = Ties(Json("--input", path, "--owner", "5")).First().GetProperty("expectedContacts").GetDouble();
        var asCalls = Ties(Json("--input", path, "--owner", "5", "--channel", "Voice")).First().GetProperty("expectedContacts").GetDouble();

        Assert.True(asCalls > asMessages);
    }

    [Fact]
    public void Json_Zone_ChangesTheDays()
    {
        // 23:30 and 00:30 UTC are two days there and one day in Lisbon's summer.
        var path = sample.Write(
            "zone.csv", "at,contact,channel,direction\n2026-07-01T22:30:00Z,ada,voice,in\n2026-07-01T23:30:00Z,ada,voice,in\n");

        Assert.Equal(1, Ties(Json("--input", path)).Single().GetProperty("contactDays").GetInt32());
        Assert.Equal(2, Ties(Json("--input", path, "--zone", "Europe/Lisbon")).Single().GetProperty("contactDays").GetInt32());
    }

    [Fact]
    public void Json_Seed_NamesItsOwnOwnerZoneAndInstantAndListsEverybody()
    {
        var (ada, bob, cy) = (ContactId.FromValue("ada"), ContactId.FromValue("bob"), ContactId.FromValue("cy"));
        var log = new TouchpointLog();
        log.Add(new Touchpoint(ada, Instant.FromUtc(2026, 3, 1, 9, 0), Channel.Voice, Direction.Mutual));
        log.Add(new Touchpoint(ContactId.FromValue("ada-old"), Instant.FromUtc(2026, 2, 1, 9, 0), Channel.Voice, Direction.Mutual));
        log.Add(new Touchpoint(cy, Instant.FromUtc(2026, 3, 3, 9, 0), Channel.Voice, Direction.Mutual));
        log.Add(new Touchpoint(ContactId.FromValue("unlisted"), Instant.FromUtc(2026, 3, 1, 9, 0), Channel.Voice, Direction.Mutual));
        var folder = Path.Combine(sample.Folder, "seed");
        NetworkFolder.Save(folder, new Network(
            "sam",
            DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            [new Contact(ada, "Ada") { Aliases = [ContactId.FromValue("ada-old")] }, new Contact(bob, "Bob"), new Contact(cy, "Cy")],
            log)
        {
            AsOf = Instant.FromUtc(2026, 3, 2, 9, 0),
        });

        foreach (var path in (string[])[folder, Path.Combine(folder, "network.json")])
        {
            var document = Json("--input", path);
            Assert.Equal(
                ("sam", "Europe/Berlin", "2026-03-02T09:00:00Z"),
                (document.GetProperty("owner")
                    .GetString(), document.GetProperty("zone")
                    .GetString(), document.GetProperty("asOf")
                    .GetString()));
            Assert.Equal(["ada", "unlisted", "bob", "cy"], Contacts(document));
            Assert.Equal(2, Ties(document).First().GetProperty("contactDays").GetInt32());
        }

        Assert.Equal("UTC", Json("--input", folder, "--zone", "UTC").GetProperty("zone").GetString());
        Assert.Equal(0, ConsoleRun.Of("explain", "--input", folder, "--contact", "ada-old").ExitCode);
    }

    [Fact]
    public void Json_Format_OverridesTheName()
    {
        var path = sample.Write("data.txt", Sample.Csv);

        Assert.Equal(4, Contacts(Json("--input", path, "--format", "CSV")).Count());
        Assert.Equal(2, ConsoleRun.Of("score", "--input", path, "--owner", "ada").ExitCode);
    }

    [Fact]
    public void Table_Plain_FitsEightyColumnsWithoutEscapesAndOnlyAscii()
    {
        var run = ConsoleRun.Of("score", "--input", sample.WriteCsv());

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
        Assert.All(run.Output, c => Assert.True(c is '\n' or '\r' or (>= ' ' and <= '~')));
        Assert.Contains("Ada [x]", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.StartsWith("Cy ", StringComparison.Ordinal) && line.Split("unknown").Length == 5);
    }

    [Fact]
    public void Table_Rows_StayOnOneLineEach()
    {
        var path = sample.Write(
            "long.csv",
            $"at,contact,channel,direction,name\n2026-02-20T10:00:00Z,a,voice,in,{new string('x', 200)}\n2026-02-20T10:00:00Z,b,voice,in,日本語の長い名前ですよね日本語\n1026-02-20T10:00:00Z,c,voice,in,\n2026-02-20T10:00:00Z,c,voice,in,\n");
        var run = ConsoleRun.Of("score", "--input", path);

        Assert.Equal(3, run.Lines.Count(line => line.Contains('#', StringComparison.Ordinal)));
        Assert.Contains("xx..", run.Output, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Table_Styled_UsesColoursAndBlocks()
    {
        var run = ConsoleRun.On(styled: true, 100, "score", "--input", sample.WriteCsv());

        Assert.Contains("\u001b[", run.Output, StringComparison.Ordinal);
        Assert.Contains('\u2588', run.Output);
    }

    [Fact]
    public void Table_TopAndNobody_SaySo()
    {
        Assert.Contains(
            "4 ties of owner as of 2026-03-01T10:00:00Z (UTC), the strongest 1",
            ConsoleRun.Of("score", "--input", sample.WriteCsv(), "--top", "1").Output, StringComparison.Ordinal);
        Assert.Contains(
            "Nobody", ConsoleRun.Of("score", "--input", sample.WriteCsv(), "--as-of", "2020-01-01").Output, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private static JsonElement Json(params string[] args)
    {
        var run = ConsoleRun.Of(["score", .. args, "--json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static JsonElement.ArrayEnumerator Ties(JsonElement document) => document.GetProperty("ties").EnumerateArray();

    private static IEnumerable<string> Contacts(JsonElement document) =>
        Ties(document).Select(tie => tie.GetProperty("contact").GetString()!);
}
