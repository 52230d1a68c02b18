using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Cadences;

/// <summary>A policy that waits longer after each touch or attempt without an answer, and stops after some of them.</summary>
internal sealed class BackOffCadence : StockCadence
{
    private readonly ICadencePolicy policy;

    public BackOffCadence(ICadencePolicy policy, double factor, int mostUnanswered)
    {
        Numerics.Guard.InRange(factor, 1, 10);
        Numerics.Guard.InRange(mostUnanswered, 1, 100);
        this.policy = policy;
        Factor = factor;
        MostUnanswered = mostUnanswered;
    }

    public ICadencePolicy Policy => policy;

    public double Factor { get; }

    public int MostUnanswered { get; }

    public override ImmutableArray<ICadencePolicy> Parts => [policy];

    protected override IReadOnlyList<object?> Settings => [Factor, MostUnanswered];

    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{policy}, {Factor:0.##} times as long after each unanswered touch, at most {MostUnanswered} of them");

    /// <summary>Determines whether a policy leads to a back-off that has stopped, because too many touches had no answer.</summary>
    internal static bool HasStopped(ICadencePolicy policy, CadenceContext context) => policy switch
    {
        BackOffCadence backOff => backOff.UnansweredDays(context) >= backOff.MostUnanswered,
        NamedCadence named => HasStopped(context.Policies.Get(named.Name), context),
        ForCadence some => some.Selector.Holds(context.Contact, context.Facet) != some.IsUnless && HasStopped(some.Policy, context),
        StockCadence stock => stock.Parts.Any(part => HasStopped(part, context)),
        _ => false,
    };

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var unanswered = UnansweredDays(context);
        var (before, datesBefore) = (aside.Overridden?.Count ?? 0, aside.Dates.Count);
        var isOver = unanswered >= MostUnanswered;
        var wanted = Ask(policy, context, reference, aside);
        if (isOver)
        {
            // A contact who does not answer is left alone, also on the dates within.
            aside.Dates.RemoveRange(datesBefore, aside.Dates.Count - datesBefore);
        }

        if (wanted is not { } asked)
        {
            return null;
        }

        if (isOver)
        {
            // First of all that was overridden, since without this it had decided.
            aside.Overridden?.Insert(before, asked);
            return null;
        }

        // The first touch waits for its answer as long as any; what lengthens the interval are those beyond it.
        double days = CadenceDates.DaysBetween(asked.Reference, asked.Window.Ideal);
        for (var i = 1; i < unanswered && days < 10_000_000; i++)
        {
            days *= Factor;
        }

        return asked.MovedTo(CadenceDates.Plus(asked.Reference, (long)Math.Ceiling(days)));
    }

    // Days on which the owner reached out, attempts included, since the contact last answered or came forward. Stops counting where more
    // does not matter.
    private int UnansweredDays(CadenceContext context)
    {
        var days = 0;
        LocalDate? last = null;
        for (var i = context.Touchpoints.Length - 1; i >= 0 && days < MostUnanswered; i--)
        {
            var touchpoint = context.Touchpoints[i];
            if (Heard.Contact(touchpoint))
            {
                break;
            }

            if (touchpoint.Direction == Direction.Outgoing && !touchpoint.IsAutomatic && context.DateOf(touchpoint.At) is var date
                && date != last)
            {
                last = date;
                days++;
            }
        }

        return days;
    }
}
