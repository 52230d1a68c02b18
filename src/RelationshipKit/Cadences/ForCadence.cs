using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A policy for some, or for all but some.</summary>
internal sealed class ForCadence(ContactSelector selector, ICadencePolicy policy, bool isUnless) : StockCadence
{
    public ContactSelector Selector => selector;

    public ICadencePolicy Policy => policy;

    public bool IsUnless => isUnless;

    public override ImmutableArray<ICadencePolicy> Parts => [policy];

    public override string ToString() => isUnless ? $"{policy} unless {selector}" : $"{policy} for {selector}";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden) =>
        selector.Holds(context.Contact, context.Facet) != isUnless ? Ask(policy, context, reference, overridden) : null;
}
