using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Cadences;

/// <summary>One resolution: asks the policy, then moves what it asked for as suspensions, quiet days and wishes demand.</summary>
internal sealed class CadenceResolver
{
    private readonly CadencePlan plan;
    private readonly CadenceHistory history;
    private readonly ContactWishes wishes;
    private readonly ImmutableArray<Suspension> suspensions;
    private readonly ImmutableArray<CadenceAdjustment>.Builder adjustments = ImmutableArray.CreateBuilder<CadenceAdjustment>();
    private int toleranceDays;

    public CadenceResolver(CadencePlan plan, CadenceHistory history)
    {
        this.plan = plan;
        this.history = history;
        wishes = plan.WishesOf(history.Contact);
        suspensions = plan.Suspensions.IsEmpty ? [] : [.. plan.Suspensions.Where(suspension => suspension.IsAbout(history.Contact)).OrderBy(suspension => suspension.From)];
    }

    public CadenceResolution Resolve()
    {
        var overridden = new List<Wanted>();
        Wanted? wanted = null;
        var hasStopped = false;
        CadenceWindow? askedFor = null;
        if (Context() is { } context)
        {
            wanted = StockCadence.Ask(plan.Policy, context, context.Reference, overridden);
            hasStopped = wanted is null && BackOffCadence.HasStopped(plan.Policy, context);
            askedFor = wanted?.Window;
            wanted = wanted is { } asked ? Adjusted(asked) : null;
        }

        var today = history.Today;
        var isResting = suspensions.Any(suspension => suspension.Effect == SuspensionEffect.StopsClock && suspension.Holds(today));
        return new CadenceResolution(
            history.Contact.Id, history.Facet, today, askedFor, wanted, [.. overridden.Select(lost => new OverriddenCadence(lost))], adjustments.ToImmutable(), isResting)
        {
            IsUnanswered = hasStopped,
        };
    }

    private CadenceContext? Context()
    {
        var (last, first) = (history.LastTouch, history.FirstMet ?? plan.Since);
        if (first is not { } met)
        {
            return null;
        }

        var start = CadencePlan.Find(plan.FreshStarts, history.Contact, out var anew) ? LocalDate.Max(met, anew) : met;
        return new CadenceContext(history.Contact, LocalDate.Max(last ?? start, start), history.Today)
        {
            Facet = history.Facet,
            Start = start,
            Zone = history.Zone,
            Touchpoints = history.Touchpoints,
            Rhythm = history.Rhythm,
            Policies = plan.Policies,
            Wishes = wishes,
        };
    }

    private Wanted? Adjusted(Wanted asked)
    {
        toleranceDays = asked.Window.ToleranceDays;

        // Quiet days of both sides may leave no day at all.
        if (wishes.NoContact || plan.QuietDays.Union(wishes.NotOn).Count() == 7 || (history.Facet is { } facet && wishes.NotAbout.Contains(facet)))
        {
            return Moved(CadenceAdjustmentKind.Wish, asked, null);
        }

        if (Stretched(asked) is not { } stretched)
        {
            return null;
        }

        var moved = wishes.AtMostEvery is { } apart && LastReachedOut() is { } last
            ? CadenceDates.Plus(last, apart) is { } earliest ? NotBefore(CadenceAdjustmentKind.Wish, stretched, earliest) : Moved(CadenceAdjustmentKind.Wish, stretched, null)
            : stretched;
        while (moved is { } window)
        {
            if (Step(window.Window.Ideal) is not { } step)
            {
                return window;
            }

            moved = Moved(step.Kind, window, step.To);
        }

        return null;
    }

    // Each day that the clock stands is one day more, on the way to the ideal date and on the way from there to the latest.
    private Wanted? Stretched(Wanted asked)
    {
        var (ideal, latest) = (Stretched(asked.Reference, asked.Window.Ideal), Stretched(asked.Reference, asked.Window.Latest));
        if (ideal is null || ideal > CadenceWindow.LastDate)
        {
            return Moved(CadenceAdjustmentKind.Paused, asked, null);
        }

        // A pause that has no end, or ends after the calendar, leaves a latest date only as far as there are dates.
        var end = latest is { } date && date <= CadenceWindow.LastDate ? date : CadenceWindow.LastDate;
        if (ideal > asked.Window.Ideal)
        {
            adjustments.Add(new CadenceAdjustment(CadenceAdjustmentKind.Paused, asked.Window.Ideal, ideal));
        }

        return asked with { Window = CadenceWindow.Between(ideal.Value, end) };
    }

    // Pauses in order of their first day; what they have in common counts once.
    private LocalDate? Stretched(LocalDate reference, LocalDate date)
    {
        LocalDate? counted = reference.PlusDays(1);
        LocalDate? stretched = date;
        foreach (var pause in suspensions)
        {
            if (pause.Effect != SuspensionEffect.StopsClock || stretched is not { } end || pause.From > end)
            {
                continue;
            }

            var from = LocalDate.Max(pause.From, counted!.Value);
            if (pause.Until is not { } until)
            {
                return null;
            }

            if (until > from)
            {
                stretched = CadenceDates.Plus(end, CadenceDates.DaysBetween(from, until));
                counted = until;
            }
        }

        return stretched;
    }

    // Where a day that does not suit moves to, and why; null if it suits.
    private (CadenceAdjustmentKind Kind, LocalDate? To)? Step(LocalDate ideal)
    {
        foreach (var suspension in suspensions)
        {
            var isIn = suspension.Effect switch
            {
                SuspensionEffect.Shifts => suspension.Holds(ideal),
                SuspensionEffect.Postpones => suspension.Until is not { } end || (end > suspension.From && ideal < end),
                _ => false,
            };
            if (isIn)
            {
                return (suspension.Effect == SuspensionEffect.Shifts ? CadenceAdjustmentKind.Away : CadenceAdjustmentKind.Snoozed, suspension.Until);
            }
        }

        return plan.QuietDays.Contains(ideal.DayOfWeek) ? (CadenceAdjustmentKind.QuietDay, CadenceDates.Plus(ideal, 1))
            : wishes.NotOn.Contains(ideal.DayOfWeek) ? (CadenceAdjustmentKind.Wish, CadenceDates.Plus(ideal, 1))
            : null;
    }

    private Wanted? NotBefore(CadenceAdjustmentKind kind, Wanted asked, LocalDate earliest) =>
        earliest > asked.Window.Ideal ? Moved(kind, asked, earliest) : asked;

    // What the policy tolerates after the ideal date it keeps tolerating, and what a pause allowed is never taken back.
    private Wanted? Moved(CadenceAdjustmentKind kind, Wanted asked, LocalDate? to)
    {
        Wanted? moved = to is { } ideal && ideal <= CadenceWindow.LastDate
            ? asked with { Window = CadenceWindow.Between(ideal, LocalDate.Max(asked.Window.Latest, CadenceWindow.From(ideal, toleranceDays).Latest)) }
            : null;
        adjustments.Add(new CadenceAdjustment(kind, asked.Window.Ideal, moved?.Window.Ideal));
        return moved;
    }

    private LocalDate? LastReachedOut()
    {
        for (var i = history.Touchpoints.Length - 1; i >= 0; i--)
        {
            if (history.Touchpoints[i].Direction != Direction.Incoming)
            {
                return history.Touchpoints[i].At.InZone(history.Zone).Date;
            }
        }

        return null;
    }
}
