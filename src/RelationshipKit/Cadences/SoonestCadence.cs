using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>
/// Of several policies what the soonest asks for, or the latest; of two equal windows that of the first. Those that ask for nothing do not
/// count.
/// </summary>
internal sealed class SoonestCadence(ImmutableArray<ICadencePolicy> parts, bool isLatest) : StockCadence
{
    public bool IsLatest => isLatest;

    public override ImmutableArray<ICadencePolicy> Parts => parts;

    protected override IReadOnlyList<object?> Settings => [isLatest];

    public override string ToString() =>
        parts.Length == 1 ? parts[0].ToString()! : $"the {(isLatest ? "latest" : "soonest")} of ({string.Join("; ", parts)})";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        Wanted? chosen = null;
        foreach (var part in parts)
        {
            if (Ask(part, context, reference, aside) is not { } asked)
            {
                continue;
            }

            if (chosen is not { } before)
            {
                chosen = asked;
                continue;
            }

            var isBetter = isLatest ? Wanted.Compare(asked, before) > 0 : Wanted.Compare(asked, before) < 0;
            aside.Overridden?.Add(isBetter ? before : asked);
            chosen = isBetter ? asked : before;
        }

        return chosen;
    }
}
