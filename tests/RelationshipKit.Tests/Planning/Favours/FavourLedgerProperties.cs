using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Planning.Favours;

[Properties(Arbitrary = [typeof(TouchpointArbitraries)], Replay = "(6364136223846793005,1442695040888963407)")]
public class FavourLedgerProperties
{
    private static readonly Gesture[] Gestures =
        [Gesture.Advice, Gesture.Share, Gesture.Help, Gesture.Thank, Gesture.Introduction, Gesture.Encouragement];
    private static readonly Direction[] Directions = [Direction.Outgoing, Direction.Incoming, Direction.Mutual, Direction.Unknown];

    [Property]
    public void Swapping_sides_changes_every_sign(Touchpoint[] touchpoints, int seed)
    {
        var given = touchpoints.Select((touchpoint, i) => Varied(touchpoint, seed + i, swap: false)).ToArray();
        var taken = touchpoints.Select((touchpoint, i) => Varied(touchpoint, seed + i, swap: true)).ToArray();
        foreach (var instant in TouchpointArbitraries.Instants)
        {
            var one = FavourLedger.Of(given, instant);
            var other = FavourLedger.Of(taken, instant);

            Assert.Equal(one.Standings.Select(standing => standing.Contact), other.Standings.Select(standing => standing.Contact));
            Assert.All(one.Standings, standing =>
            {
                var swapped = other.With(standing.Contact);
                Assert.Equal(
                    (standing.Given, standing.Received, standing.Difference), (swapped.Received, swapped.Given, -swapped.Difference));
                Assert.Equal(standing.Verdict == BalanceVerdict.MostlyOutgoing, swapped.Verdict == BalanceVerdict.MostlyIncoming);
            });
        }
    }

    [Property]
    public void Without_anything_new_favours_are_only_let_go(Touchpoint[] touchpoints, int seed)
    {
        var made = touchpoints.Select((touchpoint, i) => Varied(touchpoint, seed + i, swap: false)).ToArray();
        var first = TouchpointArbitraries.Instants[2];
        var known = made.Where(touchpoint => touchpoint.At <= first).ToArray();
        var before = FavourLedger.Of(known, first);
        foreach (var days in new[] { 1, 30, 364, 365, 400 })
        {
            var later = FavourLedger.Of(known, first + Duration.FromDays(days));
            Assert.All(
                later.Standings,
                standing => Assert.Subset(before.With(standing.Contact).Favours.ToHashSet(), standing.Favours.ToHashSet()));
        }
    }

    private static Touchpoint Varied(Touchpoint touchpoint, int seed, bool swap)
    {
        var direction = Directions[(seed & int.MaxValue) % Directions.Length];
        var seen = (direction, swap) switch
        {
            (Direction.Outgoing, true) => Direction.Incoming,
            (Direction.Incoming, true) => Direction.Outgoing,
            _ => direction,
        };
        return new Touchpoint(touchpoint.Participants, touchpoint.At, touchpoint.Channel, seen)
        {
            Outcome = touchpoint.Outcome,
            Gesture = Gestures[(seed & int.MaxValue) / 4 % Gestures.Length],
        };
    }
}
