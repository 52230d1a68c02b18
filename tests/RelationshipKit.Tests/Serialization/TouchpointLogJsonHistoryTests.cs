using NodaTime;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Serialization;

/// <summary>Logs with a past: saved, loaded, asked what was known, and saved again.</summary>
public class TouchpointLogJsonHistoryTests
{
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly ContactId Bob = ContactId.FromValue("bob");
    private static readonly Instant First = Instant.FromUtc(1, 1, 2, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(9999, 12, 31, 0, 0) - Duration.FromNanoseconds(1_000);
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Micro = Duration.FromNanoseconds(1_000);

    private static readonly Touchpoint Full = new([Ada, Bob], At, Channel.FromName("pigeon"), Direction.Outgoing)
    {
        Outcome = Outcome.Answered,
        Gesture = Gesture.FollowUp,
        Length = Micro,
        Facet = Facet.Family,
        Source = new SourceKey("mail", "1"),
        Id = "t1",
        Note = "\"ü\" 😀\n\0",
        OthersPresent = 3,
    };

    private static readonly Dictionary<string, Touchpoint> ChangedFields = new()
    {
        ["Participants"] = Full with { Participants = [Ada] },
        ["At"] = Full with { At = At - Micro },
        ["Channel"] = Full with { Channel = Channel.FromName("walk") },
        ["Direction"] = Full with { Direction = Direction.Unknown },
        ["Outcome"] = Full with { Outcome = Outcome.Attempted },
        ["Gesture"] = Full with { Gesture = Gesture.None },
        ["Length"] = Full with { Length = Duration.FromDays(31) },
        ["ZeroLength"] = Full with { Length = Duration.Zero },
        ["NoLength"] = Full with { Length = null },
        ["Facet"] = Full with { Facet = null },
        ["Source"] = Full with { Source = new SourceKey("chat", "1") },
        ["Key"] = Full with { Source = new SourceKey("mail", "2") },
        ["NoSource"] = Full with { Source = null },
        ["Id"] = Full with { Id = null },
        ["Note"] = Full with { Note = "" },
        ["NoNote"] = Full with { Note = null },
        ["IsAutomatic"] = Full with { IsAutomatic = true },
        ["NeedsNoAnswer"] = Full with { NeedsNoAnswer = true },
        ["OthersPresent"] = Full with { OthersPresent = 0 },
        ["MostOthersPresent"] = Full with { OthersPresent = 1_000_000 },
    };

    public static TheoryData<string> Fields => [.. ChangedFields.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Save_OneFieldChanged_IsNoticedAndLoaded(string field)
    {
        var changed = ChangedFields[field];

        Assert.NotEqual(Saved(LogOf(Full)), Saved(LogOf(changed)));
        Assert.Equal([changed], Loaded(Saved(LogOf(changed))));
    }

    [Fact]
    public void Load_LongHistory_RemembersEveryMomentAndSavesTheSameBytes()
    {
        var moments = Enumerable.Range(0, 9).Select(day => At + Duration.FromDays(day)).ToArray();
        var log = new TouchpointLog();
        log.Add(Full, moments[1]);
        log.Correct(Full, Full with { Note = null }, moments[2]);
        log.Retract(Full, moments[4]);
        log.Restore(Full with { OthersPresent = 0 }, moments[5]);
        log.Correct(Full, Full with { Id = "t2" }, moments[7]);

        var loaded = Loaded(Saved(log));

        Assert.Equal([0, 1, 1, 1, 0, 1, 1, 1, 1], moments.Select(moment => loaded.AsKnownAt(moment).Count));
        foreach (var moment in moments.SelectMany(moment => new[] { moment - Micro, moment, moment + Micro }))
        {
            Assert.Equal(log.AsKnownAt(moment), loaded.AsKnownAt(moment));
        }

        Assert.Equal(Saved(log), Saved(loaded));
        Assert.Equal(AddResult.Retracted, loaded.Add(Full));
        Assert.Throws<ArgumentOutOfRangeException>(() => loaded.Restore(Full, moments[7] - Micro));
    }

    [Fact]
    public void Save_AddedAndRetractedInAnyOrder_IsTheSameBytes()
    {
        Touchpoint[] touchpoints =
            [
                Full, Full with { Id = "t2" }, Full with { Id = null }, Full with { Id = null, Source = null },
                Full with { Id = "t0", At = At - Micro }
            ];

        Assert.Equal(Saved(Retracted(touchpoints)), Saved(Retracted([.. touchpoints.Reverse()])));
    }

    [Fact]
    public void SaveAndLoad_EndsOfTime_AreKept()
    {
        var log = new TouchpointLog();
        log.Add(Full with { Id = "first", At = First }, Last);
        log.Add(Full with { Id = "last", At = Last }, First);
        log.Add(Full with { Id = "between" }, First);
        log.Retract(Full with { Id = "between" }, Last);

        var loaded = Loaded(Saved(log));

        Assert.Equal(["first", "last"], loaded.Select(touchpoint => touchpoint.Id));
        Assert.Equal([First, Last], loaded.Select(touchpoint => touchpoint.At));
        Assert.Equal(["between", "last"], loaded.AsKnownAt(Last - Micro).Select(touchpoint => touchpoint.Id));
        Assert.Equal(Saved(log), Saved(loaded));
    }

    private static TouchpointLog Retracted(Touchpoint[] touchpoints)
    {
        var log = LogOf(touchpoints);
        Assert.All(touchpoints, touchpoint => Assert.True(log.Retract(touchpoint, At + Duration.FromDays(1))));
        return log;
    }

    private static TouchpointLog LogOf(params Touchpoint[] touchpoints)
    {
        var log = new TouchpointLog();
        Assert.All(touchpoints, touchpoint => Assert.Equal(AddResult.Added, log.Add(touchpoint)));
        return log;
    }

    private static byte[] Saved(TouchpointLog log)
    {
        using var stream = new MemoryStream();
        TouchpointLogJson.Save(stream, log);
        return stream.ToArray();
    }

    private static TouchpointLog Loaded(byte[] json)
    {
        using var stream = new MemoryStream(json);
        return TouchpointLogJson.Load(stream);
    }
}
