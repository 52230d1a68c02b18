using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Dates a period apart, counted from an anchor: the 31st stays the 31st after a shorter month.</summary>
internal sealed class FixedCadence(LocalDate anchor, Period period) : StockCadence
{
    public LocalDate Anchor { get; } = CadenceDates.Check(anchor);

    public Period Period { get; } = CadenceDates.CheckPeriod(period).Normalize();

    protected override IReadOnlyList<object?> Settings => [anchor, period];

    public override string ToString() => $"{PeriodText.Every(Period)} from {CadenceWindow.Text(Anchor)}";

    // Tolerated is half of the way to the next of the dates, as half of an interval is elsewhere.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var shortest = Math.Max(1, (int)((365.0 * Period.Years) + (28.0 * Period.Months) + (7.0 * Period.Weeks) + Period.Days));
        var counted = context.CountedFrom(reference);
        for (var step = FirstStepAfter(CadenceDates.Before(context.Today, shortest)); At(step) is { } date; step++)
        {
            var window = CadenceWindow.OnDate(date, 0, At(step + 1) is { } next ? CadenceDates.DaysBetween(date, next) / 2 : 0);
            if (!DateWindows.IsOver(window, context.Today) && !DateWindows.IsKept(window, counted))
            {
                aside.Dates.Add(new Wanted(window, reference, this));
                break;
            }
        }

        return null;
    }

    // The estimate is never too high; the steps that are left are few.
    private long FirstStepAfter(LocalDate reference)
    {
        if (reference < Anchor)
        {
            return 0;
        }

        var longest = (366.0 * Period.Years) + (31.0 * Period.Months) + (7.0 * Period.Weeks) + Period.Days;
        var step = (long)(CadenceDates.DaysBetween(Anchor, reference) / longest);
        while (At(step) is { } date && date <= reference)
        {
            step++;
        }

        return step;
    }

    private LocalDate? At(long step) =>
        CadenceDates.Plus(Anchor, ((Period.Years * 12L) + Period.Months) * step, ((Period.Weeks * 7L) + Period.Days) * step);
}
