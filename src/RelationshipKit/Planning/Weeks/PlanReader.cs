using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Weeks;

/// <summary>Reads of one contact what could be done in the week, or why nothing.</summary>
internal sealed class PlanReader
{
    // A day within what the policy tolerates is half a day lost.
    private const double Tolerated = 0.5;

    // A date that the week after could keep as well gives way to one that it could not.
    private const double WaitingDate = 0.9;

    // A day of the owner's own comes again sooner than an occasion, which comes once a year.
    private const double OwnDay = 0.8;

    // Channels and answers come from what two people do now: from so many of their last touchpoints.
    private const int Recent = 60;

    private readonly PlanWeek week;
    private readonly Contact contact;
    private readonly RelationshipScorer scorer;
    private readonly CadenceHistory history;
    private readonly TieState state;
    private readonly CadenceResolution resolution;
    private readonly Evidence evidence;
    private readonly PlanChannels channels;
    private readonly PlanReasons reasons;
    private readonly ImmutableArray<Touchpoint> recent;
    private readonly Dictionary<(LocalDate Day, bool IsInPerson), Gesture> gestures = [];

    public PlanReader(PlanWeek week, Contact contact, ITouchpointReader touchpoints)
    {
        this.week = week;
        this.contact = contact;
        scorer = week.Scorer.For(contact);
        state = scorer.StateOf(touchpoints, contact, week.AsOf);
        history = Known(touchpoints.Of(contact));
        resolution = week.Cadences.Resolve(history);
        evidence = scorer.EvidenceOf(state.ContactDays);
        var isDormant = resolution is { Window: { } window, IsResting: false }
            && window.StateOn(resolution.Reference!.Value, week.Monday, week.Cadences.DormantAfterDays) == CadenceState.Dormant;
        var from = Math.Max(0, history.Touchpoints.Length - Recent);
        recent = from == 0 ? history.Touchpoints : history.Touchpoints[from..];
        channels = new PlanChannels(week, contact, recent, evidence, isDormant, resolution.TouchpointFilter);
        reasons = new PlanReasons(week, contact, resolution);
    }

    /// <summary>Gets what the cadence takes of the weeks ahead; null if nothing is asked for.</summary>
    public PlanNeed? Need => resolution is { IsResting: false, Window: { } window } && channels.LeastMinutes is { } minutes
        ? new PlanNeed(
            minutes, window.Ideal, week.DeadlineOf(contact, window),
            Math.Max(1, Period.DaysBetween(resolution.Reference!.Value, window.Ideal)), window.ToleranceDays, IsUrgent(window))
        : null;

    public (PlanCandidate? Candidate, PlanReason? Because) Read(LocalDate? notBefore = null)
    {
        if (resolution.Failure is { } failure)
        {
            return (null, new PlanReason(PlanReasonCode.PolicyFailed) { Name = failure.Policy });
        }

        if (DateOfTheWeek(notBefore) is { } date && TouchFor(date, notBefore) is { } kept)
        {
            return (new PlanCandidate(contact, [kept], IsDormant: false, null, Need, static _ => null), null);
        }

        if (resolution.Window is not { } window || resolution.IsResting)
        {
            return (null, new PlanReason(reasons.WhyNothing()));
        }

        var from = EarliestOf(window);
        var days = week.OpenDaysOf(contact, from).Where(day => !(day < notBefore) && !IsTooSoon(day)).ToImmutableArray();
        if (days.IsEmpty)
        {
            return (null, notBefore is { } later && later > week.Sunday ? new PlanReason(PlanReasonCode.NotNow) { Date = later }
                : window.Ideal > week.Sunday ? reasons.WhyLater(window)
                : new PlanReason(reasons.WhyNoDay(window)));
        }

        var isDormant = window.StateOn(resolution.Reference!.Value, days[0], week.Cadences.DormantAfterDays) == CadenceState.Dormant;
        if (isDormant && evidence < Evidence.Fair)
        {
            return (null, new PlanReason(PlanReasonCode.LittleToRevive));
        }

        var counting = Counting(days[0]);
        if (counting.IsEmpty)
        {
            return (null, new PlanReason(week.Pace is not null ? PlanReasonCode.NoSmallStep : PlanReasonCode.NothingCounts));
        }

        var deepening = channels.Deepening is { } rich && counting.Any(touch => touch.Channel == rich)
            ? new PlanReason(PlanReasonCode.CouldDeepen) { Channel = rich, Minutes = channels.MinutesOf(rich) }
            : channels.NextStep is { } next
                ? new PlanReason(PlanReasonCode.CouldDeepen) { Channel = next, Minutes = channels.MinutesOf(next) }
            : null;
        var offered = week.PaceOf(contact.Id) is { OffersTheSmallestOnly: true } ? counting[..1] : counting;
        var anyway = ContactAnyway(days[0]);
        var value = new PlanValue(week, contact, scorer, state, recent);
        var ways = days.SelectMany(day => TouchesOn(day, offered, window, isDormant, anyway, value));
        return (new PlanCandidate(contact, [.. ways], isDormant, deepening, Need, FactBehind), null);
    }

    // What was accepted for the weeks before and has not come yet is taken as done.
    private CadenceHistory Known(ImmutableArray<Touchpoint> touchpoints)
    {
        var plain = CadenceHistory.Of(contact, touchpoints, state, scorer, week.AsOf);
        Touchpoint[] accepted =
        [
            .. from touch in week.Accepted
               where touch.Contact == contact.Id || contact.Aliases.Contains(touch.Contact)
               let imagined = week.Imagined(contact, touch.Day, touch.Channel, touch.Gesture)
               orderby imagined.At
               select imagined,
        ];
        return accepted.Length == 0 ? plain : plain.After(scorer, accepted);
    }

    // The date whose best day lies in this week; one that has a better day later waits for it. An occasion, which comes once a year, goes
    // before a day of the owner's own.
    private CadenceDate? DateOfTheWeek(LocalDate? notBefore)
    {
        CadenceDate? first = null;
        foreach (var date in resolution.Dates)
        {
            if (DayOf(date, notBefore) is { } day && day <= week.Sunday
                && (first is null || (first.Occasion is null && date.Occasion is not null)))
            {
                first = date;
            }
        }

        return first;
    }

    private LocalDate? DayOf(CadenceDate date, LocalDate? notBefore)
    {
        LocalDate? nearest = null;
        var from = LocalDate.Max(LocalDate.Max(date.Window.Ideal, week.Today), week.Monday);
        for (var day = from; day <= date.Window.Latest; day = day.PlusDays(1))
        {
            if (nearest is { } before && Away(before) <= Away(day))
            {
                break;
            }

            if (!(day < notBefore) && week.IsWorkingDay(contact, day) && week.Cadences.Bars(contact, day, isForDate: true) is null
                && !IsTooSoon(day))
            {
                nearest = day;
            }
        }

        return nearest;

        int Away(LocalDate day) => Math.Abs(Period.DaysBetween(day, date.On));
    }

    // The smallest touch there is; nobody minds whether it would count for the interval.
    private PlanTouch? TouchFor(CadenceDate date, LocalDate? notBefore)
    {
        if (channels.Smallest is not { } channel || (week.PaceOf(contact.Id) is { } pace && !pace.Allows(Gesture.Congratulate)))
        {
            return null;
        }

        var day = DayOf(date, notBefore)!.Value;
        var value = new PlanValue(week, contact, scorer, state, recent);
        var gain = (PlanChoice.DateKept * (CanWait(date) ? WaitingDate : 1) * (date.Occasion is null ? OwnDay : 1))
            + value.Of(channel, day);
        return new PlanTouch(
            day, channel, PlanReasons.GestureFor(date), channels.MinutesOf(channel), gain, reasons.For(date), date.Policy, IsForDate: true);
    }

    // Whether the week after could keep it, too.
    private bool CanWait(CadenceDate date) => week.IsOpenBetween(contact, week.Sunday.PlusDays(1), date.Window.Latest, isForDate: true);

    // From halfway to the ideal date on, and not before a wish, a return or a snooze allows it.
    private LocalDate EarliestOf(CadenceWindow window)
    {
        var reference = resolution.Reference!.Value;
        var halfway = reference.PlusDays((Period.DaysBetween(reference, window.Ideal) / 2) + 1);
        var moved = resolution.Adjustments.FirstOrDefault(
            step => step.Kind is CadenceAdjustmentKind.Snoozed or CadenceAdjustmentKind.Away or CadenceAdjustmentKind.Wish);
        return moved is null ? LocalDate.Min(halfway, window.Ideal) : window.Ideal;
    }

    private bool IsTooSoon(LocalDate day) =>
        week.Cadences.WishesOf(contact).AtMostEvery is { } apart
        && TouchDates.Last(
            history.Touchpoints,
            static touch => touch.Direction != Direction.Incoming && !touch.IsAutomatic, scorer.Zone, history.Today) is { } last
        && !(CadenceDates.Plus(last, apart) <= day);

    // Of the inner circles, and wanted since before this week, or wanted in it and not possible in the next.
    private bool IsUrgent(CadenceWindow window) =>
        contact.Circle is { AdvisedCapacity: <= 15 }
        && (window.Ideal < week.Monday
            || (window.Ideal <= week.Sunday
                && !week.IsOpenBetween(contact, week.Sunday.PlusDays(1), week.Sunday.PlusDays(WeekDates.Days), isForDate: false)));

    // The channels by which a touch would satisfy the policy: its window moves on. If none does that suits, whichever does, with whatever
    // gesture it takes.
    private ImmutableArray<(Channel Channel, Gesture? Gesture)> Counting(LocalDate day)
    {
        var suitable = channels.Offered.Where(channel => Counts(channel, GestureOn(day, channel), day))
            .Select(channel => (channel, (Gesture?)null))
            .ToImmutableArray();
        if (!suitable.IsEmpty)
        {
            return suitable;
        }

        Gesture[] gestures =
            [Gesture.None, .. Enum.GetValues<Gesture>().Where(gesture => week.PaceOf(contact.Id)?.Allows(gesture) ?? true)];
        return
        [
            .. from channel in channels.Everything
               let gesture = gestures.Cast<Gesture?>()
                   .FirstOrDefault(gesture => Counts(channel, gesture == Gesture.None ? GestureOn(day, channel) : gesture!.Value, day))
               where gesture is not null
               select (channel, gesture == Gesture.None ? null : gesture),
        ];
    }

    private bool Counts(Channel channel, Gesture gesture, LocalDate day) =>
        resolution.IsServedBy(Resolved(week.Imagined(contact, day, channel, gesture)));

    private CadenceResolution Resolved(Touchpoint touch) => week.Cadences.Resolve(history.After(scorer, touch));

    private Gesture GestureOn(LocalDate day, Channel channel)
    {
        var isInPerson = channel == Channel.InPerson;
        if (!gestures.TryGetValue((day, isInPerson), out var gesture))
        {
            gesture = PlanGestures.On(
                day, false, isInPerson, contact, history.Touchpoints, week.AsOf, state.ContactDays, week.PaceOf(contact.Id));
            gestures.Add((day, isInPerson), gesture);
        }

        return gesture;
    }

    private PlanReason? FactBehind(PlanTouch touch) => PlanFacts.Behind(touch, contact, history.Touchpoints, week);

    private IEnumerable<PlanTouch> TouchesOn(
        LocalDate day, ImmutableArray<(Channel Channel, Gesture? Gesture)> offered, CadenceWindow window, bool isDormant, double anyway,
        PlanValue value)
    {
        var kept = ContactKept(window, day) * (1 - anyway);
        var reason = reasons.On(day, window, isDormant);
        return offered.Select(way => new PlanTouch(
            day,
            way.Channel,
            way.Gesture ?? GestureOn(day, way.Channel),
            channels.MinutesOf(way.Channel),
            kept + value.Of(way.Channel, day),
            reason,
            resolution.Policy!,
            IsOptional: window.Ideal > week.Sunday));
    }

    private double ContactKept(CadenceWindow window, LocalDate day)
    {
        var lost = 0.0;
        for (var date = LocalDate.Max(day, window.Ideal); date <= week.Sunday; date = date.PlusDays(1))
        {
            lost += date > window.Latest ? 1 : Tolerated;
        }

        return lost / (lost + Math.Max(1, Period.DaysBetween(resolution.Reference!.Value, window.Ideal)));
    }

    private double ContactAnyway(LocalDate day)
    {
        if (resolution.Policy is ReplyOwedCadence)
        {
            return 0;
        }

        // The forecast is of any contact, so it says something only where after the least there is, a message of theirs, no touch would be
        // wanted in the week.
        var least = new Touchpoint(contact.Id, week.InstantOn(day), Channel.Message, Direction.Incoming);
        return Resolved(least).Window is { } next && next.Ideal <= week.Sunday
            ? 0
            : scorer.Settings.Hazard.ForecastAt(RhythmState.Of(state), week.AsOf).ContactWithin(week.End - week.AsOf) ?? 0;
    }
}
