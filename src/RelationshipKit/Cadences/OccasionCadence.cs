using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Birthdays, anniversaries and achievements, some days ahead.</summary>
internal sealed class OccasionCadence : StockCadence
{
    public OccasionCadence(int leadDays, int graceDays)
    {
        Numerics.Guard.InRange(leadDays, 0, 180);
        Numerics.Guard.InRange(graceDays, 0, 180);
        LeadDays = leadDays;
        GraceDays = graceDays;
    }

    public int LeadDays { get; }

    public int GraceDays { get; }

    protected override IReadOnlyList<object?> Settings => [LeadDays, GraceDays];

    public override string ToString() => LeadDays == 0 ? "on occasions" : $"on occasions, from {PeriodText.Count(LeadDays, "day")} before";

    // A touch within the lead is the touch for the occasion, so the next one is looked for after it.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        LocalDate? soonest = null;
        if (CadenceDates.Plus(reference, LeadDays) is { } after)
        {
            foreach (var occasion in context.Contact.Occasions)
            {
                if (occasion.NextAfter(after) is { } date && (soonest is null || date < soonest))
                {
                    soonest = date;
                }
            }
        }

        return soonest is { } day ? new Wanted(CadenceWindow.From(day.PlusDays(-LeadDays), LeadDays + GraceDays), reference, this) : null;
    }
}
