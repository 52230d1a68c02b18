using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class NearDuplicateTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly Touchpoint First = new(Ada, At, Channel.Voice, Direction.Incoming) { Source = new SourceKey("phone", "1") };

    public static TheoryData<string, Touchpoint> Different => new()
    {
        { "later", Second(60_000_001) },
        { "contact", Second(0) with { Participants = [Bob] } },
        { "group", Second(0) with { Participants = [Ada, Bob] } },
        { "channel", Second(0) with { Channel = Channel.Video } },
        { "direction", Second(0) with { Direction = Direction.Outgoing } },
        { "source", Second(0) with { Source = new SourceKey("phone", "2") } },
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60_000_000)]
    public void NearDuplicates_OtherSourceWithinAMinute_ArePaired(long micros)
    {
        var pair = Assert.Single(LogOf(Second(micros) with { Note = "n", Outcome = Outcome.Answered, Source = new SourceKey("zcalendar", "1") }, First).NearDuplicates());
        Assert.Equal(First, pair.Earlier);
        Assert.Equal(At + Duration.FromNanoseconds(micros * 1_000), pair.Later.At);
        Assert.Equal($"{pair.Earlier} ~ {pair.Later}", pair.ToString());
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void NearDuplicates_AnythingDifferent_IsNone(string what, Touchpoint second)
    {
        Assert.Empty(LogOf(First, second).NearDuplicates());
        Assert.NotEmpty(what);
    }

    [Fact]
    public void NearDuplicates_WithoutASource_AreOneSourceOfTheirOwn()
    {
        var noted = First with { Source = null };
        Assert.Single(LogOf(First, noted).NearDuplicates());
        Assert.Empty(LogOf(noted, noted with { Id = "1" }, noted with { Id = "2" }).NearDuplicates());
    }

    [Fact]
    public void NearDuplicates_Three_ArePairedWithinAMinuteOnlyAndInOrder()
    {
        var pairs = LogOf(Second(0) with { Source = new SourceKey("a", "1"), At = At + Duration.FromSeconds(90) }, Second(45_000_000), First).Snapshot().NearDuplicates();
        Assert.Equal([(0d, 45d), (45d, 90d)], pairs.Select(pair => ((pair.Earlier.At - At).TotalSeconds, (pair.Later.At - At).TotalSeconds)));
    }

    [Fact]
    public void NearDuplicates_SharedTouchpoint_IsSuggestedOnce() =>
        Assert.Single(LogOf(First with { Participants = [Ada, Bob] }, Second(5) with { Participants = [Bob, Ada] }).NearDuplicates());

    private static Touchpoint Second(long micros) =>
        First with { At = At + Duration.FromNanoseconds(micros * 1_000), Source = new SourceKey("calendar", "1") };

    private static TouchpointLog LogOf(params Touchpoint[] touchpoints)
    {
        var log = new TouchpointLog();
        Assert.All(touchpoints, touchpoint => Assert.Equal(AddResult.Added, log.Add(touchpoint)));
        return log;
    }
}
