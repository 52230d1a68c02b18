using System.Text.Json;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>What a newcomer reads in a book of three people, none of whom was ever contacted.</summary>
public sealed class FreshBookTests : IDisposable
{
    private readonly TestBook book = new TestBook().Begin();

    public FreshBookTests()
    {
        book.Done("add", "Ada Lovelace", "--circle", "inner");
        book.Done("add", "Bob Stone");
        book.Done("add", "Cy Young", "--every", "P2W");
    }

    public void Dispose() => book.Dispose();

    [Fact]
    public void NeverContacted_LintDueAndPlan_SayTheSame()
    {
        var (lint, due, plan) = (book.Done("lint"), book.Done("due"), book.Done("plan"));

        // Both with a cadence count from the day of adding; nothing asks for the third.
        Assert.DoesNotContain("no day to count from", lint.Said, StringComparison.Ordinal);
        Assert.Contains("reached by no policy Bob Stone: no policy asks for a touch", lint.Said, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Due: 0 contacts",
                "",
                "Next: 2 contacts",
                "  Ada Lovelace              2026-03-09  never yet; every week, for circle inner",
                "  Cy Young                  2026-03-16  never yet; every 2 weeks",
                "",
                "Nothing is asked for: 1 contact",
                "  Bob Stone                 no policy asks for a touch",
            ],
            due.Lines.Skip(3));
        Assert.Contains(
            "every week, never yet, counted from 2026-03-02; in good time; wanted from 2026-03-09", plan.Said, StringComparison.Ordinal);
        Assert.Contains("Left out 1 contact not due this week 1 contact of whom nothing is asked", plan.Said, StringComparison.Ordinal);
        foreach (var run in (ConsoleRun[])[lint, due, plan, book.Done()])
        {
            Assert.DoesNotContain("last today", run.Said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NeverContacted_WhenDue_SaysSoOnEveryPage()
    {
        var due = book.Done("due", "--as-of", "2026-04-06").Said;

        Assert.Contains("every week, for circle inner, never yet, counted from 2026-03-02", due, StringComparison.Ordinal);
        Assert.DoesNotContain("days ago", due, StringComparison.Ordinal);
        Assert.Contains(
            "every week, never yet, counted from 2026-03-02", book.Done("plan", "--as-of", "2026-04-06").Said, StringComparison.Ordinal);
        book.Done("log", "ada", "call", "--attempt");
        foreach (var command in (string[])["due", "plan"])
        {
            var said = book.Done(command, "--as-of", "2026-04-06").Said;
            Assert.Contains("nothing yet that counts, counted from 2026-03-02", said, StringComparison.Ordinal);
            Assert.DoesNotContain("every week, for circle inner, never yet", said, StringComparison.Ordinal);
            Assert.DoesNotContain("every week, never yet", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Due_ByADayToCome_SaysWhenEachBecomesDue()
    {
        var due = book.Done("due", "--by", "2026-03-20").Said;

        Assert.Contains("Ada Lovelace becomes due on 2026-03-09, fine until ", due, StringComparison.Ordinal);
        Assert.DoesNotContain("fresh", due, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyBook_HasAPlanWithoutNumbers()
    {
        using var empty = new TestBook();
        empty.Done("init");
        var plan = empty.Done("plan").Said;

        Assert.EndsWith("In the long run No cadence asks for anything yet.", plan, StringComparison.Ordinal);
        Assert.Contains("1 minute in a week", empty.Done("settings", "--minutes", "1").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_APartOfAName_IsOfferedAsTheSamePerson()
    {
        var csv = book.Write("touches.csv", "at,contact,channel,direction\n2026-02-01T10:00:00Z,Ada,voice,outgoing\n");

        var dry = book.Done("import", csv, "--dry-run");

        Assert.Contains(
            "Ada (ada) and Ada Lovelace (ada-lovelace): a part of a name that nobody else has", dry.Said, StringComparison.Ordinal);
        Assert.Contains("merge ada-lovelace ada", dry.Output, StringComparison.Ordinal);
        Assert.Contains("new: Ada touchpoints: 1 new", dry.Said, StringComparison.Ordinal);
        Assert.Contains("1 record: 1 touchpoint", dry.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("0 people", dry.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_ABirthdayThatIsNoDay_NamesTheRowAndTheColumn()
    {
        var csv = book.Write("people.csv", "Name,Birthday\nDan,1990-02-30\n");

        var said = book.Done("import", csv, "--dry-run").Said;

        Assert.Contains(
            "line 2, column Birthday: the day must be from 1 to 28 in this month; the rest of the row was read.", said,
            StringComparison.Ordinal);
        Assert.Contains("people: 1 new", said, StringComparison.Ordinal);
        var file = JsonDocument.Parse(book.Done("import", csv, "--dry-run", "--json").Output).RootElement.GetProperty("files")[0];
        Assert.Equal("line 2, column Birthday", file.GetProperty("unread")[0].GetProperty("where").GetString());
    }

    [Fact]
    public void Lists_TwoOfOneName_ShowTheirIdsAndNobodyElses()
    {
        book.Done("add", "Ada Lovelace", "--circle", "inner");
        book.Done("log", "bob", "call", "--on", "2026-02-20");

        foreach (var arguments in (string[][])[["due"], ["due", "--as-of", "2026-04-01"], ["plan"], ["circles"]])
        {
            var run = book.Done(arguments);
            Assert.Contains("ada-lovelace)", run.Output, StringComparison.Ordinal);

            // All in one form, and where there is room more of the name than a few letters.
            Assert.Matches(
                arguments is ["plan"] or ["due"] ? @"  Ada Love\w*\.\. \(ada-lovelace-2\)  |  Ada Lovelace \(ada-lovelace-2\)  "
                    : @"  Ada[ \w]*\.\. \(ada-lovelace-2\)  ",
                run.Output);
            Assert.DoesNotContain("(bob-stone)", run.Output, StringComparison.Ordinal);
        }

        // The first column of the table has room for the end of an id only.
        var score = book.Done("score");
        Assert.Contains(score.Lines, line => line.StartsWith("ada-lovelace ", StringComparison.Ordinal));
        Assert.Contains(score.Lines, line => line.StartsWith("..lovelace-2 ", StringComparison.Ordinal));
        Assert.Contains(score.Lines, line => line.StartsWith("Bob Stone ", StringComparison.Ordinal));
        Assert.All(score.Lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("due")]
    [InlineData("plan")]
    [InlineData("lint")]
    [InlineData("score")]
    [InlineData("health")]
    [InlineData("circles")]
    public void WithoutABook_ThePage_SaysThatThePeopleAreMadeUp(string command)
    {
        const string Line = "There is no book here, so these people are made up; \"init\" begins your own.";

        Assert.Equal(Line, ConsoleRun.Of(command).Lines[0]);
        Assert.DoesNotContain("made up", book.Done(command).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("made up", ConsoleRun.Of(command, "--input", "seeds/dozen").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutABook_Json_IsJsonAlone()
    {
        foreach (var command in (string[])["due", "plan", "lint", "score", "health", "introductions"])
        {
            var run = ConsoleRun.Of(command, "--json");

            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(run.Output).RootElement.ValueKind);
            Assert.Equal("", run.Error);
        }
    }

    [Fact]
    public void Undo_WithNothingLeft_SaysSo()
    {
        for (var i = 0; i < 3; i++)
        {
            book.Done("undo");
        }

        Assert.Equal("undo: nothing is left to take back.", book.Refused("undo"));
    }

    [Theory]
    [InlineData("2026-03-03", "Logged a call with Ada Lovelace. It is still to come, and counts from 2026-03-03 on.")]
    [InlineData("2027-03-02", "Logged a call with Ada Lovelace. It is still to come, and counts from 2027-03-02 on.")]
    [InlineData(
        "2027-03-03",
        "Logged a call with Ada Lovelace. It is still to come, and counts from 2027-03-03 on. That is more than a year ahead; if it is a "
            + "slip of the pen, \"undo\" takes it back.")]
    public void Log_ADayToCome_SaysFromWhenItCounts_AndWhatMayBeASlip(string day, string said)
    {
        Assert.Equal(said, book.Done("log", "ada", "call", "--on", day).Said);

        book.Done("log", "cy", "call");
        var corrected = book.Done("correct", "cy", "--on", day).Said;
        Assert.EndsWith(said[said.IndexOf(" It is", StringComparison.Ordinal)..], corrected, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_SaysItsNumbersInWordsOfEveryDay()
    {
        foreach (var day in (string[])["2026-01-10", "2026-01-28", "2026-02-14", "2026-02-20"])
        {
            book.Done("log", "ada", "call", "--on", day);
        }

        var said = book.Done("explain", "ada").Said + book.Done("score").Said + book.Done().Said;

        Assert.Contains("calls and meetings, and messages by their smaller weight, to expect in 30 days", said, StringComparison.Ordinal);
        Assert.Equal(3, said.Split("how the tie stands at its present pace").Length - 1);
        Assert.Contains("that each of you reaches out: ", said, StringComparison.Ordinal);
        Assert.Contains("from them; older days count less", said, StringComparison.Ordinal);
        foreach (var foreign in (string[])["decayed", "full contact", "both sides active"])
        {
            Assert.DoesNotContain(foreign, said, StringComparison.OrdinalIgnoreCase);
        }
    }
}
