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
}
