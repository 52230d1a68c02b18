using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Books;

/// <summary>States that an app keeps in a column of its own, and when they no longer hold.</summary>
public class BookStateTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Contact Ada = new("ada", "Ada");
    private static readonly Contact Bo = new("bo", "Bo");

    private static readonly RelationshipBook Book = RelationshipBook.Create(DateTimeZone.Utc, Cadence.ByCircle()).Add(Ada, Bo).OrThrow()
        .Record([Touch("ada", 3), Touch("ada", 9), Touch("bo", 4)]).Book;

    [Fact]
    public void StateOf_IsThatOfTheTouchpoints_WithTheRevision()
    {
        var state = Book.StateOf("ada", Now);
        var read = TieState.FromBytes(state.ToBytes(), state.Settings, state.Zone);

        Assert.Equal((Book.Revision, 2), (state.Revision, state.Touchpoints));
        Assert.Equal(Book.Revision, read.Revision);
        Assert.Equal(Book.ScoreOf("ada", Now).Strength, Book.Scorer.ScoreAt(read, Now).Strength);
        Assert.Null(state.With(Touch("ada", 1)).Revision);
        Assert.Throws<ContactNotFoundException>(() => Book.StateOf("carl", Now));
    }

    [Fact]
    public void IsStale_OnlyWhereTheTieItselfChanged()
    {
        var state = Book.StateOf("ada", Now);
        var touch = Book.Touchpoints.Of("ada")[0];

        Assert.False(Book.IsStale("ada", state));
        Assert.False(Book.Record([Touch("bo", 1)]).Book.IsStale("ada", state));
        Assert.False(Book.Record([Touch("ada", -1)]).Book.IsStale("ada", state));
        Assert.True(Book.Record([Touch("ada", 1)]).Book.IsStale("ada", state));
        Assert.True(Book.Correct(touch.Key, Touch("ada", 2), Now).Book.IsStale("ada", state));
        Assert.True(Book.Correct(touch.Key, touch with { Channel = Channel.InPerson }, Now).Book.IsStale("ada", state));
        Assert.True(Book.Retract(touch.Key, Now).Book.IsStale("ada", state));
        Assert.True(Book.IsStale("bo", state));
        Assert.Throws<ArgumentNullException>(() => Book.IsStale("ada", null!));
        Assert.Throws<ContactNotFoundException>(() => Book.IsStale("carl", state));
    }

    private static Touchpoint Touch(ContactId contact, int daysAgo) =>
        new(contact, Now - Duration.FromDays(daysAgo), Channel.Voice, Direction.Mutual);
}
