using NodaTime;
using RelationshipKit.Planning.Health;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>Answers that take a while, kept until the book or the day is another: loading a page again asks nothing again.</summary>
internal sealed class Answers
{
    private volatile Entry? kept;

    public WeekPlan WeekOf(OpenedBook opened) => For(opened).Week.Value;

    public NetworkHealth HealthOf(OpenedBook opened) => For(opened).Health.Value;

    private Entry For(OpenedBook opened) =>
        kept is { } entry && ReferenceEquals(entry.Book, opened.Book) && entry.Today == opened.Today ? entry : kept = new Entry(
            opened.Book, opened.Today, new(() => opened.Book.PlanWeek(opened.Now, opened.Monday)),
            new(() => opened.Book.HealthAt(opened.Now)));

    private sealed record Entry(RelationshipBook Book, LocalDate Today, Lazy<WeekPlan> Week, Lazy<NetworkHealth> Health);
}
