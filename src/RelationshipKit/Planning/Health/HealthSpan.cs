using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Health;

/// <summary>One of the months that the health of a network tells of, and the instant it is told as of.</summary>
internal readonly record struct HealthSpan(LocalDate First, LocalDate Last, Instant Until)
{
    /// <summary>Returns the months up to a day, the earliest first; none before the first supported date.</summary>
    public static IEnumerable<HealthSpan> Of(LocalDate today, Instant asOf, DateTimeZone zone)
    {
        var present = today.With(DateAdjusters.StartOfMonth);
        for (var back = NetworkHealth.Months - 1; back >= 0; back--)
        {
            if (Period.DaysBetween(CadenceWindow.FirstDate, present) < 31 * (back + 1))
            {
                continue;
            }

            var first = present.PlusMonths(-back);

            // The present month ends where it stands; the one after it may lie past the last date there is.
            var last = back == 0 ? today : first.With(DateAdjusters.EndOfMonth);
            yield return new(first, last, back == 0 ? asOf : LocalDays.StartOf(last.PlusDays(1), zone) - Duration.FromNanoseconds(1_000));
        }
    }
}
