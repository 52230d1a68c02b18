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

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        var before = overridden?.Count ?? 0;
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
