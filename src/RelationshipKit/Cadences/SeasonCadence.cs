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

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        if (Ask(policy, context, reference, overridden) is not { } asked)
        {
            return null;
        }

        var (ideal, year) = (asked.Window.Ideal, asked.Window.Ideal.Year);
        return IsInSeason(ideal) ? asked
            : asked.MovedTo(from.InYear(year) > ideal ? from.InYear(year) : year < 9999 ? from.InYear(year + 1) : null);
    }

    // A season may run over the turn of the year. 29 February is 28 February in a year that has none.
    private bool IsInSeason(LocalDate date)
    {
        var (begin, end) = (from.InYear(date.Year), to.InYear(date.Year));
        return begin <= end ? date >= begin && date <= end : date >= begin || date <= end;
    }

    private static string Text(AnnualDate date) => $"{date.Day} {System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)}";
}
