using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Forecasts;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Planning.Simulation;

/// <summary>One contact while a simulation runs.</summary>
internal sealed class SimulatedLife
{
    private const int DaysOfAWeek = 7;

    private readonly Contact contact;
    private readonly RelationshipScorer scorer;
    private readonly CadenceRules plan;
    private readonly SimulationSettings settings;
    private readonly SplitMix64 random;
    private readonly Channel usual;
    private ImmutableArray<Touchpoint> touchpoints;
    private TieState state;
    private CadenceResolution? resolution;
    private LocalDate today;
    private int daysSinceAsked;
    private double luckToReach;
    private double luckToAnswer;

    public SimulatedLife(
        Contact contact, ImmutableArray<Touchpoint> touchpoints, RelationshipScorer scorer, CadenceRules plan, SimulationSettings settings,
        Instant asOf)
    {
        this.contact = contact;
        this.scorer = scorer.For(contact);
        this.plan = plan;
        this.settings = settings;
        random = SplitMix64.Of(settings.Seed, contact.Id.Value);
        this.touchpoints = [.. touchpoints.Where(touchpoint => touchpoint.At <= asOf)];
        state = this.scorer.StateOf(this.touchpoints, asOf);
        usual = this.touchpoints.Where(touchpoint => touchpoint.IsContact).CountBy(touchpoint => touchpoint.Channel)
            .OrderByDescending(row => row.Value).ThenBy(
                row => row.Key.Name, StringComparer.Ordinal).Select(row => row.Key).FirstOrDefault(Channel.Message);
        Total = new SimulatedContact(contact.Id);
    }

    public SimulatedContact Total { get; }

    // How often they come forward is a rate, for which a usual gap would be too short: it takes long gaps for shorter.
    private double? MeanGapDays => RhythmState.Of(state) is { ContactDays: > 1 } known ? known.SpanDays / (known.ContactDays - 1) : null;

    // A date is due on its best day.
    public LocalDate Ideal => DateDue is { } date ? date.On : resolution!.Window!.Value.Ideal;

    private CadenceDate? DateDue => resolution!.Dates.FirstOrDefault(date => date.Day <= today);

    /// <summary>Begins a day: draws its random numbers, lets the contact make contact, and says whether the contact is due.</summary>
    public bool Begin(LocalDate day, Instant now)
    {
        // Drawn whether they are used or not, so that one day's events do not shift the draws of the next.
        (luckToReach, luckToAnswer) = (random.NextShare(), random.NextShare());
        var isTheirs = random.NextShare() < (MeanGapDays is { } gap ? settings.TheirShare / Math.Max(1, gap) : 0);
        if (isTheirs)
        {
            Add(new Touchpoint(contact.Id, now, usual, Direction.Incoming));
            Total.Theirs++;
        }

        // A window follows from what happened; a host's own policy may look at the day, so it is asked each week at least, and whenever it
        // matters.
        today = day;
        if (resolution is null || ++daysSinceAsked >= DaysOfAWeek || resolution.IsDueBy(day) || resolution.IsResting)
        {
            resolution = plan.Resolve(CadenceHistory.Of(contact, touchpoints, state, scorer, now));
            daysSinceAsked = 0;
        }

        var isDue = DateDue is not null || (!resolution.IsResting && resolution.Window is { } window && window.Ideal <= day);
        Total.DueDays += isDue ? 1 : 0;
        return isDue;
    }

    /// <summary>Reaches out if the draw says so, a moment after anything the contact did on its own.</summary>
    public bool Reach(Instant now)
    {
        if (!(luckToReach < settings.ReachShare))
        {
            return false;
        }

        var counts = resolution!.TouchpointFilter ?? TouchpointFilter.Any;
        var isAnswered = luckToAnswer < settings.AnswerShare;
        var at = now + Duration.FromMinutes(1);
        Add(
            new Touchpoint(
                contact.Id, at, counts.Channels.IsEmpty || counts.Channels.Contains(usual) ? usual : counts.Channels[0],
                counts.Directions.IsEmpty ? Direction.Outgoing : counts.Directions[0])
            {
                Outcome = isAnswered ? Outcome.Answered : Outcome.Delivered,
                Gesture = DateDue is not null ? Gesture.Congratulate : counts.Gestures.IsEmpty ? Gesture.None : counts.Gestures[0],
                Facet = counts.Facet,
            });
        Total.Reached++;
        Total.Answered += isAnswered ? 1 : 0;
        return true;
    }

    private void Add(Touchpoint touchpoint)
    {
        touchpoints = touchpoints.Add(touchpoint);
        state = state.With(touchpoint);
        resolution = null;
    }
}
