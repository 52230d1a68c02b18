using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A policy that asks only between two days of the year; what falls outside waits for the next season.</summary>
internal sealed class SeasonCadence(ICadencePolicy policy, AnnualDate from, AnnualDate to) : StockCadence
{
    public ICadencePolicy Policy => policy;

    public AnnualDate From => from;

    public AnnualDate To => to;

    public override ImmutableArray<ICadencePolicy> Parts => [policy];

    protected override IReadOnlyList<object?> Settings => [from, to];

    public override string ToString() => $"{policy}, between {Text(from)} and {Text(to)}";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var datesBefore = aside.Dates.Count;
        var wanted = Ask(policy, context, reference, aside);
        for (var i = aside.Dates.Count - 1; i >= datesBefore; i--)
        {
            // A date belongs to its day: out of season it is not kept later.
            if (!IsInSeason(aside.Dates[i].Window.On!.Value))
            {
                aside.Dates.RemoveAt(i);
            }
        }

        if (wanted is not { } asked)
        {
            return null;
        }

        var (ideal, year) = (asked.Window.Ideal, asked.Window.Ideal.Year);
        return IsInSeason(ideal) ? asked
            : asked.MovedTo(from.InYear(year) > ideal ? from.InYear(year) : year < 9999 ? from.InYear(year + 1) : null);
    }

    // A season may run over the turn of the year. 29 February is 28 February in a year that has none, and one until 28 February ends with
    // the month.
    private bool IsInSeason(LocalDate date)
    {
        var (begin, end) = (from.InYear(date.Year), to.InYear(date.Year));
        end = end is { Month: 2, Day: 28 } && CalendarSystem.Iso.IsLeapYear(date.Year) ? end.PlusDays(1) : end;
        return begin <= end ? date >= begin && date <= end : date >= begin || date <= end;
    }

    private static string Text(AnnualDate date) =>
        $"{date.Day} {System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)}";
}
