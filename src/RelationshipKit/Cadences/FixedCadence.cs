using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Dates a period apart, counted from an anchor: the 31st stays the 31st after a shorter month.</summary>
internal sealed class FixedCadence(LocalDate anchor, Period period) : StockCadence
{
    public LocalDate Anchor { get; } = CadenceDates.Check(anchor);

    public Period Period { get; } = CadenceDates.CheckPeriod(period).Normalize();

    protected override IReadOnlyList<object?> Settings => [anchor, period];

    public override string ToString() => $"{PeriodText.Every(Period)} from {CadenceWindow.Text(Anchor)}";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        var step = FirstStepAfter(reference);
        return At(step) is { } ideal ? new Wanted(CadenceWindow.From(ideal, At(step + 1) is { } next ? CadenceDates.DaysBetween(ideal, next) / 2 : 0), reference, this) : null;
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
