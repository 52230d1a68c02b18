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

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var (before, datesBefore) = (aside.Overridden?.Count ?? 0, aside.Dates.Count);
        if (!isUnless && context.Facet is null && selector.Facet is { } facetOf && selector.Holds(context.Contact, null))
        {
            // The cadence of a facet counts the touches of that facet, whichever others there are.
            context = context.OfFacet(facetOf);
            reference = context.Reference;
        }

        if (selector.Holds(context.Contact, context.Facet) == isUnless)
        {
            return null;
        }

        var asked = Ask(policy, context, reference, aside);
        if (isUnless)
        {
            return asked;
        }

        // The innermost is the most particular one.
        Name(aside.Overridden, before);
        Name(aside.Dates, datesBefore);
        if (selector.Facet is { } facet && context.Wishes.NotAbout.Contains(facet))
        {
            aside.Dates.RemoveRange(datesBefore, aside.Dates.Count - datesBefore);
            if (asked is { } unwished)
            {
                aside.Overridden?.Add(Named(unwished));
            }

            return null;
        }

        return asked is { } wanted ? Named(wanted) : null;
    }

    private Wanted Named(Wanted wanted) => wanted with { For = wanted.For ?? selector };

    private void Name(List<Wanted>? said, int from)
    {
        for (var i = from; i < said?.Count; i++)
        {
            said[i] = Named(said[i]);
        }
    }
}
