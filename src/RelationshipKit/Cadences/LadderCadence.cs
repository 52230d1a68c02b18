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

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var rung = RungOf(context);
        var steadyOne = Ask(steady, context, reference, aside);
        if (rung >= Rungs.Length)
        {
            // Steady is never closer than the last rung was, or one more touch would be asked for sooner.
            return steadyOne is { } last && CadenceDates.Plus(reference, Rungs[^1]) is { } earliest ? last.NotBefore(earliest) : null;
        }

        if (CadenceDates.Plus(reference, Rungs[rung]) is not { } ideal)
        {
            return null;
        }

        var days = CadenceDates.DaysBetween(reference, ideal);
        var asked = new Wanted(CadenceWindow.From(ideal, days / 2), reference, this);

        // A follow-up that nobody made in twice its time no longer counts. Once the steady cadence is due too, the steady cadence asks.
        var expires = CadenceDates.Plus(asked.Window.Latest, days);
        return steadyOne is { } instead && instead.Window.Ideal <= context.Today && expires < context.Today ? instead : asked;
    }

    // A touch climbs the rung it is on from halfway to it; one that comes well before was about something else. Counts no further than
    // there are rungs.
    private int RungOf(CadenceContext context)
    {
        var (rung, since) = (0, context.Start);
        foreach (var touchpoint in context.Touchpoints)
        {
            if (rung >= Rungs.Length)
            {
                break;
            }

            if (context.Qualifying.Holds(touchpoint)
                && context.DateOf(touchpoint.At) is var date
                && date > since
                && CadenceDates.Plus(since, Rungs[rung]) is { } ideal
                && 2L * CadenceDates.DaysBetween(since, date) >= CadenceDates.DaysBetween(since, ideal))
            {
                (rung, since) = (rung + 1, date);
            }
        }

        return rung;
    }
}
