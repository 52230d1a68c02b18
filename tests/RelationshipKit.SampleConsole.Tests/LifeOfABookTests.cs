using System.Text.Json;
using Npgsql;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>What a person does with a book after the first evening.</summary>
public sealed class LifeOfABookTests : IDisposable
{
    private readonly TestBook book = new TestBook().Begin("Ada Lovelace", "Bob");

    public void Dispose() => book.Dispose();

    [Fact]
    public void Correct_ChangesTheLastTouch_OrTheOneWithANumber()
    {
        book.Done("log", "ada", "call", "--on", "2026-01-10", "--note", "first");
        book.Done("log", "ada", "bob", "met", "--on", "2026-02-10", "--minutes", "90");
        Assert.Equal(
            "Corrected with Ada Lovelace: 2026-02-10 00:00 video, both, 45 min, with Bob.",
            book.Done("correct", "ada", "--channel", "video", "--minutes", "45").Said);
        Assert.Equal(
            "Corrected with Ada Lovelace: 2026-01-11 00:00 voice, both, not reached, \"first\".",
            book.Done("correct", "ada", "2", "--on", "2026-01-11", "--attempt").Said);
        Assert.Equal(
            ["   1  2026-02-10 00:00  video, both, 45 min, with Bob", "   2  2026-01-11 00:00  voice, both, not reached, \"first\""],
            book.Done("history", "ada").Lines.Skip(2));

        Assert.Contains("'3' is not there; Ada Lovelace has 2", book.Refused("correct", "ada", "3", "--attempt"), StringComparison.Ordinal);
        Assert.Contains("nothing to correct", book.Refused("correct", "ada", "2", "--attempt"), StringComparison.Ordinal);
        book.Done("correct", "ada", "2", "--reached");
        Assert.DoesNotContain("not reached", book.Done("history", "ada").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Retract_TakesATouchAway_AndUndoBringsItBack()
    {
        Assert.Contains("nothing is logged", book.Refused("retract", "ada"), StringComparison.Ordinal);
        book.Done("log", "ada", "call", "--on", "2026-01-10");
        book.Done("log", "ada", "mail", "--on", "2026-01-20");
        Assert.Equal("Taken back with Ada Lovelace: 2026-01-20 00:00 e-mail, from you.", book.Done("retract", "ada").Said);
        Assert.Single(Json("history", "ada", "--json").GetProperty("touchpoints").EnumerateArray());
        book.Done("undo");
        Assert.Equal(
            [1, 2],
            Json("history", "ada", "--json").GetProperty("touchpoints").EnumerateArray().Select(
                touchpoint => touchpoint.GetProperty("number").GetInt32()));
    }

    [Fact]
    public void Edit_ReplacesSingleFactsAndAddsToMany()
    {
        book.Done("edit", "ada", "--email", "ada@example.org", "--tag", "poet", "--facet", "family", "--birthday", "12-10");
        book.Done("edit", "ada", "--email", "a@example.org", "--birthday", "1815-12-10", "--circle", "inner", "--name", "Ada King");
        Assert.Equal("ada-lovelace", Json("explain", "a@example.org", "--json").GetProperty("tie").GetProperty("contact").GetString());
        Assert.Contains("inner circle, family", book.Done("brief", "ada king").Output, StringComparison.Ordinal);

        book.Done("edit", "ada", "--remove", "ada@example.org", "--remove", "BIRTHDAY");
        Assert.Contains("is unknown", book.Refused("explain", "ada@example.org"), StringComparison.Ordinal);
        Assert.Contains(
            "has no address, tag, side or occasion 'gone'", book.Refused("edit", "ada", "--remove", "gone"), StringComparison.Ordinal);
        Assert.Equal("Nothing to change.", book.Done("edit", "ada", "--tag", "poet").Said);
    }

    [Fact]
    public void Pause_StopsOneOrEverybody_UntilResume()
    {
        book.Done("every", "ada", "P1W");
        book.Done("log", "ada", "call", "--on", "2026-01-10");
        Assert.True(IsDue());
        book.Done("pause", "ada");
        Assert.False(IsDue());
        book.Done("resume", "ada");
        Assert.True(IsDue());
        Assert.Equal(
            "Everybody: paused from 2026-02-01 until 2026-04-01.",
            book.Done("pause", "--from", "2026-02-01", "--until", "2026-04-01").Said);
        Assert.False(IsDue());
        book.Done("resume");
        Assert.True(IsDue());
        Assert.Contains("ends on", book.Refused("pause", "ada", "--from", "2026-04-01", "--until", "2026-03-01"), StringComparison.Ordinal);
    }

    [Fact]
    public void Wish_HoldsForSuggestions()
    {
        book.Done("every", "ada", "P1W");
        book.Done("log", "ada", "call", "--on", "2026-01-10");
        Assert.Equal(
            "Ada Lovelace: at most every month, not on Saturday and Sunday.",
            book.Done("wish", "ada", "--at-most-every", "P1M", "--not-on", "sat-sun").Said);
        Assert.Equal(
            "Ada Lovelace: no contact, at most every month, not on Saturday and Sunday.", book.Done("wish", "ada", "--no-contact").Said);
        Assert.False(IsDue());
        book.Done("wish", "ada", "--none");
        Assert.True(IsDue());
        Assert.Contains("'someday' is not a day", book.Refused("wish", "ada", "--not-on", "someday"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fact_IsInTheBrief_AndOffersMeetNeeds()
    {
        book.Done("fact", "ada", "Knows [poets]", "--fades", "30", "--source", "her letter");
        book.Done("fact", "ada", "tax law", "--offer", "advice");
        book.Done("fact", "bob", "tax law", "--need", "advice");
        var introduction = Assert.Single(Json("introductions", "--json").GetProperty("introductions").EnumerateArray());
        Assert.Equal(
            ("bob", "ada-lovelace"), (introduction.GetProperty("seeker").GetString(), introduction.GetProperty("helper").GetString()));
        Assert.Contains("Knows [poets]", book.Done("brief", "ada", "--as-of", "2026-05-01").Output, StringComparison.Ordinal);

        book.Done("fact", "me", "tax law", "--offer", "advice");
        Assert.NotEmpty(Json("brief", "bob", "--json").GetProperty("offers").EnumerateArray());
        book.Done("fact", "ada", "tax law", "--remove");
        Assert.Empty(Json("introductions", "--json").GetProperty("introductions").EnumerateArray());
        Assert.Contains("nothing of Ada Lovelace says", book.Refused("fact", "ada", "tax law", "--remove"), StringComparison.Ordinal);
        Assert.Contains("--offer or --need", book.Refused("fact", "me", "tall"), StringComparison.Ordinal);
    }

    [Fact]
    public void Favour_IsCounted()
    {
        book.Done("favour", "ada", "given", "help", "--on", "2026-02-01");
        Assert.EndsWith("1 given, 1 received.", book.Done("favour", "ada", "received", "advice").Said, StringComparison.Ordinal);
        Assert.Equal(1, Json("brief", "ada", "--json").GetProperty("favoursReceived").GetInt32());
        Assert.Contains("money", book.Refused("favour", "ada", "given", "money"), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_AreKeptAndTheWeekFollowsThem()
    {
        book.Done("every", "ada", "P1W");
        Assert.Equal(90, Json("plan", "--json").GetProperty("budgetMinutes").GetInt32());
        var shown = book.Done(
            "settings", "--minutes", "0", "--gentle", "true", "--working-days", "sat,sun", "--quiet-days", "mon", "--zone", "Asia/Tokyo",
            "--me", "me@example.org", "Robin").Output;
        foreach (var part in (string[])["0 minutes in a week", "true", "Saturday, Sunday", "Monday", "Asia/Tokyo", "me@example.org, Robin"])
        {
            Assert.Contains(part, shown, StringComparison.Ordinal);
        }

        Assert.Equal(0, Json("plan", "--json").GetProperty("budgetMinutes").GetInt32());
        Assert.Equal(30, Json("plan", "--json", "--minutes", "30").GetProperty("budgetMinutes").GetInt32());
        Assert.Equal("Asia/Tokyo", Json("score", "--json").GetProperty("zone").GetString());
        Assert.Equal(shown, book.Done("settings").Output);
        foreach (var bad in (string[][])[["--minutes", "-1"], ["--minutes", "many"], ["--zone", "Mars/Olympus"], ["--working-days",
            "none"], ["--quiet-days", "mon-sun"], ["--me", " "]])
        {
            book.Refused(["settings", .. bad]);
        }

        Assert.Equal(shown, book.Done("settings").Output);
    }

    [Fact]
    public void Backup_AndRestore_GoBackAndLoseNothing()
    {
        var copy = book.FileIn("copy.db");
        book.Done("backup", copy);
        Assert.Contains("a book or another database", book.Refused("backup", copy), StringComparison.Ordinal);
        var before = book.Done("score", "--json").Output;
        book.Done("add", "Cy");
        var after = book.Done("score", "--json").Output;

        var said = book.Done("restore", copy).Said;
        Assert.Contains("with 2 contacts", said, StringComparison.Ordinal);
        Assert.Equal(before, book.Done("score", "--json").Output);
        Assert.Equal(after, book.Run("score", "--json", "--book", book.Path + ".before-restore").Output);

        File.WriteAllText(book.Path, "damaged");
        book.Done("restore", copy);
        Assert.Equal(before, book.Done("score", "--json").Output);
        Assert.Equal("damaged", File.ReadAllText(book.Path + ".before-restore-2"));
        Assert.Contains("holds no book", book.Refused("restore", book.Write("other.db", "")), StringComparison.Ordinal);
        Assert.Contains(
            "another kind of file", book.Refused("restore", book.Write("other.txt", new string('x', 5_000))), StringComparison.Ordinal);
        Assert.Contains("there is no book", book.Refused("restore", book.FileIn("missing.db")), StringComparison.Ordinal);
        Assert.Contains("your book itself", book.Refused("restore", book.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Move_CarriesTheHistoryOfChangesAlong()
    {
        var before = book.Done("score", "--json").Output;
        book.Done("log", "ada", "call");
        var other = book.FileIn("other.db");
        book.Done("move", "--to", $"Data Source={other}");
        Assert.Equal(book.Done("score", "--json").Output, book.Run("score", "--json", "--book", other).Output);
        Assert.Equal(0, book.Run("undo", "--book", other).ExitCode);
        Assert.Equal(before, book.Run("score", "--json", "--book", other).Output);
        Assert.Contains("neither SQLite nor PostgreSQL", book.Refused("move", "--to", "Nonsense=localhost"), StringComparison.Ordinal);
        Assert.Contains("it does not answer", book.Refused("move", "--to", "Host=127.0.0.1;Port=1;Username=x"), StringComparison.Ordinal);
    }

    [ServerFact]
    public void Move_ToAServer_CarriesTheBookThere()
    {
        var schema = $"test_{Guid.NewGuid():n}";
        using var connection = new NpgsqlConnection(ServerFactAttribute.Server);
        connection.Open();
        Run($"CREATE SCHEMA {schema}");
        try
        {
            book.Done("log", "ada", "call");
            var to = new NpgsqlConnectionStringBuilder(ServerFactAttribute.Server) { SearchPath = schema, Pooling = false }.ToString();
            Assert.Contains("The server has your book now, 2 contacts", book.Done("move", "--to", to).Said, StringComparison.Ordinal);
            Assert.Equal(1L, Run($"SELECT COUNT(*) FROM {schema}.relationship_touchpoints"));
            Assert.Contains("has a book of this owner already", book.Refused("move", "--to", to), StringComparison.Ordinal);
        }
        finally
        {
            Run($"DROP SCHEMA {schema} CASCADE");
        }

        object? Run(string sql)
        {
            using var command = new NpgsqlCommand(sql, connection);
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public void Retain_ForgetsWhatIsLongPastAndKeepsTheScores()
    {
        foreach (var day in (string[])["2024-01-10", "2024-02-10", "2024-03-10", "2026-02-01"])
        {
            book.Done("log", "ada", "call", "--on", day, "--note", "the harp");
        }

        var before = book.Done("score", "--json").Output;
        Assert.Contains("Forgot 1 touchpoint ", book.Done("retain", "--before", "2025-01-01").Said, StringComparison.Ordinal);
        Assert.Equal(before, book.Done("score", "--json").Output);
        Assert.Contains("Nothing to change", book.Done("retain", "--before", "2025-01-01").Said, StringComparison.Ordinal);
        Assert.Contains("is not a day", book.Refused("retain", "--before", "long ago"), StringComparison.Ordinal);
        Assert.Contains("it must not be after today", book.Refused("retain", "--before", "tomorrow"), StringComparison.Ordinal);
        Assert.Contains("it must not be after today", book.Refused("retain", "--before", "9999-12-31"), StringComparison.Ordinal);
        Assert.NotEmpty(book.Refused("retain", "--before", "0001-01-01"));
    }

    [Fact]
    public void Overview_ShowsTheBook_AndWhatToDoWithANewOne()
    {
        var overview = book.Done().Output;
        Assert.Contains("2 ties of Robin", overview, StringComparison.Ordinal);
        Assert.Contains("log ada-lovelace call", overview, StringComparison.Ordinal);

        using var empty = new TestBook();
        empty.Done("init");
        Assert.Equal(["add", "log", "due"], empty.Done().Lines.TakeLast(3).Select(line => line.Trim().Split(' ')[0]));
        var seed = Path.Combine(AppContext.BaseDirectory, "seeds", "quiet");
        Assert.Contains("Strongest", book.Done("--input", seed).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_RemembersWhoYouAre()
    {
        using var mine = new TestBook();
        mine.Done("init", "--me", "me@example.org", "--me", "Robin");
        var document = JsonDocument.Parse(mine.Done("import", mine.Write("g.eml", PeoplesFiles.Mail), "--json").Output).RootElement;
        Assert.Equal(["me@example.org", "Robin"], document.GetProperty("me").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(1, document.GetProperty("contacts").GetProperty("added").GetInt32());
    }

    private JsonElement Json(params string[] args) => JsonDocument.Parse(book.Done(args).Output).RootElement;

    private bool IsDue() =>
        Json("due", "--json").GetProperty("contacts").EnumerateArray().First(
            row => row.GetProperty("contact").GetString() == "ada-lovelace").GetProperty("isDue").GetBoolean();
}
