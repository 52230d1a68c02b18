using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>One resolution: asks the policy, then moves what it asked for as suspensions, quiet days and wishes demand.</summary>
internal sealed partial class CadenceResolver
{
    private const int DaysAhead = 366;

    private readonly CadenceRules plan;
    private readonly CadenceHistory history;
    private readonly ICadencePolicy policy;
    private readonly ContactWishes wishes;
    private readonly ImmutableArray<Suspension> suspensions;
    private readonly ImmutableArray<CadenceAdjustment>.Builder adjustments = ImmutableArray.CreateBuilder<CadenceAdjustment>();
    private int toleranceDays;

    public CadenceResolver(CadenceRules plan, CadenceHistory history)
    {
        this.plan = plan;
        this.history = history;
        policy = plan.PolicyFor(history.Contact);
        wishes = plan.WishesOf(history.Contact);
        suspensions = plan.Suspensions.IsEmpty ? []
            : [.. plan.Suspensions.Where(suspension => suspension.IsAbout(history.Contact)).OrderBy(suspension => suspension.From)];
    }

    public CadenceResolution Resolve()
    {
        if (history.Contact.State != ContactState.Active)
        {
            var kind = history.Contact.State == ContactState.Archived ? CadenceAdjustmentKind.Archived : CadenceAdjustmentKind.Deceased;
            adjustments.Add(new CadenceAdjustment(kind, history.Today, null));
            return Resolution(null, null, new Aside(true), isResting: true);
        }

        var aside = new Aside(wantsOverridden: true);
        try
        {
            var context = Context();
            var asked = StockCadence.Ask(policy, context, context.Reference, aside);
            if (context.IsUnmet)
            {
                // Without a day to count from there are dates and no interval.
                return Resolution(null, null, new Aside(true), isResting: false, Dates(aside));
            }

            var hasStopped = asked is null && BackOffCadence.HasStopped(policy, context);
            var wanted = asked is { } found ? Adjusted(found) : null;
            var isPaused = suspensions.Any(
                suspension => suspension.Effect == SuspensionEffect.StopsClock && suspension.Holds(history.Today));
            if (isPaused && adjustments.Count == 0 && asked is { } paused)
            {
                // Told even where the pause began after the window: the contact rests all the same.
                adjustments.Add(new CadenceAdjustment(CadenceAdjustmentKind.Paused, paused.Window.Ideal, wanted?.Window.Ideal));
            }

            var resolution = Resolution(asked?.Window, wanted, aside, isPaused || (asked is not null && wanted is null), Dates(aside));
            return hasStopped ? resolution.Unanswered() : resolution;
        }
        catch (Exception problem) when (problem is PolicyFailedException or CadencePolicyNotFoundException)
        {
            adjustments.Clear();
            return Resolution(null, null, new Aside(true), isResting: false).Failed(
                problem is PolicyFailedException failed
                    ? new CadenceFailure(failed.Policy, failed.InnerException!)
                    : new CadenceFailure(((CadencePolicyNotFoundException)problem).Name, problem));
        }
    }

    private CadenceResolution Resolution(
        CadenceWindow? asked, Wanted? wanted, Aside aside, bool isResting, ImmutableArray<CadenceDate> dates = default) =>
        new(
        history.Contact.Id,
        history.Facet,
        history.Today,
        asked,
        wanted,
        [.. aside.Overridden!.Select(lost => new OverriddenCadence(lost))],
        adjustments.ToImmutable(),
        isResting,
        plan.DormantAfterDays)
    {
        Dates = dates.IsDefault ? [] : dates,
        IsNeverYet = history.Touchpoints.IsEmpty,
        LastTouch = wanted is { } found ? LastTouchOf(found) : null,
    };

    // The cadence of a facet counts the touches of that facet, and those of none.
    private LocalDate? LastTouchOf(Wanted wanted)
    {
        var (counts, facet) = (wanted.Counts ?? TouchpointFilter.Any, wanted.For?.Facet);
        return TouchDates.Last(
            history.Touchpoints,
            touchpoint => counts.Holds(touchpoint) && (facet is null || touchpoint.Facet is null || touchpoint.Facet == facet),
            history.Zone, history.Today);
    }

    // Those that are open or come within a year, each with the day to keep it on. One date asked for by two policies is one.
    private ImmutableArray<CadenceDate> Dates(Aside aside)
    {
        if (aside.Dates.Count == 0 || wishes.NoContact || (history.Facet is { } facet && wishes.NotAbout.Contains(facet)))
        {
            return [];
        }

        var last = CadenceDates.Plus(history.Today, DaysAhead) ?? CadenceWindow.LastDate;
        return
        [
            .. aside.Dates
                .Where(date => date.Window.On <= last)
                .GroupBy(date => (date.Window.On, date.Window.Occasion))
                .Select(same => same.MaxBy(date => date.Window.ToleranceDays))
                .Select(date => (Wanted: date, Day: DayOf(date.Window)))
                .Where(date => date.Day is not null)
                .OrderBy(date => date.Wanted.Window.On).ThenBy(date => date.Wanted.Window.Occasion, StringComparer.Ordinal)
                .Select(date => new CadenceDate(date.Wanted, date.Day!.Value)),
        ];
    }

    private LocalDate? DayOf(CadenceWindow date)
    {
        var from = LocalDate.Max(date.Ideal, history.Today);
        if (wishes.AtMostEvery is { } apart && LastReachedOut() is { } last)
        {
            if (CadenceDates.Plus(last, apart) is not { } earliest)
            {
                return null;
            }

            from = LocalDate.Max(from, earliest);
        }

        LocalDate? nearest = null;
        var on = date.On!.Value;
        for (var day = from; day <= date.Latest; day = day.PlusDays(1))
        {
            if (nearest is { } before && Math.Abs(CadenceDates.DaysBetween(before, on)) <= Math.Abs(CadenceDates.DaysBetween(day, on)))
            {
                break;
            }

            nearest = plan.Bars(history.Contact, day, isForDate: true) is null
                && !Time.LocalDays.IsSkipped(day, history.Zone) ? day : nearest;
        }

        return nearest;
    }

    private CadenceContext Context()
    {
        // The day of adding counts only where nothing else is known, and never hides the contact from an earlier day.
        var added = history.Contact.AddedOn is { } day ? LocalDate.Min(day, history.Today) : (LocalDate?)null;
        var (last, first) = (history.LastTouch, history.FirstMet ?? added ?? plan.Since);
        if (first is not { } met)
        {
            return new CadenceContext(history.Contact, history.Today, history.Today)
            {
                Facet = history.Facet,
                Zone = history.Zone,
                Touchpoints = history.Touchpoints,
                Rhythm = history.Rhythm,
                AsOf = history.AsOf,
                AskedScore = history.AskedScore!,
                Policies = plan.Policies,
                Wishes = wishes,
                KnowsHistory = true,
                IsUnmet = true,
            };
        }

        var start = CadenceRules.Find(plan.FreshStarts, history.Contact, out var fresh) ? LocalDate.Max(met, fresh) : met;
        return new CadenceContext(history.Contact, LocalDate.Max(last ?? start, start), history.Today)
        {
            Facet = history.Facet,
            Start = start,
            Zone = history.Zone,
            Touchpoints = history.Touchpoints,
            Rhythm = history.Rhythm,
            AsOf = history.AsOf,
            AskedScore = history.AskedScore!,
            Policies = plan.Policies,
            Wishes = wishes,
            KnowsHistory = true,
        };
    }
}
