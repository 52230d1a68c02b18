using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Given days of the week.</summary>
internal sealed class WeeklyCadence(WeekDays days) : StockCadence
{
    public WeekDays Days => days;

    protected override IReadOnlyList<object?> Settings => [days];

    public override string ToString() => $"each {days}";

    // Tolerated is half of the way to the next of the days, as half of an interval is elsewhere.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside) =>
        CadenceDates.Plus(reference, 1) is { } tomorrow && days.NextOrSame(tomorrow, isIn: true) is { } ideal
            ? new Wanted(
                CadenceWindow.From(ideal, CadenceDates.DaysBetween(ideal, days.NextOrSame(ideal.PlusDays(1), isIn: true) ?? ideal) / 2),
                reference, this)
            : null;
}
