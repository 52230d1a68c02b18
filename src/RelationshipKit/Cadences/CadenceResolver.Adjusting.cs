using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Moves what a policy asked for: pauses stretch it, and quiet days, wishes, absences and snoozes put it off.</summary>
internal sealed partial class CadenceResolver
{
    private Wanted? Adjusted(Wanted asked)
    {
        toleranceDays = asked.Window.ToleranceDays;

        // Quiet days of both sides may leave no day at all.
        if (wishes.NoContact
            || plan.QuietDays.Union(wishes.NotOn).Count() == 7
            || (history.Facet is { } facet && wishes.NotAbout.Contains(facet)))
        {
            return Moved(CadenceAdjustmentKind.Wish, asked, null);
        }

        if (Stretched(asked) is not { } stretched)
        {
            return null;
        }

        var moved = wishes.AtMostEvery is { } apart && LastReachedOut() is { } last
            ? CadenceDates.Plus(last, apart) is { } earliest
                ? NotBefore(CadenceAdjustmentKind.Wish, stretched, earliest)
                : Moved(CadenceAdjustmentKind.Wish, stretched, null)
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

        // A pause without an end, begun within the window, leaves the days before it.
        var end = latest is { } date && date <= CadenceWindow.LastDate ? date : LocalDate.Max(ideal.Value, LastDayBeforeOpenPause());
        if (ideal > asked.Window.Ideal)
        {
            adjustments.Add(new CadenceAdjustment(CadenceAdjustmentKind.Paused, asked.Window.Ideal, ideal));
        }

        return asked with { Window = CadenceWindow.Between(ideal.Value, end) };
    }

    private LocalDate LastDayBeforeOpenPause() =>
        suspensions.Where(
            pause => pause.Effect == SuspensionEffect.StopsClock && pause.Until is null && pause.From > CadenceWindow.FirstDate)
            .Select(pause => pause.From.PlusDays(-1)).DefaultIfEmpty(CadenceWindow.LastDate).Min();

    // Pauses in order of their first day; what they have in common counts once.
    private LocalDate? Stretched(LocalDate reference, LocalDate date)
    {
        if (CadenceDates.Plus(reference, 1) is not { } counted)
        {
            return date;
        }

        LocalDate? stretched = date;
        foreach (var pause in suspensions)
        {
            if (pause.Effect != SuspensionEffect.StopsClock || stretched is not { } end || pause.From > end)
            {
                continue;
            }

            var from = LocalDate.Max(pause.From, counted);
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
                return (suspension.Effect == SuspensionEffect.Shifts
                    ? CadenceAdjustmentKind.Away
                    : CadenceAdjustmentKind.Snoozed, suspension.Until);
            }
        }

        return Time.LocalDays.IsSkipped(ideal, history.Zone) ? (CadenceAdjustmentKind.NoSuchDay, CadenceDates.Plus(ideal, 1))
            : plan.QuietDays.Contains(ideal.DayOfWeek) ? (CadenceAdjustmentKind.QuietDay, CadenceDates.Plus(ideal, 1))
            : wishes.NotOn.Contains(ideal.DayOfWeek) ? (CadenceAdjustmentKind.Wish, CadenceDates.Plus(ideal, 1))
            : null;
    }

    private Wanted? NotBefore(CadenceAdjustmentKind kind, Wanted asked, LocalDate earliest) =>
        earliest > asked.Window.Ideal ? Moved(kind, asked, earliest) : asked;

    // The tolerance of the policy after the ideal date stays, and the time that a pause allowed is never taken back.
    private Wanted? Moved(CadenceAdjustmentKind kind, Wanted asked, LocalDate? to)
    {
        Wanted? moved = to is { } ideal && ideal <= CadenceWindow.LastDate
            ? asked with
            {
                Window = CadenceWindow.Between(ideal, LocalDate.Max(asked.Window.Latest, CadenceWindow.From(ideal, toleranceDays).Latest))
            }
            : null;
        adjustments.Add(new CadenceAdjustment(kind, asked.Window.Ideal, moved?.Window.Ideal));
        return moved;
    }

    // Attempts count, too: the wish is about being reached out to.
    private LocalDate? LastReachedOut() =>
        TouchDates.Last(
            history.Touchpoints,
            static touchpoint => touchpoint.Direction != Direction.Incoming && !touchpoint.IsAutomatic, history.Zone, history.Today);
}
