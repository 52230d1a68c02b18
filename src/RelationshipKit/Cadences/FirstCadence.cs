using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>What the first of several policies that asks for something asks for.</summary>
internal sealed class FirstCadence(ImmutableArray<ICadencePolicy> parts) : StockCadence
{
    public override ImmutableArray<ICadencePolicy> Parts => parts;

    protected override IReadOnlyList<object?> Settings => [];

    public override string ToString() => parts.Length == 1 ? parts[0].ToString()! : $"the first of ({string.Join("; ", parts)})";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        Wanted? chosen = null;
        foreach (var part in parts)
        {
            if (chosen is null)
            {
                chosen = Ask(part, context, reference, overridden);
            }
            else if (overridden is null)
            {
                break;
            }
            else if (Ask(part, context, reference, overridden) is { } inVain)
            {
                overridden.Add(inVain);
            }
        }

        return chosen;
    }
}
