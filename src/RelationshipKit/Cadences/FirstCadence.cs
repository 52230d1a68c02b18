using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>The window of the first of several policies that has one.</summary>
internal sealed class FirstCadence(ImmutableArray<ICadencePolicy> parts) : StockCadence
{
    public override ImmutableArray<ICadencePolicy> Parts => parts;

    protected override IReadOnlyList<object?> Settings => [];

    public override string ToString() => parts.Length == 1 ? parts[0].ToString()! : $"the first of ({string.Join("; ", parts)})";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        Wanted? chosen = null;
        foreach (var part in parts)
        {
            if (chosen is null)
            {
                chosen = Ask(part, context, reference, aside);
            }
            else if (aside.Overridden is not { } overridden)
            {
                break;
            }
            else
            {
                // What comes after the first that asks is asked without result, for dates as well.
                var inVain = new Aside(wantsOverridden: true);
                var lost = Ask(part, context, reference, inVain);
                overridden.AddRange(inVain.Overridden!);
                overridden.AddRange(lost is { } wanted ? [wanted] : []);
            }
        }

        return chosen;
    }
}
