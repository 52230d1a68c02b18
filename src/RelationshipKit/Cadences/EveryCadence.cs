using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A period after the date to count from.</summary>
internal sealed class EveryCadence : StockCadence
{
    public EveryCadence(Period period, int? toleranceDays)
    {
        Period = CadenceDates.CheckPeriod(period).Normalize();
        if (toleranceDays is { } days)
        {
            Numerics.Guard.InRange(days, 0, 36_525, nameof(toleranceDays));
        }

        ToleranceDays = toleranceDays;
    }

    public Period Period { get; }

    public int? ToleranceDays { get; }

    protected override IReadOnlyList<object?> Settings => [Period, ToleranceDays];

    public override string ToString() => PeriodText.Every(Period);

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside) =>
        CadenceDates.Plus(reference, Period) is { } ideal
            ? new Wanted(CadenceWindow.From(ideal, ToleranceDays ?? CadenceDates.DaysBetween(reference, ideal) / 2), reference, this)
            : null;
}
