using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>Reads openings and replies off touchpoints in time order.</summary>
internal sealed class ConversationReader(TieLayout plan, ScoreSettings settings, long asOfMicros)
{
    private readonly long silence = Micros(settings.ConversationSilence);
    private readonly long window = Micros(settings.ReplyWindow);
    private readonly Side owner = new();
    private readonly Side contact = new();

    public Conversation Read(IEnumerable<Touchpoint> touchpoints)
    {
        ReadAll(touchpoints);
        return new Conversation(
            owner.Openings,
            contact.Openings,
            Reciprocity.Of(owner.Decayed, contact.Decayed, owner.Openings + contact.Openings, settings),
            contact.RepliesAt(asOfMicros, window),
            owner.RepliesAt(asOfMicros, window));
    }

    /// <summary>Returns the contact's replies alone, without weighing who opens.</summary>
    public ReplyStatistics ReadContactReplies(IEnumerable<Touchpoint> touchpoints)
    {
        ReadAll(touchpoints);
        return contact.RepliesAt(asOfMicros, window);
    }

    private static long Micros(Duration duration) => (long)(duration.ToInt64Nanoseconds() / 1_000);

    // What both sides did at one instant is mutual: neither answered the other, and swapping the sides swaps the answer.
    private List<Moment> MomentsOf(IEnumerable<Touchpoint> touchpoints)
    {
        var all = new List<Moment>();
        var isSorted = true;
        foreach (var touchpoint in touchpoints)
        {
            ArgumentNullException.ThrowIfNull(touchpoint, nameof(touchpoints));
            if (touchpoint.IsContact && touchpoint.AtMicros <= asOfMicros)
            {
                isSorted &= all.Count == 0 || all[^1].At <= touchpoint.AtMicros;
                all.Add(
                    new Moment(
                        touchpoint.AtMicros, touchpoint.Direction is Direction.Outgoing or Direction.Mutual,
                        touchpoint.Direction is Direction.Incoming or Direction.Mutual));
            }
        }

        if (!isSorted)
        {
            all.Sort(static (left, right) => left.At.CompareTo(right.At));
        }

        var count = 0;
        for (var i = 0; i < all.Count; i++)
        {
            var moment = all[i];
            if (count > 0 && all[count - 1] is var before && before.At == moment.At)
            {
                all[count - 1] = new Moment(moment.At, before.Outgoing || moment.Outgoing, before.Incoming || moment.Incoming);
            }
            else
            {
                all[count++] = moment;
            }
        }

        all.RemoveRange(count, all.Count - count);
        return all;
    }

    private void ReadAll(IEnumerable<Touchpoint> touchpoints)
    {
        Moment? previous = null;
        foreach (var moment in MomentsOf(touchpoints))
        {
            ReadOne(moment, previous);
            previous = moment;
        }
    }

    private void ReadOne(Moment moment, Moment? previous)
    {
        if (moment.Incoming)
        {
            owner.AnswerAt(moment.At, window);
        }

        if (moment.Outgoing)
        {
            contact.AnswerAt(moment.At, window);
        }

        var opens = previous is not { } before || (moment.At - before.At >= silence && !Answers(moment, before));
        if (opens && moment.Outgoing != moment.Incoming)
        {
            var ageDays = SupportedTime.DaysBetween(moment.At, asOfMicros);
            (moment.Outgoing ? owner : contact).OpenAt(moment.At, Elementary.Exp2(-ageDays / plan.Settings.BalanceHalfLife.TotalDays));
        }
    }

    private bool Answers(Moment moment, Moment before) =>
        moment.At - before.At <= window
        && before.Outgoing != before.Incoming
        && moment.Outgoing == before.Incoming
        && moment.Incoming == before.Outgoing;

    /// <summary>One instant with contact, and which sides reached out.</summary>
    private readonly record struct Moment(long At, bool Outgoing, bool Incoming);

    /// <summary>The openings of one side and what became of them.</summary>
    private sealed class Side
    {
        private readonly List<long> waiting = [];
        private readonly List<(long At, long Latency)> answered = [];
        private readonly List<long> unanswered = [];

        public int Openings { get; private set; }

        public double Decayed { get; private set; }

        public void OpenAt(long at, double retained)
        {
            Openings++;
            Decayed += retained;
            waiting.Add(at);
        }

        public void AnswerAt(long at, long window)
        {
            foreach (var opening in waiting)
            {
                if (at - opening <= window)
                {
                    answered.Add((opening, at - opening));
                }
                else
                {
                    unanswered.Add(opening);
                }
            }

            waiting.Clear();
        }

        public ReplyStatistics RepliesAt(long asOf, long window)
        {
            var latencies = answered.Where(reply => IsOver(reply.At)).Select(reply => reply.Latency).Order().ToArray();
            var silent = unanswered.Concat(waiting).Count(IsOver);
            return new ReplyStatistics(latencies.Length + silent, latencies.Length, MedianOf(latencies));

            bool IsOver(long opening) => asOf - opening >= window;
        }

        private static Duration? MedianOf(long[] sorted) =>
            sorted.Length == 0
                ? null
                : Duration.FromNanoseconds(1_000L * ((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2));
    }
}
