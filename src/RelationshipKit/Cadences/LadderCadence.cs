using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Follow-ups after a first meeting, farther and farther apart, then a steady policy.</summary>
internal sealed class LadderCadence : StockCadence
{
    private readonly ICadencePolicy steady;

    public LadderCadence(ImmutableArray<Period> rungs, ICadencePolicy steady)
    {
        Rungs = rungs;
        this.steady = steady;
    }

    public ImmutableArray<Period> Rungs { get; }

    public ICadencePolicy Steady => steady;

    public override ImmutableArray<ICadencePolicy> Parts => [steady];

    protected override IReadOnlyList<object?> Settings => [.. Rungs];

    public override string ToString() => $"{string.Join(", then ", Rungs.Select(PeriodText.Of))} after a first meeting, then {steady}";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        var followUps = ContactDaysAfterFirst(context);
        if (followUps < Rungs.Length)
        {
            return CadenceDates.Plus(reference, Rungs[followUps]) is { } ideal
                ? new Wanted(CadenceWindow.From(ideal, CadenceDates.DaysBetween(reference, ideal) / 2), reference, this)
                : null;
        }

        // Steady is never closer than the last rung was, or a touch more would be asked for sooner.
        return Ask(steady, context, reference, overridden) is { } asked && CadenceDates.Plus(reference, Rungs[^1]) is { } earliest ? asked.NotBefore(earliest) : null;
    }

    // Counts no further than there are rungs.
    private int ContactDaysAfterFirst(CadenceContext context)
    {
        var days = 0;
        LocalDate? last = null;
        foreach (var touchpoint in context.Touchpoints)
        {
            if (touchpoint.IsContact && context.DateOf(touchpoint.At) is var date && date != last && date >= context.Start)
            {
                last = date;
                if (++days > Rungs.Length)
                {
                    break;
                }
            }
        }

        return Math.Max(0, days - 1);
    }
}
