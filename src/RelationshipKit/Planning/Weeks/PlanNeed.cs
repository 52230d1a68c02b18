using NodaTime;

namespace RelationshipKit.Planning.Weeks;

/// <summary>What somebody's cadence takes of the weeks ahead.</summary>
/// <param name="Minutes">The minutes of the smallest touch that counts.</param>
/// <param name="Ideal">The day from which it is wanted.</param>
/// <param name="Deadline">The last day on which it is in time and possible; four weeks ahead for what is late already.</param>
/// <param name="EveryDays">The days after a touch until the next one is wanted.</param>
/// <param name="ToleranceDays">The days after its ideal date on which it is in time.</param>
/// <param name="IsUrgent">Whether it is of an inner circle and has waited.</param>
internal sealed record PlanNeed(int Minutes, LocalDate Ideal, LocalDate Deadline, int EveryDays, int ToleranceDays, bool IsUrgent)
{
    public double MinutesPerWeek => 7.0 * Minutes / EveryDays;
}
