using NodaTime;
using NodaTime.Text;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Planning.Workload;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>A plan of one week, and what all cadences together take.</summary>
internal sealed record PlannedWeek(OpenBook Opened, WeekPlan Plan, Lazy<Feasibility> Whole)
{
    private static readonly LocalDate First = new(1, 2, 6);
    private static readonly LocalDate Last = new(9999, 12, 16);

    /// <summary>Plans the week of a day; without one, the week looked from, or the next if no working day is left in it.</summary>
    public static PlannedWeek Of(OpenBook opened, PlanSettings settings, LocalDate? day)
    {
        var (book, asOf) = (opened.Book, opened.Input.AsOf);
        var today = asOf.InZone(book.Zone).Date;
        var monday = MondayOf(
            day ?? (Enumerable.Range(0, 7 - ((int)today.DayOfWeek - 1))
                .Any(ahead => settings.WorkingDays.Contains(today.PlusDays(ahead).DayOfWeek)) ? today : today.PlusWeeks(1)));
        if (monday < First || monday > Last)
        {
            throw new UsageException(
                day is null ? "--as-of" : "--week",
                $"the week of {LocalDatePattern.Iso.Format(monday)} cannot be planned; it must be from "
                    + $"{LocalDatePattern.Iso.Format(First)} to {LocalDatePattern.Iso.Format(Last)}.");
        }

        if (monday.PlusDays(6) < today)
        {
            throw new UsageException(
                "--week",
                $"the week of {LocalDatePattern.Iso.Format(monday)} is over on {LocalDatePattern.Iso.Format(today)}, the day looked "
                    + "from; --as-of looks from another.");
        }

        return new PlannedWeek(
            opened, book.PlanWeek(asOf, monday, settings), new Lazy<Feasibility>(() => book.FeasibilityAt(asOf, settings)));
    }

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
