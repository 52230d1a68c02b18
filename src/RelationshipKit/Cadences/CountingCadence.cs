using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A policy that counts from the last touch of some kind.</summary>
internal sealed class CountingCadence(ICadencePolicy policy, TouchpointFilter qualifying) : StockCadence
{
    public ICadencePolicy Policy => policy;

    public TouchpointFilter TouchpointFilter => qualifying;

    public override ImmutableArray<ICadencePolicy> Parts => [policy];

    protected override IReadOnlyList<object?> Settings => [qualifying];

    public override string ToString() => $"{policy} {qualifying}";

    // Of one within another the inner one decides what is counted from.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside) =>
        Ask(policy, context.Counting(qualifying), context.LastTouch(qualifying) ?? context.Start, aside) is { } asked
            ? asked with { Counts = asked.Counts ?? qualifying }
            : null;
}
