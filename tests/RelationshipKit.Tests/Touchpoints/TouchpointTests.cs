using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class TouchpointTests
{
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly ContactId Eve = ContactId.FromValue("Eve");
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly Touchpoint Full = new([Ada, Bob], At, Channel.Voice, Direction.Outgoing)
    {
        Outcome = Outcome.Answered,
        Gesture = Gesture.Thank,
        Length = Duration.FromMinutes(90),
        Facet = Facet.Family,
        Source = new SourceKey("mailbox", "<1@example.org>"),
        Id = "host-1",
        Note = "about the harp",
        OthersPresent = 3,
    };

    private static readonly Dictionary<string, Touchpoint> ChangedFields = new()
    {
        ["Participants"] = Full with { Participants = [Ada] },
        ["SecondParticipant"] = Full with { Participants = [Ada, Eve] },
        ["At"] = Full with { At = At + Duration.FromNanoseconds(1_000) },
        ["Channel"] = Full with { Channel = Channel.Video },
        ["Direction"] = Full with { Direction = Direction.Incoming },
        ["Outcome"] = Full with { Outcome = Outcome.Delivered },
        ["Gesture"] = Full with { Gesture = Gesture.None },
        ["Length"] = Full with { Length = null },
        ["LengthByOne"] = Full with { Length = Full.Length + Duration.FromNanoseconds(1_000) },
        ["Facet"] = Full with { Facet = Facet.Personal },
        ["Source"] = Full with { Source = new SourceKey("mailbox 2", "<1@example.org>") },
        ["Key"] = Full with { Source = new SourceKey("mailbox", "<2@example.org>") },
        ["Id"] = Full with { Id = "host-2" },
        ["Note"] = Full with { Note = null },
        ["OthersPresent"] = Full with { OthersPresent = 4 },
    };

    public static TheoryData<string> Fields => [.. ChangedFields.Keys];

    [Fact]
    public void Constructor_TheRest_IsUnsaid()
    {
        var touchpoint = new Touchpoint(Ada, At, Channel.Voice, Direction.Mutual);

        Assert.Equal<ContactId>([Ada], touchpoint.Participants);
        Assert.Equal(At, touchpoint.At);
        Assert.Equal(Channel.Voice, touchpoint.Channel);
        Assert.Equal(Direction.Mutual, touchpoint.Direction);
        Assert.Equal(Outcome.Delivered, touchpoint.Outcome);
        Assert.Equal(Gesture.None, touchpoint.Gesture);
        Assert.Null(touchpoint.Length);
        Assert.Null(touchpoint.Facet);
        Assert.Null(touchpoint.Source);
        Assert.Null(touchpoint.Id);
        Assert.Null(touchpoint.Note);
        Assert.Equal(0, touchpoint.OthersPresent);
        Assert.Equal(1, touchpoint.GroupSize);
    }

    [Fact]
    public void Fields_AreWhatWasGiven()
    {
        Assert.Equal(Outcome.Answered, Full.Outcome);
        Assert.Equal(Gesture.Thank, Full.Gesture);
        Assert.Equal(Duration.FromMinutes(90), Full.Length);
        Assert.Equal(Facet.Family, Full.Facet);
        Assert.Equal(new SourceKey("mailbox", "<1@example.org>"), Full.Source);
        Assert.Equal("host-1", Full.Id);
        Assert.Equal("about the harp", Full.Note);
        Assert.Equal(3, Full.OthersPresent);
        Assert.Equal(5, Full.GroupSize);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(999, 0)]
    [InlineData(1_000, 1)]
    [InlineData(1_999, 1)]
    [InlineData(-1, -1)]
    [InlineData(-99, -1)]
    [InlineData(-100, -1)]
    [InlineData(-1_000, -1)]
    [InlineData(-1_001, -2)]
    public void At_Nanoseconds_AreFlooredToMicroseconds(long nanoseconds, long micros)
    {
        foreach (var origin in new[] { NodaConstants.UnixEpoch, At, Instant.FromUtc(1815, 12, 10, 0, 0) })
        {
            var touchpoint = new Touchpoint(Ada, origin + Duration.FromNanoseconds(nanoseconds), Channel.Voice, Direction.Mutual);
            Assert.Equal(origin + Duration.FromNanoseconds(micros * 1_000), touchpoint.At);
            Assert.Equal(touchpoint.At, (Full with { At = origin + Duration.FromNanoseconds(nanoseconds) }).At);
        }
    }

    [Fact]
    public void At_EndsOfTime_AreIncludedAndNothingBeyond()
    {
        var first = Instant.FromUtc(1, 1, 2, 0, 0);
        var end = Instant.FromUtc(9999, 12, 31, 0, 0);

        Assert.Equal(first, (Full with { At = first }).At);
        Assert.Equal(end - Duration.FromNanoseconds(1_000), (Full with { At = end - Duration.FromNanoseconds(1) }).At);
        foreach (var outside in new[] { Instant.MinValue, first - Duration.FromNanoseconds(1), end, Instant.MaxValue })
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Full with { At = outside });
            Assert.Contains("from 0001-01-02T00:00:00Z to 9999-12-30T23:59:59.999999Z", refusal.Message, StringComparison.Ordinal);
            Assert.Equal("At", refusal.ParamName);
        }
    }

    [Fact]
    public void Participants_InAnyOrder_AreOrdinal()
    {
        Assert.Equal<ContactId>([Eve, Ada, Bob], new Touchpoint([Bob, Ada, Eve], At, Channel.Voice, Direction.Mutual).Participants);
        Assert.Equal(
            new Touchpoint([Bob, Ada], At, Channel.Voice, Direction.Mutual),
            new Touchpoint([Ada, Bob], At, Channel.Voice, Direction.Mutual));
        Assert.Equal<ContactId>([Ada, Bob], (Full with { Participants = [Bob, Ada] }).Participants);
    }

    [Fact]
    public void Participants_NobodyOrTwice_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Touchpoint([], At, Channel.Voice, Direction.Mutual));
        Assert.Throws<ArgumentException>(() => new Touchpoint(ContactId.None, At, Channel.Voice, Direction.Mutual));
        Assert.Throws<ArgumentException>(() => new Touchpoint([Ada, ContactId.None], At, Channel.Voice, Direction.Mutual));
        Assert.Throws<ArgumentException>(() => Full with { Participants = default });
        Assert.Throws<ArgumentNullException>(() => new Touchpoint((IEnumerable<ContactId>)null!, At, Channel.Voice, Direction.Mutual));
        var refusal = Assert.Throws<ArgumentException>(() => new Touchpoint([Ada, Bob, Ada], At, Channel.Voice, Direction.Mutual));
        Assert.DoesNotContain("ada", refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Participants_MoreThanAThousand_Throws()
    {
        var crowd = Enumerable.Range(0, 1_001).Select(i => (ContactId)$"c{i}").ToArray();

        Assert.Equal(1_000, new Touchpoint(crowd[..1_000], At, Channel.Voice, Direction.Mutual).GroupSize);
        var refusal = Assert.Throws<ArgumentException>(() => new Touchpoint(crowd, At, Channel.Voice, Direction.Mutual));
        Assert.Contains("There are 1001 participants; there must be from 1 to 1000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoSuchChannelDirectionOutcomeOrGesture_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new Touchpoint(Ada, At, null!, Direction.Mutual));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Touchpoint(Ada, At, Channel.Voice, (Direction)4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Full with { Outcome = (Outcome)3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Full with { Gesture = (Gesture)(-1) });
    }

    [Fact]
    public void Length_EndsAreIncluded_AndFlooredToMicroseconds()
    {
        Assert.Equal(Duration.Zero, (Full with { Length = Duration.Zero }).Length);
        Assert.Equal(Duration.FromDays(31), (Full with { Length = Duration.FromDays(31) }).Length);
        Assert.Equal(Duration.FromNanoseconds(1_000), (Full with { Length = Duration.FromNanoseconds(1_999) }).Length);
        Assert.Null((Full with { Length = null }).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Full with { Length = Duration.FromNanoseconds(-1) });
        Assert.Contains(
            "must be from 0 to 31 days",
            Assert.Throws<ArgumentOutOfRangeException>(() => Full with { Length = Duration.FromDays(31) + Duration.Epsilon }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void OthersPresent_OutsideItsRange_Throws()
    {
        Assert.Equal(1_000_002, (Full with { OthersPresent = 1_000_000 }).GroupSize);
        Assert.Throws<ArgumentOutOfRangeException>(() => Full with { OthersPresent = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Full with { OthersPresent = 1_000_001 });
    }

    [Fact]
    public void NoteIdAndSource_TooLongOrEmpty_Throw()
    {
        Assert.Equal(10_000, (Full with { Note = new string('n', 10_000) }).Note!.Length);
        Assert.Equal("", (Full with { Note = "" }).Note);
        Assert.Throws<ArgumentException>(() => Full with { Note = new string('n', 10_001) });
        Assert.Equal(256, (Full with { Id = new string('n', 256) }).Id!.Length);
        Assert.Throws<ArgumentException>(() => Full with { Id = "" });
        Assert.Throws<ArgumentException>(() => Full with { Id = new string('n', 257) });
        Assert.Equal(1_024, new SourceKey(new string('s', 256), new string('k', 1_024)).Key.Length);
        Assert.Throws<ArgumentException>(() => new SourceKey(new string('s', 257), "k"));
        Assert.Throws<ArgumentException>(() => new SourceKey("s", new string('k', 1_025)));
        Assert.Throws<ArgumentException>(() => new SourceKey("s", ""));
        Assert.Throws<ArgumentNullException>(() => new SourceKey(null!, "k"));
        Assert.Throws<ArgumentNullException>(() => new SourceKey("s", null!));
    }

    [Theory]
    [InlineData(Outcome.Delivered, true)]
    [InlineData(Outcome.Answered, true)]
    [InlineData(Outcome.Attempted, false)]
    public void IsContact_Attempts_AreNone(Outcome outcome, bool expected) =>
        Assert.Equal(expected, (Full with { Outcome = outcome }).IsContact);

    [Theory]
    [MemberData(nameof(Fields))]
    public void Equals_AnyFieldChanged_IsFalse(string field)
    {
        Assert.NotEqual(Full, ChangedFields[field]);
        Assert.True(Full != ChangedFields[field]);
    }

    [Fact]
    public void Equals_AllFieldsTheSame_IsTrue()
    {
        var same = Full with { Participants = ImmutableArray.Create(Bob, Ada), Source = new SourceKey("mailbox", "<1@example.org>") };
        Assert.Equal(Full, same);
        Assert.Equal(Full.GetHashCode(), same.GetHashCode());
        Assert.False(Full.Equals(null));
    }

    [Fact]
    public void ToString_HasNoPersonalData()
    {
        Assert.Equal("2026-03-02T09:00:00Z voice Outgoing", Full.ToString());
        Assert.Equal("a source key", Full.Source!.ToString());
    }
}
