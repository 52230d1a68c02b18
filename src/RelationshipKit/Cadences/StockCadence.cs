using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>The base of the stock policies. They pass on the date to count from and tell who decided, without making anything new on the way.</summary>
internal abstract class StockCadence : ICadencePolicy
{
    /// <summary>Gets the policies this one is made of.</summary>
    public virtual ImmutableArray<ICadencePolicy> Parts => [];

    public CadenceWindow? NextDue(CadenceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Ask(context, context.Reference, null)?.Window;
    }

    public abstract override string ToString();

    // Asks any policy, counted from a date; overridden takes what was asked for in vain, if somebody wants to know.
    internal static Wanted? Ask(ICadencePolicy policy, CadenceContext context, LocalDate reference, List<Wanted>? overridden) =>
        policy is StockCadence stock ? stock.Ask(context, reference, overridden)
        : policy.NextDue(context.CountedFrom(reference)) is { } window ? new Wanted(window, reference, policy)
        : null;

    /// <summary>Returns the names of the policies that a policy leads to at once.</summary>
    internal static IEnumerable<string> NamesIn(ICadencePolicy policy) => policy switch
    {
        NamedCadence named => [named.Name],
        StockCadence stock => stock.Parts.SelectMany(NamesIn),
        _ => [],
    };

    internal abstract Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden);
}
