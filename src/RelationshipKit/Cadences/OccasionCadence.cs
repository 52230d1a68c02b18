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

    internal const string Promised = "promise";

    public int LeadDays { get; }

    public int GraceDays { get; }

    protected override IReadOnlyList<object?> Settings => [LeadDays, GraceDays];

    public override string ToString() => LeadDays == 0 ? "on occasions" : $"on occasions, from {PeriodText.Count(LeadDays, "day")} before";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        foreach (var occasion in context.Contact.Occasions)
        {
            Add(occasion.Kind.Name, occasion.NextAfter);
        }

        foreach (var promise in context.Contact.Promises)
        {
            if (!promise.IsKept)
            {
                Add(Promised, after => promise.On > after ? promise.On : null);
            }
        }

        return null;

        void Add(string name, Func<LocalDate, LocalDate?> nextAfter)
        {
            if (DateWindows.FirstOpen(context, LeadDays, GraceDays, name, nextAfter) is { } window)
            {
                aside.Dates.Add(new Wanted(window, reference, this));
            }
        }
    }
}
