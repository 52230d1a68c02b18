using System.Text.Json;

namespace RelationshipKit.SampleConsole.Tests;

public sealed class LogKindTests : IDisposable
{
    private readonly TestBook book = new();

    public static TheoryData<string> Names => ["mail", "calls", "chat", "people", "calendar", "strangers", "unknown"];

    public void Dispose() => book.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_KeepEachKind_AndUndoTakesItBack(string kind)
    {
        book.Begin("Ada");
        Assert.Contains("unknown: forecasts as", book.Done("settings").Output, StringComparison.Ordinal);
        Assert.Contains($"{kind}: ", book.Done("settings", "--log-kind", kind).Output, StringComparison.Ordinal);
        Assert.Contains($"{kind}: ", book.Done("settings").Output, StringComparison.Ordinal);
        if (kind != "unknown")
        {
            book.Done("undo");
            Assert.Contains("unknown: forecasts as", book.Done("settings").Output, StringComparison.Ordinal);
        }
    }

    // A question may ask for another kind; the book keeps its own.
    [Fact]
    public void Questions_OfTheBook_FollowItsKindUnlessToldOtherwise()
    {
        book.Begin("Ada");
        foreach (var day in (string[])["2026-01-02", "2026-01-09", "2026-01-20", "2026-02-01"])
        {
            book.Done("log", "ada", "mail", "--on", day);
        }

        var unknown = Within("score", "--json");
        var asked = Within("score", "--json", "--log-kind", "mail");
        Assert.True(asked > unknown);
        Assert.Equal(unknown, Within("score", "--json"));
        book.Done("settings", "--log-kind", "mail");
        Assert.Equal(asked, Within("score", "--json"));
        Assert.Equal(unknown, Within("score", "--json", "--log-kind", "strangers"));
        Assert.Equal(
            asked,
            JsonDocument.Parse(book.Done("explain", "--contact", "ada", "--json").Output).RootElement.GetProperty("tie")
                .GetProperty("contactWithin30Days")
                .GetDouble());
        foreach (var command in (string[])["due", "plan", "health", "simulate", "introductions", "circles"])
        {
            book.Done(command, "--log-kind", "mail");
        }
    }

    // A file without a book tells its own kind; a table tells none.
    [Fact]
    public void Questions_OfAFile_FollowWhatItIsOf()
    {
        var mails = Enumerable.Range(1, 5).Select(i => $"From zoe@example.org Mon Feb  2 10:00:00 "
            + $"2026\n{PeoplesFiles.Mail.Replace("2 Feb", $"{4 * i} Jan", StringComparison.Ordinal).Replace("Mon", "", StringComparison.Ordinal).Replace(": ,", ":", StringComparison.Ordinal).Replace("<1@", $"<{i}@", StringComparison.Ordinal)}\n");
        var mailbox = book.Write("f.mbox", string.Concat(mails));
        string[] ask = ["score", "--input", mailbox, "--owner", "me@example.org", "--json"];
        Assert.Equal(Within([.. ask, "--log-kind", "mail"]), Within(ask));
        Assert.True(Within(ask) > Within([.. ask, "--log-kind", "unknown"]));

        var table = book.Write("d.csv", Sample.Csv);
        Assert.Equal(Within("score", "--input", table, "--json", "--log-kind", "unknown"), Within("score", "--input", table, "--json"));
        Assert.NotEqual(Within("score", "--input", table, "--json", "--log-kind", "people"), Within("score", "--input", table, "--json"));
    }

    [Fact]
    public void UnknownKind_IsRefusedWithTheNames()
    {
        book.Begin("Ada");
        foreach (var command in (string[])["settings", "score", "due"])
        {
            Assert.Contains(
                "mail, calls, chat, people, calendar, strangers, unknown", book.Refused(command, "--log-kind", "pigeons"),
                StringComparison.Ordinal);
        }
    }

    private double Within(params string[] args) =>
        JsonDocument.Parse(book.Done(args).Output).RootElement.GetProperty("ties")[0].GetProperty("contactWithin30Days").GetDouble();
}
