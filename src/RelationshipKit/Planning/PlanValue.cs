using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Planning;

/// <summary>What a touch is worth: the strength it adds over the next eight weeks, in days of full strength, more for the inner circles.</summary>
/// <remarks>
/// A light touch is answered or not: the answer adds to it with the share of the owner's openings that this contact answered, drawn towards 7 of 10, and half of it after
/// half a year of silence. These are conventions, tried by living weeks with them (the <c>lives</c> command); the eight weeks hardly matter.
/// </remarks>
internal sealed class PlanValue
{
    private const int Weeks = 8;
    private const double PriorAnswers = 7;
    private const double PriorOpenings = 10;

    // The full weights of 4, 3, 2 and 1 cost some of the total strength.
    private const double WeightPower = 0.4;

    private static readonly Duration Silence = Duration.FromDays(180);
    private static readonly Duration AnswersAfter = Duration.FromHours(20);

    private readonly PlanWeek week;
    private readonly RelationshipScorer scorer;
    private readonly TieState state;
    private readonly double weight;
    private readonly double answers;
    private readonly Dictionary<(Channel Channel, bool IsAgain), double> worth = [];

    public PlanValue(PlanWeek week, Contact contact, RelationshipScorer scorer, TieState state, ImmutableArray<Touchpoint> touchpoints)
    {
        this.week = week;
        this.scorer = scorer;
        this.state = state;
        weight = WeightOf(contact.Circle);
        var replies = scorer.ConversationAt(touchpoints, week.AsOf).ContactReplies;
        var isSilent = state.LastTouch is not { } last || week.AsOf - last > Silence;
        answers = (replies.Replies + PriorAnswers) / (replies.Openings + PriorOpenings) / (isSilent ? 2 : 1);
    }

    /// <summary>Returns how much a contact of a circle counts, by how few such circles hold.</summary>
    public static double WeightOf(Circle? circle) => Numerics.Elementary.Exp(WeightPower * Numerics.Elementary.Log(circle?.AdvisedCapacity switch { <= 5 => 4, <= 15 => 3, <= 50 => 2, _ => 1 }));

    /// <summary>Returns what a touch is worth; one later in the week leaves fewer days of the eight weeks.</summary>
    public double Of(Touchpoint touch, LocalDate day)
    {
        // A second touch on a day adds less than one on a day of its own.
        var isAgain = state.LastTouch is { } last && last.InZone(scorer.Zone).Date == day;
        if (!worth.TryGetValue((touch.Channel, isAgain), out var days))
        {
            worth.Add((touch.Channel, isAgain), days = DaysOf(touch));
        }

        return weight * days * (1 - (Period.DaysBetween(week.Monday, day) / (7.0 * Weeks)));
    }

    private double DaysOf(Touchpoint touch)
    {
        var days = 0.0;
        var isRich = week.Rows[touch.Channel.Name].Class == ChannelClass.Rich;
        var plain = isRich ? touch : touch with { Direction = Direction.Outgoing, Outcome = Outcome.Delivered };
        var reply = new Touchpoint(touch.Participants[0], touch.At + AnswersAfter, touch.Channel, Direction.Incoming);
        var touched = isRich ? state : state.With(plain);
        for (var i = 0; i < Weeks; i++)
        {
            // The middle of each week stands for it.
            var at = touch.At + Duration.FromDays((7 * i) + 3.5);
            days += 7 * (scorer.GainOf(state, plain, at) + (isRich ? 0 : answers * scorer.GainOf(touched, reply, at)));
        }

        return days;
    }
}
