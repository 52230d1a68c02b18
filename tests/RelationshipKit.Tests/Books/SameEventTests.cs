using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Books;

public class SameEventTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Instant Later = Instant.FromUtc(2026, 3, 3, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly ContactId Eve = ContactId.FromValue("eve");
    private static readonly Touchpoint First = new(Ada, At, Channel.Voice, Direction.Incoming) { Source = new SourceKey("phone", "1") };
    private static readonly Touchpoint Meeting = new(
        [Ada, Bob], At, Channel.InPerson, Direction.Mutual) { Source = new SourceKey("calendar", "m"), Length = Duration.FromHours(1) };

    public static TheoryData<string, Touchpoint> Different => new()
    {
        { "later", Second(1_800_000_001) },
        { "contact", Second(0) with { Participants = [Bob] } },
        { "channel", Second(0) with { Channel = Channel.Email } },
        { "direction", Second(0) with { Direction = Direction.Outgoing } },
        { "source", Second(0) with { Source = new SourceKey("phone", "2") } },
        { "an attempt", Second(0) with { Outcome = Outcome.Attempted } },
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60_000_000)]
    public void SameEvents_OtherSourceWithinAMinute_AreOne(long micros)
    {
        var same = Assert.Single(BookWith(Second(micros), First).SameEvents());

        Assert.Equal(1, same.Score);
        Assert.Equal([SameEventEvidence.SameTime, SameEventEvidence.SamePeople, SameEventEvidence.SameChannel], same.Because.ToArray());
        Assert.Equal("1.00: SameTime, SamePeople, SameChannel", same.ToString());
        Assert.DoesNotContain("ada", same.Key, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void SameEvents_AnythingDifferent_AreNone(string what, Touchpoint second)
    {
        Assert.Empty(BookWith(First, second).SameEvents());
        Assert.NotEmpty(what);
    }

    [Fact]
    public void SameEvents_WithinALength_AreOneByWhatTheyShare()
    {
        // Begun 40 minutes into the hour and 40 minutes long: half of the shorter one is shared, by the same two people.
        var call = new Touchpoint(
            [Ada, Bob], At + Duration.FromMinutes(40), Channel.InPerson, Direction.Mutual) { Source = new SourceKey("phone", "1"),
            Length = Duration.FromMinutes(40) };
        var same = Assert.Single(BookWith(Meeting, call).SameEvents());

        Assert.Equal(0.5, same.Score);
        Assert.Equal([SameEventEvidence.Overlap, SameEventEvidence.SamePeople, SameEventEvidence.SameChannel], same.Because.ToArray());
        Assert.Empty(BookWith(Meeting, call with { At = At + Duration.FromMinutes(41) }).SameEvents());
    }

    [Fact]
    public void SameEvents_OfACalendarACallAndANoteForTheDay_AreOneThatCountsOnce()
    {
        var calendar = new Touchpoint(Ada, At, Channel.InPerson, Direction.Mutual) { Source = new SourceKey("calendar", "1") };
        var call = new Touchpoint(
            Ada, At + Duration.FromMinutes(3), Channel.Video, Direction.Mutual) { Source = new SourceKey("app", "1") };
        var noted = new Touchpoint(Ada, Instant.FromUtc(2026, 3, 2, 0, 0), Channel.InPerson, Direction.Mutual);
        var book = BookWith(calendar, call, noted);

        Assert.Equal([0.7, 0.675, 0.525], book.SameEvents().Select(same => Math.Round(same.Score, 9)));
        Assert.Equal(
            [SameEventEvidence.SameDay, SameEventEvidence.NearTime, SameEventEvidence.SameDay],
            book.SameEvents().Select(same => same.Because[0]));
        while (book.SameEvents() is [var first, ..])
        {
            book = book.Confirm(first, Later).OrThrow();
        }

        Assert.Equal(1, book.ScoreOf(Ada, Later).Touchpoints);
        Assert.Empty(BookWith(calendar, noted with { At = Instant.FromUtc(2026, 3, 2, 0, 1) }).SameEvents());
        Assert.Empty(BookWith(calendar, noted with { At = Instant.FromUtc(2026, 3, 1, 0, 0) }).SameEvents());
        Assert.Empty(BookWith(calendar, call with { At = At + Duration.FromMinutes(11) }).SameEvents()); // .75 of 19/30
    }

    [Fact]
    public void SameEvents_ACallInsideAMeetingWithTheSamePeople_AreOneThreeQuartersSure()
    {
        var call = new Touchpoint(
            [Ada, Bob], At + Duration.FromMinutes(5), Channel.Video, Direction.Outgoing) { Source = new SourceKey("phone", "1") };

        Assert.Equal(0.75, Assert.Single(BookWith(Meeting, call).SameEvents()).Score);
        Assert.Empty(BookWith(Meeting, call with { Participants = [Ada] }).SameEvents()); // .75 of one in two
    }

    [Fact]
    public void SameEvents_WithoutASource_AreOneSourceOfTheirOwn()
    {
        var noted = First with { Source = null };
        Assert.Single(BookWith(First, noted).SameEvents());
        Assert.Empty(BookWith(noted, noted with { Id = "1" }, noted with { Id = "2" }).SameEvents());
    }

    [Fact]
    public void SameEvents_Shared_AreSuggestedOnce() =>
        Assert.Single(BookWith(First with { Participants = [Ada, Bob] }, Second(5) with { Participants = [Bob, Ada] }).SameEvents());

    [Fact]
    public void SameEvents_UnderAnotherIdOfOnePerson_AreOne()
    {
        var book = BookWith(First, Second(5) with { Participants = [Bob] });

        Assert.Empty(book.SameEvents());
        Assert.Single(book.Merge(Ada, Bob).OrThrow().SameEvents());
    }

    [Fact]
    public void SameEvents_AMinuteOfThousandsFromTwoSources_AreComparedWithTheLatestOnly()
    {
        var chat = Enumerable.Range(0, 5_000)
            .Select(i => First with { At = At + Duration.FromMilliseconds(i), Source = new SourceKey(i % 2 == 0 ? "a" : "b", $"{i}") });

        Assert.Equal(4_999, BookWith([.. chat]).SameEvents().Length);
    }

    [Fact]
    public void Dismiss_IsNotSuggestedAgain()
    {
        var book = BookWith(First, Second(5));
        Assert.Empty(book.Dismiss(Assert.Single(book.SameEvents()).Key).Book.SameEvents());
    }

    [Fact]
    public void Confirm_CountsOnceWithWhatEitherTold()
    {
        var noted = Second(5) with { Length = Duration.FromMinutes(20), Facet = Facet.Family };
        var book = BookWith(First with { Note = "laughed", Gesture = Gesture.Congratulate }, noted);
        var confirmed = book.Confirm(Assert.Single(book.SameEvents()), Later).OrThrow();

        var one = Assert.Single(confirmed.Touchpoints);
        Assert.Equal(noted with { Note = "laughed", Gesture = Gesture.Congratulate }, one);
        Assert.Equal(1, confirmed.ScoreOf(Ada, Later).Touchpoints);
        Assert.Empty(confirmed.SameEvents());
        Assert.Equal(2, confirmed.TouchpointsKnownAt(Later - Duration.FromHours(1)).Count);
    }

    [Fact]
    public void Confirm_KeepsASecondImportOut()
    {
        var book = BookWith(First, Second(5));
        var confirmed = book.Confirm(Assert.Single(book.SameEvents()), Later).OrThrow();

        Assert.All(
            confirmed.Record([First, Second(5)]).Refused,
            refusal => Assert.Contains(refusal.Reason, new[] { BookRefusalReason.Duplicate, BookRefusalReason.Retracted }));
        Assert.Single(confirmed.Touchpoints);
    }

    [Fact]
    public void Confirm_TakenBack_IsNothing()
    {
        var book = BookWith(First, Second(5));
        var undone = book.Confirm(Assert.Single(book.SameEvents()), Later).Undo().OrThrow();

        Assert.Equal(book.Touchpoints, undone.Touchpoints);
        Assert.Single(undone.SameEvents());
    }

    [Fact]
    public void Confirm_AfterOneWasCorrected_IsRefused()
    {
        var book = BookWith(First, Second(5));
        var same = Assert.Single(book.SameEvents());
        var corrected = book.Correct(First.Key, First with { Note = "no" }, Later).OrThrow();

        Assert.Equal(BookRefusalReason.ChangedSince, Assert.Single(corrected.Confirm(same, Later).Refused).Reason);
        Assert.Throws<ArgumentOutOfRangeException>("recordedAt", () => book.Confirm(same, At - Duration.FromDays(1)));
    }

    [Fact]
    public void Confirm_OfOtherPeople_KeepsEverybody()
    {
        var call = First with { Participants = [Ada, Bob], OthersPresent = 1, Note = "laughed" };
        var meeting = Second(5) with { Participants = [Ada, Eve, Bob], OthersPresent = 2, Length = Duration.FromMinutes(20) };
        var book = BookWith(call, meeting with { Participants = [Ada, Eve] });
        var crowd = BookWith(call, meeting);

        Assert.Empty(book.SameEvents()); // one in three
        var confirmed = crowd.Confirm(Assert.Single(crowd.SameEvents()), Later).OrThrow();
        Assert.Equal(meeting with { Note = "laughed" }, Assert.Single(confirmed.Touchpoints));

        var other = BookWith(call with { Length = Duration.FromMinutes(30) }, meeting with { Length = null });
        var one = Assert.Single(other.Confirm(Assert.Single(other.SameEvents()), Later).OrThrow().Touchpoints);
        Assert.Equal([Ada, Bob, Eve], one.Participants.Order());
        Assert.Equal(2, one.OthersPresent);
    }

    [Fact]
    public void Confirm_OfOtherPeople_WithoutASourceOfItsOwn_IsCorrectedIntoAnotherIdentity()
    {
        var noted = new Touchpoint([Ada, Bob], At, Channel.Voice, Direction.Incoming) { Length = Duration.FromMinutes(20) };
        var book = BookWith(noted, First with { Participants = [Ada, Eve, Bob] });
        var confirmed = book.Confirm(Assert.Single(book.SameEvents()), Later);

        Assert.Equal(3, Assert.Single(confirmed.OrThrow().Touchpoints).Participants.Length);
        Assert.Null(confirmed.Book.FindTouchpoint(noted.Key));
        Assert.Equal(book.Touchpoints, confirmed.Undo().OrThrow().Touchpoints);
        Assert.Equal(1, confirmed.Book.ScoreOf(Eve, Later).Touchpoints);
    }

    [Fact]
    public void Confirm_OfMorePeopleThanOneTouchpointMayHave_IsRefused()
    {
        var contacts = Enumerable.Range(0, 1_001).Select(i => new Contact($"c{i:0000}", "name")).ToArray();
        var all = contacts.Select(contact => contact.Id).ToArray();
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(contacts).OrThrow()
            .Record([First with { Participants = [.. all[..1_000]] }, Second(5) with { Participants = [.. all[1..]] }]).OrThrow();

        Assert.Equal(BookRefusalReason.Contradiction, Assert.Single(book.Confirm(Assert.Single(book.SameEvents()), Later).Refused).Reason);
    }

    [Fact]
    public void Restore_AfterConfirm_SuggestsThemAgain()
    {
        var book = BookWith(First, Second(5));
        var same = Assert.Single(book.SameEvents());
        var restored = book.Confirm(same, Later).OrThrow().Restore(same.Other.Key, Later).OrThrow();

        Assert.Equal(same.Key, Assert.Single(restored.SameEvents()).Key);
        Assert.Equal(2, restored.ScoreOf(Ada, Later).Touchpoints);
    }

    private static Touchpoint Second(long micros) =>
        First with { At = At + Duration.FromNanoseconds(micros * 1_000), Source = new SourceKey("calendar", "1") };

    private static RelationshipBook BookWith(params Touchpoint[] touchpoints) =>
        RelationshipBook.Create(DateTimeZone.Utc).Add(
            [new Contact(Ada, "Ada"), new Contact(Bob, "Bob"), new Contact(Eve, "Eve")]).OrThrow().Record(touchpoints).OrThrow();
}
