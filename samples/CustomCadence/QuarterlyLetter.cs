using NodaTime;
using RelationshipKit;

namespace CustomCadence;

/// <summary>A policy of your own: a letter to everybody at the beginning of each quarter.</summary>
public sealed class QuarterlyLetter : ICadencePolicy
{
    public CadenceWindow? NextDue(CadenceContext context)
    {
        var after = context.Reference;                        // last qualifying touch, else the date we met
        var quarter = new LocalDate(after.Year, ((after.Month - 1) / 3 * 3) + 1, 1).PlusMonths(3);
        var ideal = quarter.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));
        return CadenceWindow.Between(ideal, ideal.PlusWeeks(2));   // null would ask for nothing
    }

    public override string ToString() => "the first Monday of each quarter";
}
