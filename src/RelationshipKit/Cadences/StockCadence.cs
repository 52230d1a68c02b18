using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>
/// The base of the stock policies. They pass on the date to count from and tell who decided, without making anything new on the way.
/// </summary>
internal abstract class StockCadence : ICadencePolicy
{
    /// <summary>The deepest a policy may be nested, so that it can be asked, written and read without running out of stack.</summary>
    internal const int DeepestNesting = 32;

    private int depth;

    /// <summary>Gets the policies this one is made of.</summary>
    public virtual ImmutableArray<ICadencePolicy> Parts => [];

    public CadenceWindow? NextDue(CadenceContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var aside = new Aside(wantsOverridden: false);
        Wanted? soonest = Ask(context, context.Reference, aside);
        foreach (var date in aside.Dates)
        {
            soonest = soonest is { } before && Wanted.Compare(before, date) <= 0 ? before : date;
        }

        return soonest?.Window;
    }

    /// <summary>Gets how many policies lie within one another at the deepest place, this one included.</summary>
    public int Depth
    {
        get
        {
            // Computed once: a policy never changes, and its parts are asked before it.
            if (depth == 0)
            {
                depth = 1 + Parts.Select(static part => part is StockCadence stock ? stock.Depth : 1).DefaultIfEmpty().Max();
            }

            return depth;
        }
    }

    // What makes two policies of one class different, besides their parts.
    protected abstract IReadOnlyList<object?> Settings { get; }

    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj)
        || (obj is StockCadence other
            && other.GetType() == GetType()
            && Settings.SequenceEqual(other.Settings)
            && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan(), EqualityComparer<ICadencePolicy>.Default));

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(GetType());
        foreach (var setting in Settings)
        {
            hash.Add(setting);
        }

        hash.Add(Parts.Length);
        return hash.ToHashCode();
    }

    public abstract override string ToString();

    /// <summary>Asks any policy, counted from a date.</summary>
    /// <param name="policy">The policy, stock or the host's own.</param>
    /// <param name="context">What it is told.</param>
    /// <param name="reference">The date to count from.</param>
    /// <param name="aside">Takes the dates that are wanted, and what was asked for without result.</param>
    internal static Wanted? Ask(ICadencePolicy policy, CadenceContext context, LocalDate reference, Aside aside)
    {
        if (policy is StockCadence stock)
        {
            return stock.Ask(context, reference, aside);
        }

        var window = AskOwn(policy, context, reference);
        if (window is not { IsDate: true } date)
        {
            return window is { } interval ? new Wanted(interval, reference, policy) : null;
        }

        // A policy of a host's own need not know what was kept.
        if (!DateWindows.IsOver(date, context.Today) && !DateWindows.IsKept(date, context.CountedFrom(reference)))
        {
            aside.Dates.Add(new Wanted(date, reference, policy));
        }

        return null;
    }

    internal static string TextOf(ICadencePolicy policy)
    {
        try
        {
            return policy.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : policy.GetType().Name;
        }
        catch (Exception)
        {
            return policy.GetType().Name;
        }
    }

    private static CadenceWindow? AskOwn(ICadencePolicy policy, CadenceContext context, LocalDate reference)
    {
        try
        {
            // A policy that asks itself, at once or by its name, fails like any other instead of ending the process.
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return policy.NextDue(context.CountedFrom(reference).Within());
        }
        catch (Exception problem) when (problem is not (PolicyFailedException or CadencePolicyNotFoundException))
        {
            throw new PolicyFailedException(TextOf(policy), problem);
        }
    }

    /// <summary>Returns the names of the policies that a policy leads to at once.</summary>
    internal static IEnumerable<string> NamesIn(ICadencePolicy policy) => policy switch
    {
        NamedCadence named => [named.Name],
        StockCadence stock => stock.Parts.SelectMany(NamesIn),
        _ => [],
    };

    internal abstract Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside);
}
