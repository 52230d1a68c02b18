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

    protected override IReadOnlyList<object?> Settings => [selector, isUnless];

    public override string ToString() => isUnless ? $"{policy} unless {selector}" : $"{policy} for {selector}";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        var before = overridden?.Count ?? 0;
        if (!isUnless && context.Facet is null && selector.Facet is { } facetOf && selector.Holds(context.Contact, null))
        {
            // The cadence of a facet counts the touches of that facet, whichever others there are.
            context = context.OfFacet(facetOf);
            reference = context.Reference;
        }

        if (selector.Holds(context.Contact, context.Facet) == isUnless || Ask(policy, context, reference, overridden) is not { } asked)
        {
            return null;
        }

        if (isUnless)
        {
            return asked;
        }

        // The innermost is the most particular one.
        asked = asked with { For = asked.For ?? selector };
        for (var i = before; i < overridden?.Count; i++)
        {
            overridden[i] = overridden[i] with { For = overridden[i].For ?? selector };
        }

        if (selector.Facet is { } facet && context.Wishes.NotAbout.Contains(facet))
        {
            overridden?.Add(asked);
            return null;
        }

        return asked;
    }
}
