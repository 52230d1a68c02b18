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
    }

    [Fact]
    public void Import_APartOfAName_IsOfferedAsTheSamePerson()
    {
        var csv = book.Write("touches.csv", "at,contact,channel,direction\n2026-02-01T10:00:00Z,Ada,voice,outgoing\n");

        var dry = book.Done("import", csv, "--dry-run");

        Assert.Contains("ada and Ada Lovelace (ada-lovelace): a part of a name that nobody else has", dry.Said, StringComparison.Ordinal);
        Assert.Contains("merge ada ada-lovelace", dry.Output, StringComparison.Ordinal);
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
}
