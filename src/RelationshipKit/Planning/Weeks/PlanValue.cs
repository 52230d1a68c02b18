using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Planning.Weeks;

/// <summary>
/// What a touch is worth: the strength it adds over the next eight weeks, in days of full strength, more for the inner circles.
/// </summary>
/// <remarks>
/// A light touch is answered or not. The answer adds to it with a probability: the share of the owner's openings that this contact
/// answered, drawn towards 7 of 10, and half of that after half a year of silence. These are conventions, tried in simulated weeks (the
/// <c>lives</c> command); the eight weeks hardly matter.
/// </remarks>
internal sealed class PlanValue
{
    private const double PriorAnswers = 7;
    private const double PriorOpenings = 10;

    // The full weights of 4, 3, 2 and 1 cost some of the total strength.
    private const double WeightPower = 0.4;

    private static readonly Duration Silence = Duration.FromDays(180);

    private readonly PlanWeek week;
    private readonly Contact contact;
    private readonly RelationshipScorer scorer;
    private readonly TieState state;
    private readonly double weight;
    private readonly double answers;
    private readonly LocalDate? lastDay;
    private readonly List<(Channel Channel, bool IsAgain, double Days)> worth = [];
    private (Instant From, ExpectedContacts[] Left)? ahead;

    public PlanValue(PlanWeek week, Contact contact, RelationshipScorer scorer, TieState state, ImmutableArray<Touchpoint> touchpoints)
    {
        this.week = week;
        this.contact = contact;
        this.scorer = scorer;
        this.state = state;
        weight = WeightOf(contact.Circle);
        lastDay = state.LastTouch?.InZone(scorer.Zone).Date;
        var replies = scorer.ContactRepliesAt(touchpoints, week.AsOf);
        var isSilent = state.LastTouch is not { } last || week.AsOf - last > Silence;
        answers = (replies.Replies + PriorAnswers) / (replies.Openings + PriorOpenings) / (isSilent ? 2 : 1);
    }

    /// <summary>Returns how much a contact of a circle counts, by how few such circles hold.</summary>
    public static double WeightOf(Circle? circle) =>
        Numerics.Elementary.Exp(
            WeightPower * Numerics.Elementary.Log(circle?.AdvisedCapacity switch { <= 5 => 4, <= 15 => 3, <= 50 => 2, _ => 1 }));

    /// <summary>Returns what a touch is worth; one later in the week leaves fewer days of the eight weeks.</summary>
    public double Of(Channel channel, LocalDate day)
    {
        // A second touch on a day adds less than one on a day of its own.
        var isAgain = lastDay == day;
        var days = double.NaN;
        foreach (var known in worth)
        {
            days = known.Channel == channel && known.IsAgain == isAgain ? known.Days : days;
        }

        if (double.IsNaN(days))
        {
            worth.Add((channel, isAgain, days = DaysOf(channel, week.InstantOn(day))));
        }

        return weight * days * (1 - (Period.DaysBetween(week.Monday, day) / (7.0 * PlanHorizon.Weeks)));
    }

    private double DaysOf(Channel channel, Instant at)
    {
        var isRich = week.Rows[channel.Name].Class == ChannelClass.Rich;
        var touch = new Touchpoint(contact.Id, at, channel, isRich ? Direction.Mutual : Direction.Outgoing);
        var reply = new Touchpoint(contact.Id, at + PlanHorizon.AnswersAfter, channel, Direction.Incoming);
        return scorer.NewCellOf(state, touch) is { } cell && scorer.NewCellOf(state, reply) is { } answer
            && (isRich || answer.Day > cell.Day)
            ? OnNewDays(at, cell, isRich ? null : answer)
            : OnKnownDays(touch, isRich ? null : reply);
    }

    // Cells of their own only add: nothing is folded again.
    private double OnNewDays(Instant at, in TieCell cell, TieCell? answer)
    {
        if (ahead is not { } known || known.From != at)
        {
            ahead = known = (at, scorer.ExpectedAt(state, PlanHorizon.After(at)));
        }

        var days = 0.0;
        for (var i = 0; i < PlanHorizon.Weeks; i++)
        {
            var left = known.Left[i];
            var touched = left.With(cell, week.Horizon.OfTouch[i]);
            var gain = touched.Strength.Value - left.Strength.Value;
            days += 7 * (answer is { } reply ? gain
                + (answers * (touched.With(reply, week.Horizon.OfAnswer[i]).Strength.Value - touched.Strength.Value)) : gain);
        }

        return days;
    }

    private double OnKnownDays(Touchpoint touch, Touchpoint? reply)
    {
        var days = 0.0;
        var touched = reply is null ? state : state.With(touch);
        foreach (var at in PlanHorizon.After(touch.At))
        {
            days += 7 * (scorer.GainOf(state, touch, at) + (reply is null ? 0 : answers * scorer.GainOf(touched, reply, at)));
        }

        return days;
    }
}
