using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Cadences;

public class QualifyingTests
{
    private static readonly Touchpoint Call = new(ContactId.FromValue("ada"), Instant.FromUtc(2026, 3, 2, 9, 0), Channel.Voice, Direction.Outgoing)
    {
        Outcome = Outcome.Answered,
        Gesture = Gesture.Thank,
        Facet = Facet.Family,
    };

    private static readonly (Qualifying Rule, bool Holds, string Words)[] Rules =
    [
        (Qualifying.Any, true, "by any touch"),
        (Qualifying.Rich, true, "by voice or video or in-person or group-event"),
        (Qualifying.By(Channel.Video, Channel.Voice), true, "by video or voice"),
        (Qualifying.By(Channel.Letter), false, "by letter"),
        (new Qualifying { Directions = [Direction.Outgoing, Direction.Mutual] }, true, "outgoing or mutual"),
        (new Qualifying { Directions = [Direction.Incoming] }, false, "incoming"),
        (new Qualifying { Gestures = [Gesture.Thank] }, true, "to thank"),
        (new Qualifying { Gestures = [Gesture.Congratulate] }, false, "to congratulate"),
        (new Qualifying { Facet = Facet.Family }, true, "as family"),
        (new Qualifying { Facet = Facet.Professional }, false, "as professional"),
        (new Qualifying { MustBeAnswered = true }, true, "answered"),
        (new Qualifying { Channels = [Channel.Voice], MustBeAnswered = true }, true, "by voice, answered"),
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
        Assert.Equal(Qualifying.By(Channel.Voice, Channel.Video), Qualifying.By(Channel.Video, Channel.Voice, Channel.Video));
        Assert.Equal(Qualifying.By(Channel.Voice, Channel.Video).GetHashCode(), Qualifying.By(Channel.Video, Channel.Voice, Channel.Video).GetHashCode());
        Assert.False(Qualifying.Any.Equals(null));
    }

    [Fact]
    public void Rules_ThatAreNone_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Directions", () => new Qualifying { Directions = [(Direction)99] });
        Assert.Throws<ArgumentOutOfRangeException>("Gestures", () => new Qualifying { Gestures = [(Gesture)99] });
        Assert.Throws<ArgumentNullException>("channels", () => Qualifying.By(null!));
        Assert.Throws<ArgumentNullException>("channels", () => Qualifying.By(Channel.Voice, null!));
        Assert.Throws<ArgumentNullException>("touchpoint", () => Qualifying.Any.Holds(null!));
        Assert.Equal(Qualifying.Any, new Qualifying { Channels = default, Directions = default, Gestures = default });
    }
}
