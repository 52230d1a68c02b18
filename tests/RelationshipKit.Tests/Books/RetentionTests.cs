using System.Text;
using NodaTime;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Books;

public class RetentionTests
{
    private static readonly Instant Cut = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly RelationshipBook Book = RelationshipBook.Create(DateTimeZone.Utc, Cadence.ByCircle())
        .Add([new Contact("ada", "Ada"), new Contact("bob", "Bob")]).OrThrow()
        .Record([
            new Touchpoint("ada", Instant.FromUtc(2024, 5, 1, 9, 0), Channel.Voice, Direction.Mutual) { Note = "the first" },
            new Touchpoint("ada", Instant.FromUtc(2025, 5, 1, 9, 0), Channel.Message, Direction.Outgoing) { Note = "the harp" },
            new Touchpoint(
                ["ada", "bob"], Instant.FromUtc(2025, 6, 1, 9, 0), Channel.InPerson, Direction.Mutual) { Length = Duration.FromDays(3),
                Note = "the lake" },
            new Touchpoint("ada", Instant.FromUtc(2025, 7, 1, 9, 0), Channel.Message, Direction.Incoming) { Note = "the harp again" },
            new Touchpoint("ada", Instant.FromUtc(2026, 2, 1, 9, 0), Channel.Voice, Direction.Mutual) { Note = "the latest" },
        ]).OrThrow();

    // A webinar came last; the cadence counts from the call before it.
    [Fact]
    public void Forgetting_ACrowdThatCameLast_KeepsWhatTheCadenceCountsFrom()
    {
        var now = Instant.FromUtc(2026, 3, 2, 9, 0);
        var book = RelationshipBook.Create(
            DateTimeZone.Utc, Cadence.ByCircle()).Add(new Contact("ada", "Ada") { Circle = Circle.Close }).OrThrow().Record(
        [
            new Touchpoint("ada", now - Duration.FromDays(300), Channel.Voice, Direction.Mutual),
            new Touchpoint("ada", now - Duration.FromDays(20), Channel.Voice, Direction.Mutual),
            new Touchpoint("ada", now - Duration.FromDays(10), Channel.GroupEvent, Direction.Mutual) { OthersPresent = 200 },
        ]).Book;

        Assert.Equal(
            book.CadenceOf("ada", now).Window, book.ForgetTouchpointsBefore(now - Duration.FromDays(1)).Book.CadenceOf("ada", now).Window);
    }

    [Fact]
    public void ForgetTouchpointsBefore_LeavesNoByteOfWhatIsForgotten()
    {
        var update = Book.ForgetTouchpointsBefore(Cut);
        var saved = Saved(update.Book);

        Assert.Equal(
            ["the first", "the lake", "the harp again", "the latest"], update.Book.Touchpoints.Select(touchpoint => touchpoint.Note));
        Assert.Equal((1, 0, 1), (update.Erasure!.Touchpoints, update.Erasure.PastVersions, update.Erasure.JournalSteps));
        Assert.DoesNotContain("the harp\"", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("the lake", BookChangeJson.Write(update.Changes), StringComparison.Ordinal);
        Assert.False(update.Changes.Single().CanBeUndone);
        Assert.Equal(BookChangeKind.Retention, update.Changes.Single().Kind);
        Assert.Equal(BookRefusalReason.Erased, update.Book.Undo().Refused.Single().Reason);
    }

    [Fact]
    public void ForgetTouchpointsBefore_KeepsTheScoreAndSaysThatAReceiptHasAnotherHistory()
    {
        var left = Book.ForgetTouchpointsBefore(Cut).Book;

        Assert.Equal(Book.ScoreOf("ada", AsOf), left.ScoreOf("ada", AsOf));
        Assert.Equal(
            Book.Explain("ada", AsOf).Parts.Select(part => part.Contribution),
            left.Explain("ada", AsOf).Parts.Select(part => part.Contribution));
        Assert.Equal(ReceiptDifference.History, Assert.Single(left.Replay(Book.ReceiptOf("ada", AsOf)).Differences));
        Assert.Equal(Book.HealthAt(AsOf).ToString(), left.HealthAt(AsOf).ToString());
        Assert.True(
            left.ScoreOf("ada", Instant.FromUtc(2025, 12, 1, 0, 0)).Touchpoints < Book.ScoreOf(
                "ada", Instant.FromUtc(2025, 12, 1, 0, 0)).Touchpoints);

        // A question about an earlier instant leaves later ones as they are.
        Assert.Equal(Book.ScoreOf("ada", AsOf), left.ScoreOf("ada", AsOf));
    }

    [Fact]
    public void ForgetTouchpointsBefore_WithATouchpointToCome_KeepsWhatTheCadenceCountsFrom()
    {
        var book = Book.Record("bob", Channel.Voice, Instant.FromUtc(2025, 11, 1, 9, 0)).OrThrow()
            .Record("bob", Channel.Voice, Instant.FromUtc(2030, 1, 1, 9, 0)).OrThrow()
            .WithCadence(Cadence.Every(Period.FromWeeks(2))).OrThrow();

        Assert.Equal(new LocalDate(2025, 11, 15), book.ForgetTouchpointsBefore(Cut).Book.CadenceOf("bob", AsOf).Window!.Value.Ideal);
    }

    [Fact]
    public void Erase_FromLargeMeetings_KeepsWhatIsLeftOfTheOthersForgottenTouchpoints()
    {
        var meeting = new Touchpoint(["ada", "bob", "eve"], Instant.FromUtc(2026, 2, 10, 9, 0), Channel.InPerson, Direction.Mutual);
        var book = Book.Add(new Contact("eve", "Eve")).OrThrow().Record([
            new Touchpoint("bob", Instant.FromUtc(2025, 2, 1, 9, 0), Channel.Voice, Direction.Mutual),
            new Touchpoint("bob", Instant.FromUtc(2025, 3, 1, 9, 0), Channel.Voice, Direction.Mutual),
            .. Enumerable.Range(0, 4).Select(day => meeting with { At = meeting.At + Duration.FromDays(day) }),
        ]).OrThrow();
        var left = book.ForgetTouchpointsBefore(Cut).Book;

        Assert.NotEqual(book.Touchpoints.Count, left.Touchpoints.Count);
        Assert.Equal(book.Erase("eve").Book.ScoreOf("bob", AsOf), left.Erase("eve").Book.ScoreOf("bob", AsOf));
    }

    [Fact]
    public void ForgetTouchpointsBefore_MergeAndSplit_KeepTheirOwn()
    {
        var left = Book.ForgetTouchpointsBefore(Cut).Book;
        var merged = left.Merge("bob", "ada").OrThrow();

        Assert.Equal(Book.Merge("bob", "ada").OrThrow().ScoreOf("ada", AsOf), merged.ScoreOf("ada", AsOf));
        Assert.Equal(Book.ScoreOf("ada", AsOf), merged.Split("ada").OrThrow().ScoreOf("ada", AsOf));
        Assert.Equal(Book.ScoreOf("bob", AsOf), merged.Split("ada").OrThrow().ScoreOf("bob", AsOf));
    }

    [Fact]
    public void ForgetTouchpointsBefore_AnotherZone_KeepsTheDaysOfTheOldOne()
    {
        var left = Book.ForgetTouchpointsBefore(Cut).Book.WithZone(DateTimeZoneProviders.Tzdb["Pacific/Apia"]).OrThrow();

        Assert.Equal(Book.ScoreOf("ada", AsOf).Touchpoints, left.ScoreOf("ada", AsOf).Touchpoints);
        Assert.Equal(Book.ScoreOf("ada", AsOf).Outgoing, left.ScoreOf("ada", AsOf).Outgoing);
    }

    [Fact]
    public void ForgetTouchpointsBefore_ThenErase_LeavesNothingOfThePerson()
    {
        var left = Book.ForgetTouchpointsBefore(Cut).Book.Erase("ada").Book.Readmit(new Contact("ada", "Ada")).OrThrow();

        Assert.Equal(0, left.ScoreOf("ada", AsOf).Touchpoints);
        Assert.Empty(left.State.History.Kept);
    }

    [Fact]
    public void ForgetTouchpointsBefore_ABookThatWasLoaded_ForgetsTheSame()
    {
        var loaded = RelationshipBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(Saved(Book))));

        Assert.Equal(Saved(Book.ForgetTouchpointsBefore(Cut).Book), Saved(loaded.ForgetTouchpointsBefore(Cut).Book));
    }

    [Fact]
    public void ForgetTouchpointsBefore_NothingThere_IsNoUpdate()
    {
        Assert.True(Book.ForgetTouchpointsBefore(Instant.FromUtc(2020, 1, 1, 0, 0)).Changes.IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => Book.ForgetTouchpointsBefore(Instant.MaxValue));
    }

    [Theory]
    [InlineData("\"\": \"", "\"\": \"A")]
    [InlineData("\"\": \"", "\"\": \"AAAA")]
    [InlineData("\"\": \"", "\" \": \"")]
    public void Load_ADamagedKeptState_SaysWhere(string text, string other)
    {
        var saved = Saved(Book.ForgetTouchpointsBefore(Cut).Book);
        Assert.Contains(text, saved, StringComparison.Ordinal);
        var error = Assert.Throws<System.Text.Json.JsonException>(
            () => RelationshipBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(saved.Replace(text, other, StringComparison.Ordinal)))));

        Assert.Contains("kept", error.Message, StringComparison.Ordinal);
    }

    private static string Saved(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
