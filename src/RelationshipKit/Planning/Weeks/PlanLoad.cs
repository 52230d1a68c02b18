using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Planning.Weeks;

/// <summary>Whether the minutes are enough for all cadences: in the long run, as a plan judges it, and in the month ahead.</summary>
internal static class PlanLoad
{
    // Touches come a little after their ideal dates: what is asked for on paper is a little more than what it takes.
    private const double Slack = 1.05;
    private const int Weeks = 4;

    public static bool IsBearable(IEnumerable<PlanNeed> needs, PlanWeek week)
    {
        var minutes = 0.0;
        foreach (var need in needs)
        {
            minutes += need.MinutesPerWeek;
        }

        return minutes <= Slack * week.Settings.MinutesPerWeek;
    }

    /// <summary>Returns who would not be reached in time within four weeks, serving those first whose windows end first.</summary>
    /// <remarks>What is late already may wait until the end of the month; a window that comes again within it is served again.</remarks>
    public static ImmutableArray<ContactId> MissedWithinAMonth(IEnumerable<(ContactId Contact, PlanNeed Need)> needs, PlanWeek week)
    {
        var open = needs.ToList();
        var missed = ImmutableArray.CreateBuilder<ContactId>();
        var touchesAWeek = (long)week.Settings.MostPerDay * week.Settings.WorkingDays.Distinct().Count();
        var minutesAWeek = Math.Min(
            week.Settings.MinutesPerWeek, (long)week.Settings.MinutesPerDay * week.Settings.WorkingDays.Distinct().Count());
        for (var number = 0; number < Weeks; number++)
        {
            var (monday, sunday) =
                (week.Monday.PlusDays(WeekDates.Days * number), week.Monday.PlusDays((WeekDates.Days * (number + 1)) - 1));
            var (minutes, touches) = (minutesAWeek, touchesAWeek);
            foreach (var (contact, need) in open.Where(
                row => row.Need.Ideal <= sunday).OrderBy(row => row.Need.Deadline).ThenBy(row => row.Contact).ToArray())
            {
                if (need.Minutes <= minutes && touches > 0)
                {
                    (minutes, touches) = (minutes - need.Minutes, touches - 1);
                    open.Remove((contact, need));
                    var served = LocalDate.Max(need.Ideal, monday);
                    if (CadenceDates.Plus(served, need.EveryDays) is { } next)
                    {
                        open.Add(
                            (contact, need with
                            {
                                Ideal = next,
                                Deadline = CadenceDates.Plus(next, need.ToleranceDays) ?? CadenceWindow.LastDate
                            }));
                    }
                }
                else if (need.Deadline <= sunday)
                {
                    missed.Add(contact);
                    open.Remove((contact, need));
                }
            }
        }

        return [.. missed.Distinct().Order()];
    }
}
