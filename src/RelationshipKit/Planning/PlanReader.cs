using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Planning;

/// <summary>Reads one contact: whether a touch is wanted in the week, on which days, by which channels, and what each gains.</summary>
internal sealed class PlanReader
{
    // A week after a touch the next plan is made; that is when what it left is compared with leaving it.
    private static readonly Duration Later = Duration.FromDays(7);

    // A day within what the policy tolerates is half a day lost.
    private const double Tolerated = 0.5;

    private readonly PlanWeek week;
    private readonly Contact contact;
    private readonly RelationshipScorer scorer;
    private readonly CadenceHistory history;
    private readonly TieState state;
    private readonly CadenceResolution resolution;

    public PlanReader(PlanWeek week, Contact contact, ImmutableArray<Touchpoint> touchpoints)
    {
        this.week = week;
        this.contact = contact;
        scorer = week.Scorer.For(contact);
        state = scorer.StateOf(touchpoints, week.AsOf);
        history = new CadenceHistory(contact, touchpoints, week.AsOf, scorer.Zone) { Rhythm = scorer.RhythmAt(state, week.AsOf) };
        resolution = week.Cadences.Resolve(history);
    }

    /// <summary>Returns the ways to be in touch, or why there is none.</summary>
    public (PlanCandidate? Candidate, PlanReason? Because) Read(LocalDate? notBefore = null)
    {
        if (resolution.Failure is { } failure)
        {
            return (null, new PlanReason(PlanReasonCode.PolicyFailed) { Name = failure.Policy });
        }

        if (resolution.Window is not { } window || resolution.IsResting)
        {
            return (null, new PlanReason(WhyNothing()));
        }

        if (window.Ideal > week.Sunday)
        {
            return (null, WhyLater(window));
        }

        var days = week.WorkingDays.Where(day => day >= window.Ideal && !(day < notBefore) && week.Cadences.Bars(contact, day) is null).ToImmutableArray();
        if (days.IsEmpty && notBefore is { } later && later > week.Sunday)
        {
            return (null, new PlanReason(PlanReasonCode.NotNow) { Date = later });
        }

        if (days.IsEmpty)
        {
            return (null, new PlanReason(WhyNoDay(window)));
        }

        var isDormant = window.StateOn(resolution.Reference!.Value, days[0]) == CadenceState.Dormant;
        var evidence = scorer.EvidenceOf(state.ContactDays);
        if (isDormant && evidence < Evidence.Fair)
        {
            return (null, new PlanReason(PlanReasonCode.LittleToRevive));
        }

        var channels = new PlanChannels(week, contact, history.Touchpoints, evidence);
        var counting = Counting(channels, days[0]);
        if (counting.IsEmpty)
        {
            return (null, new PlanReason(week.Pace is { MostSteps: not null } ? PlanReasonCode.NoSmallStep : PlanReasonCode.NothingCounts));
        }

        var deepening = channels.Deepening is { } rich && counting.Any(touch => touch.Channel == rich)
            ? new PlanReason(PlanReasonCode.CouldDeepen) { Channel = rich, Minutes = channels.MinutesOf(rich) }
            : null;
        var offered = week.Pace is { OffersTheSmallestOnly: true } ? counting[..1] : counting;
        var anyway = ContactAnyway(days[0]);
        var single = days.SelectMany(day => offered.Select(kind => TouchOn(day, kind.Channel, kind.Gesture, channels, window, isDormant, anyway))).ToImmutableArray();
        return (new PlanCandidate(contact, [.. single.Select(touch => ImmutableArray.Create(touch)), .. PairsOf(single, channels)], isDormant, deepening), null);
    }

    private PlanReasonCode WhyNothing() =>
        resolution.IsUnanswered ? PlanReasonCode.Unanswered
        : !resolution.Adjustments.IsEmpty ? CodeOf(resolution.Adjustments[^1].Kind)
        : !resolution.Overridden.IsEmpty && !week.Cadences.WishesOf(contact).NotAbout.IsEmpty ? PlanReasonCode.Wish
        : PlanReasonCode.NothingAsked;

    // What was asked for this week and moved out of it is not simply early.
    private PlanReason WhyLater(CadenceWindow window) =>
        resolution.Adjustments.FirstOrDefault(step => step.From <= week.Sunday && step.To > week.Sunday) is { } moved
            ? new PlanReason(CodeOf(moved.Kind)) { Date = window.Ideal }
            : new PlanReason(PlanReasonCode.NotDue) { Date = window.Ideal };

    private PlanReasonCode WhyNoDay(CadenceWindow window)
    {
        foreach (var day in week.WorkingDays)
        {
            if (day >= window.Ideal && week.Cadences.Bars(contact, day) is { } kind)
            {
                return CodeOf(kind);
            }
        }

        return PlanReasonCode.NoWorkingDay;
    }

    private static PlanReasonCode CodeOf(CadenceAdjustmentKind kind) => kind switch
    {
        CadenceAdjustmentKind.Paused => PlanReasonCode.Rests,
        CadenceAdjustmentKind.Snoozed => PlanReasonCode.Snoozed,
        CadenceAdjustmentKind.Away => PlanReasonCode.Away,
        CadenceAdjustmentKind.QuietDay => PlanReasonCode.QuietDay,
        CadenceAdjustmentKind.Archived => PlanReasonCode.Archived,
        CadenceAdjustmentKind.Deceased => PlanReasonCode.Deceased,
        _ => PlanReasonCode.Wish,
    };

    // The channels by which a touch would satisfy the policy: its window moves on. If none does that suits, whichever does, with whatever gesture it takes.
    private ImmutableArray<(Channel Channel, Gesture? Gesture)> Counting(PlanChannels channels, LocalDate day)
    {
        var suitable = channels.Offered.Where(channel => Counts(channel, GestureOn(day, channel, false), day)).Select(channel => (channel, (Gesture?)null)).ToImmutableArray();
        if (!suitable.IsEmpty)
        {
            return suitable;
        }

        Gesture[] gestures = [Gesture.None, .. Enum.GetValues<Gesture>().Where(gesture => week.Pace?.Allows(gesture) ?? true)];
        return
        [
            .. from channel in channels.Everything
               let gesture = gestures.Cast<Gesture?>().FirstOrDefault(gesture => Counts(channel, Named(gesture!.Value, day, channel), day))
               where gesture is not null
               select (channel, gesture == Gesture.None ? null : gesture),
        ];

        Gesture Named(Gesture gesture, LocalDate on, Channel by) => gesture == Gesture.None ? GestureOn(on, by, false) : gesture;
    }

    private bool Counts(Channel channel, Gesture gesture, LocalDate day)
    {
        var after = Resolved(Imagined(channel, gesture, day));
        return after.Window is not { } next || next.Ideal > resolution.Window!.Value.Ideal;
    }

    private CadenceResolution Resolved(Touchpoint touch) =>
        week.Cadences.Resolve(new CadenceHistory(contact, history.Touchpoints.Add(touch), touch.At, scorer.Zone) { Rhythm = history.Rhythm });

    private Touchpoint Imagined(Channel channel, Gesture gesture, LocalDate day) =>
        new(contact.Id, week.InstantOn(day), channel, week.Rows[channel.Name].Class == ChannelClass.Rich ? Direction.Mutual : Direction.Outgoing) { Gesture = gesture, Outcome = Outcome.Answered };

    private Gesture GestureOn(LocalDate day, Channel channel, bool isForOccasion) => PlanGestures.On(
        day, isForOccasion || resolution.Policy is OccasionCadence, channel == Channel.InPerson, contact, history.Touchpoints, week.AsOf, state.ContactDays, week.Pace);

    private PlanTouch TouchOn(LocalDate day, Channel channel, Gesture? gesture, PlanChannels channels, CadenceWindow window, bool isDormant, double anyway)
    {
        var touch = Imagined(channel, gesture ?? GestureOn(day, channel, false), day);
        var gain = (ContactKept(window, resolution, day) * (1 - anyway)) + scorer.GainOf(state, touch, touch.At + Later);
        return new PlanTouch(day, channel, touch.Gesture, channels.MinutesOf(channel), gain, ReasonOn(day, window, isDormant), resolution.Policy);
    }

    // A second touch where the first leaves an occasion still asking within the week: resolved anew after the first, so that no wish, cap or quiet day is broken.
    private IEnumerable<ImmutableArray<PlanTouch>> PairsOf(ImmutableArray<PlanTouch> single, PlanChannels channels)
    {
        if (contact.Occasions.IsEmpty || week.Pace is { MostSteps: not null })
        {
            yield break;
        }

        foreach (var first in single)
        {
            // Left without an answer, it counts towards a cap.
            var touch = Imagined(first.Channel, first.Gesture, first.Day) with { Direction = Direction.Outgoing, Outcome = Outcome.Delivered };
            if (Resolved(touch) is { Window: { } window, Policy: OccasionCadence policy } after && window.Ideal <= week.Sunday)
            {
                var touched = state.With(touch);
                var channel = single[0].Channel;
                foreach (var day in week.WorkingDays.Where(day => day > first.Day && day >= window.Ideal && day <= window.Latest && week.Cadences.Bars(contact, day) is null))
                {
                    var second = Imagined(channel, GestureOn(day, channel, true), day);
                    var gain = ContactKept(window, after, day) + scorer.GainOf(touched, second, second.At + Later);
                    yield return [first, new PlanTouch(day, channel, second.Gesture, channels.MinutesOf(channel), gain, OccasionReason(window), policy)];
                }
            }
        }
    }

    /// <summary>Returns the share of wanted contact that leaving it for the next week would lose, by making the interval longer.</summary>
    private double ContactKept(CadenceWindow window, CadenceResolution asked, LocalDate day)
    {
        // The day of an occasion does not come back; after it, each day counts for less.
        if (asked.Policy is OccasionCadence && OccasionReason(window).Date is { } occasion)
        {
            return 1.0 / (1 + Math.Max(0, Period.DaysBetween(occasion, day)));
        }

        var lost = 0.0;
        for (var date = day; date <= week.Sunday; date = date.PlusDays(1))
        {
            lost += date > window.Latest ? 1 : Tolerated;
        }

        return lost / (lost + Math.Max(1, Period.DaysBetween(asked.Reference!.Value, window.Ideal)));
    }

    /// <summary>Returns how likely it is that contact comes by Sunday without a touch being planned, and is what was wanted; 0 where nothing is known of it.</summary>
    private double ContactAnyway(LocalDate day)
    {
        if (resolution.Policy is OccasionCadence or ReplyOwedCadence)
        {
            return 0;
        }

        // The forecast is of any contact, so it says something only where after the least there is, a message of theirs, no touch would be wanted in the week.
        var least = new Touchpoint(contact.Id, week.InstantOn(day), Channel.Message, Direction.Incoming);
        return Resolved(least).Window is { } next && next.Ideal <= week.Sunday
            ? 0
            : scorer.Settings.Hazard.ForecastAt(RhythmState.Of(state), week.AsOf).ContactWithin(week.End - week.AsOf) ?? 0;
    }

    private PlanReason ReasonOn(LocalDate day, CadenceWindow window, bool isDormant) =>
        resolution.Policy is OccasionCadence ? OccasionReason(window)
        : resolution.Policy is ReplyOwedCadence ? new PlanReason(PlanReasonCode.AnswerOwed) { Date = resolution.Reference }
        : isDormant ? new PlanReason(PlanReasonCode.Revive) { Count = Period.DaysBetween(resolution.Reference!.Value, day) }
        : day > window.Latest ? new PlanReason(PlanReasonCode.PastLatest) { Date = window.Latest }
        : new PlanReason(PlanReasonCode.Wanted) { Date = window.Ideal, Until = window.Latest };

    private PlanReason OccasionReason(CadenceWindow window)
    {
        var next = contact.Occasions
            .Select(occasion => (occasion.Kind, Date: occasion.NextAfter(window.Ideal.PlusDays(-1))))
            .Where(occasion => occasion.Date is not null)
            .OrderBy(occasion => occasion.Date)
            .ThenBy(occasion => occasion.Kind)
            .First();
        return new PlanReason(PlanReasonCode.Occasion) { Date = next.Date, Occasion = next.Kind };
    }
}
