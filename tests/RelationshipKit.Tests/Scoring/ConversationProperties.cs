using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

[Properties(Arbitrary = [typeof(TieArbitraries)], Replay = "(2862933555777941757,3037000493123456789)", MaxTest = 300)]
public class ConversationProperties
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 8, 0);

    // Steps between touchpoints that lie on, just under and just over the silence of 12 hours and the window of 7 days.
    private static readonly Arbitrary<(long Micros, Direction Direction)[]> Steps =
        (from hours in Gen.Elements(0L, 1, 11, 12, 13, 100, 156, 168, 169, 400)
         from micros in Gen.Elements(-1L, 0, 0, 1)
         from direction in Gen.Elements(Enum.GetValues<Direction>())
         select (Math.Max(0, (hours * 3_600_000_000) + micros), direction)).ArrayOf().ToArbitrary();

    [Property]
    public Property Openings_and_replies_are_those_of_a_plain_second_reading() =>
        Prop.ForAll(
            Steps,
            Gen.Elements(0L, 167, 168, 169, 2_000).ToArbitrary(),
            (steps, hoursLater) =>
            {
                var touchpoints = TouchpointsOf(steps);
                var asOf = (touchpoints.Length == 0 ? Start : touchpoints[^1].At) + Duration.FromHours(hoursLater);
                return Same(Read(touchpoints, asOf), new PlainConversation(touchpoints, asOf))
                    .Classify(Read(touchpoints, asOf).OwnerReplies.Replies > 0, "the owner replied")
                    .Classify(Read(touchpoints, asOf).ContactReplies.MedianLatency is not null, "the contact replied");
            });

    [Property]
    public bool Openings_of_any_history_are_those_of_a_plain_second_reading(TieHistory history) =>
        Same(
            history.Scorer.ConversationAt(history.Touchpoints, history.AsOf),
            new PlainConversation([.. history.Counted.OrderBy(touchpoint => touchpoint.At)], history.AsOf));

    [Property]
    public Property Replies_never_outnumber_openings() =>
        Prop.ForAll(
            Steps,
            steps =>
            {
                // Also while the time to answer the last openings is not over.
                var touchpoints = TouchpointsOf(steps);
                return touchpoints.Select(touchpoint => touchpoint.At).Append(Start + Duration.FromDays(40))
                    .All(asOf => Holds(Read(touchpoints, asOf)));
            });

    private static bool Holds(Conversation read) =>
        read.OwnerReplies.Replies <= read.OwnerReplies.Openings
        && read.OwnerReplies.Openings <= read.ContactOpenings
        && read.ContactReplies.Replies <= read.ContactReplies.Openings
        && read.ContactReplies.Openings <= read.OwnerOpenings
        && (read.OwnerReplies.MedianLatency is null) == (read.OwnerReplies.Replies == 0)
        && (read.OwnerReplies.MedianLatency is not { } latency || (latency >= Duration.Zero && latency <= Duration.FromDays(7)));

    private static Touchpoint[] TouchpointsOf((long Micros, Direction Direction)[] steps)
    {
        var at = Start;
        return [.. steps.Select(
            step =>
                new Touchpoint(TieArbitraries.Ada, at += Duration.FromNanoseconds(step.Micros * 1_000), Channel.Message, step.Direction))];
    }

    private static Conversation Read(Touchpoint[] touchpoints, Instant asOf) =>
        new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc).ConversationAt(touchpoints, asOf);

    private static bool Same(Conversation read, PlainConversation plain) =>
        (read.OwnerOpenings, read.ContactOpenings) == (plain.Openings(Direction.Outgoing).Length, plain.Openings(Direction.Incoming).Length)
        && Same(read.ContactReplies, plain.AnswersTo(Direction.Outgoing))
        && Same(read.OwnerReplies, plain.AnswersTo(Direction.Incoming))
        && Math.Abs(read.Initiation.Given - plain.Decayed(Direction.Outgoing)) <= 1e-9
        && Math.Abs(read.Initiation.Received - plain.Decayed(Direction.Incoming)) <= 1e-9;

    private static bool Same(ReplyStatistics read, Duration?[] plain)
    {
        var latencies = plain.OfType<Duration>().Order().ToArray();
        return (read.Openings, read.Replies) == (plain.Length, latencies.Length)
            && read.MedianLatency == (latencies.Length == 0 ? null
                : Floored((latencies[(latencies.Length - 1) / 2] + latencies[latencies.Length / 2]) / 2));
    }

    private static Duration Floored(Duration duration) => Duration.FromNanoseconds(duration.ToInt64Nanoseconds() / 1_000 * 1_000);

    /// <summary>The definition of openings and replies, asked of every pair of instants.</summary>
    private sealed class PlainConversation(Touchpoint[] touchpoints, Instant asOf)
    {
        private static readonly Duration Silence = Duration.FromHours(12);
        private static readonly Duration Window = Duration.FromDays(7);

        private readonly Instant[] instants = [.. touchpoints.Select(touchpoint => touchpoint.At).Distinct().Order()];

        public Instant[] Openings(Direction who) =>
            [.. instants.Where(
                (at, i) => Side(at) == who
                    && (i == 0
                        || (at - instants[i - 1] >= Silence && !(Side(instants[i - 1]) == Other(who) && at - instants[i - 1] <= Window))))];

        public double Decayed(Direction who) => Openings(who).Sum(at => Math.Pow(2, -(asOf - at).TotalDays / 180));

        // For each opening that is old enough how long its answer took; null for none in time.
        public Duration?[] AnswersTo(Direction who) =>
            [.. from opening in Openings(who)
                where asOf - opening >= Window
                let answers = instants.Where(
                    at => at > opening && Side(at) is { } side && side != who && side != Direction.Unknown && at - opening <= Window)
                    .ToArray()
                select answers.Length == 0 ? (Duration?)null : answers[0] - opening];

        private static Direction Other(Direction side) => side == Direction.Outgoing ? Direction.Incoming : Direction.Outgoing;

        // Who reached out at an instant; mutual where both did.
        private Direction Side(Instant at)
        {
            var sides = touchpoints.Where(touchpoint => touchpoint.At == at).Select(
                touchpoint => touchpoint.Direction).Where(direction => direction != Direction.Unknown).Distinct().ToArray();
            return sides.Length switch { 0 => Direction.Unknown, 1 => sides[0], _ => Direction.Mutual };
        }
    }
}
