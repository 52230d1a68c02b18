using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Cadences;

public class QualifyingTests
{
    private static readonly Touchpoint Call = new(
        ContactId.FromValue("ada"), Instant.FromUtc(2026, 3, 2, 9, 0), Channel.Voice, Direction.Outgoing)
    {
        Outcome = Outcome.Answered,
        Gesture = Gesture.Thank,
        Facet = Facet.Family,
    };

    private static readonly (TouchpointFilter Rule, bool Holds, string Words)[] Rules =
    [
        (TouchpointFilter.Any, true, "by any touch"),
        (TouchpointFilter.Rich, true, "by voice or video or in-person or group-event"),
        (TouchpointFilter.By(Channel.Video, Channel.Voice), true, "by video or voice"),
        (TouchpointFilter.By(Channel.Letter), false, "by letter"),
        (new TouchpointFilter { Directions = [Direction.Outgoing, Direction.Mutual] }, true, "outgoing or mutual"),
        (new TouchpointFilter { Directions = [Direction.Incoming] }, false, "incoming"),
        (new TouchpointFilter { Gestures = [Gesture.Thank] }, true, "to thank"),
        (new TouchpointFilter { Gestures = [Gesture.Congratulate] }, false, "to congratulate"),
        (new TouchpointFilter { Facet = Facet.Family }, true, "as family"),
        (new TouchpointFilter { Facet = Facet.Professional }, false, "as professional"),
        (new TouchpointFilter { MustBeAnswered = true }, true, "answered"),
        (new TouchpointFilter { Channels = [Channel.Voice], MustBeAnswered = true }, true, "by voice, answered"),
    ];

    [Fact]
    public void Holds_OfEachRule_IsSoAndReadsSo() => Assert.All(Rules, row =>
    {
        Assert.Equal((row.Holds, row.Words), (row.Rule.Holds(Call), row.Rule.ToString()));
        Assert.False(row.Rule.Holds(Call with { Outcome = Outcome.Attempted }));
        Assert.Equal(row.Holds && !row.Rule.MustBeAnswered, row.Rule.Holds(Call with { Outcome = Outcome.Delivered }));
    });

    [Fact]
    public void Equality_OfLists_IsThatOfSets()
    {
        var rules = Rules.Select(row => row.Rule).ToArray();

        Assert.All(rules, one => Assert.Single(rules, other => one.Equals(other)));
        Assert.Equal(TouchpointFilter.By(Channel.Voice, Channel.Video), TouchpointFilter.By(Channel.Video, Channel.Voice, Channel.Video));
        Assert.Equal(
            TouchpointFilter.By(Channel.Voice, Channel.Video).GetHashCode(),
            TouchpointFilter.By(Channel.Video, Channel.Voice, Channel.Video).GetHashCode());
        Assert.False(TouchpointFilter.Any.Equals(null));
    }

    [Fact]
    public void Rules_ThatAreNone_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Directions", () => new TouchpointFilter { Directions = [(Direction)99] });
        Assert.Throws<ArgumentOutOfRangeException>("Gestures", () => new TouchpointFilter { Gestures = [(Gesture)99] });
        Assert.Throws<ArgumentNullException>("channels", () => TouchpointFilter.By(null!));
        Assert.Throws<ArgumentNullException>("channels", () => TouchpointFilter.By(Channel.Voice, null!));
        Assert.Throws<ArgumentNullException>("touchpoint", () => TouchpointFilter.Any.Holds(null!));
        Assert.Equal(TouchpointFilter.Any, new TouchpointFilter { Channels = default, Directions = default, Gestures = default });
    }
}
