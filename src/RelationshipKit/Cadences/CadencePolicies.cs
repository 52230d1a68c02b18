using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace RelationshipKit.Cadences;

/// <summary>Cadence policies by name: how a host's own policies are stored, found again and put together.</summary>
/// <remarks>Names are compared ordinally. Instances are immutable and safe to share between threads.</remarks>
public sealed class CadencePolicies
{
    private readonly ImmutableSortedDictionary<string, ICadencePolicy> policies;

    private readonly ImmutableArray<CadenceKind> kinds;

    private CadencePolicies(ImmutableSortedDictionary<string, ICadencePolicy> policies, ImmutableArray<CadenceKind> kinds)
    {
        this.policies = policies;
        this.kinds = kinds;
    }

    /// <summary>Gets the collection without policies.</summary>
    public static CadencePolicies Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, ICadencePolicy>(StringComparer.Ordinal), []);

    /// <summary>Gets the names, in ordinal order.</summary>
    public IEnumerable<string> Names => policies.Keys;

    /// <summary>Returns these policies and one more.</summary>
    /// <param name="name">
    /// The name: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <param name="policy">The policy.</param>
    /// <returns>The new collection.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name breaks the rule above, is taken, or the policy leads back to itself through named policies.
    /// </exception>
    public CadencePolicies Add(string name, ICadencePolicy policy)
    {
        Numerics.Names.Check(name);
        ArgumentNullException.ThrowIfNull(policy);
        if (policies.TryGetValue(name, out var other))
        {
            throw new ArgumentException($"The name \"{name}\" is taken by {other}; each policy must have its own.", nameof(name));
        }

        var added = new CadencePolicies(policies.Add(name, policy), kinds);
        if (added.FindCycle(name) is { } cycle)
        {
            throw new ArgumentException(
                $"The named policies lead in a circle: {string.Join(" -> ", cycle)}; a policy must not be part of itself.", nameof(policy));
        }

        return added;
    }

    /// <summary>
    /// Returns these policies, and a kind of one's own: policies of a type are stored with their parameters, as
    /// <c>{"kind":"everyFewDays","own":{"days":12}}</c>.
    /// </summary>
    /// <typeparam name="T">The type of the policies; not one derived from it.</typeparam>
    /// <param name="kind">
    /// The name of the kind: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <param name="type">How the type is written and read, such as that of a source-generated context.</param>
    /// <returns>The new collection.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name breaks the rule above, is taken, or is a kind of the kit's own; or the type has a kind already.
    /// </exception>
    public CadencePolicies AddKind<T>(string kind, JsonTypeInfo<T> type)
        where T : ICadencePolicy
    {
        Numerics.Names.Check(kind);
        ArgumentNullException.ThrowIfNull(type);
        if (kinds.Any(known => known.Name == kind || known.Type.Type == typeof(T)) || StockKinds.Contains(kind))
        {
            throw new ArgumentException(
                $"The kind \"{kind}\" is taken, or the type has one already; each type must have one of its own.", nameof(kind));
        }

        return new CadencePolicies(policies, kinds.Add(new CadenceKind(kind, type)));
    }

    /// <summary>Finds the policy of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="policy">The policy, if there is one.</param>
    /// <returns><see langword="true"/> if there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InsufficientExecutionStackException">A policy that is being asked led back to itself too often.</exception>
    public bool TryGet(string name, [NotNullWhen(true)] out ICadencePolicy? policy)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return policies.TryGetValue(name, out policy);
    }

    /// <summary>Returns the number of policies.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{policies.Count} named policies");

    /// <summary>Returns the name a policy object is registered under, the first of several; <see langword="null"/> if it is not.</summary>
    internal string? NameOf(ICadencePolicy policy)
    {
        foreach (var (name, registered) in policies)
        {
            if (ReferenceEquals(registered, policy))
            {
                return name;
            }
        }

        return null;
    }

    internal IEnumerable<string> Kinds => kinds.Select(kind => kind.Name);

    internal CadenceKind? KindOf(ICadencePolicy policy) => kinds.FirstOrDefault(kind => kind.Type.Type == policy.GetType());

    internal CadenceKind? KindOf(string name) => kinds.FirstOrDefault(kind => kind.Name == name);

    /// <summary>Returns the policy of a name.</summary>
    internal ICadencePolicy Get(string name) =>
        policies.TryGetValue(name, out var policy) ? policy
        : throw new CadencePolicyNotFoundException(name, Names);

    // Whatever was there before leads in no circle, so a new one runs through the new name.
    private string[]? FindCycle(string start)
    {
        var path = new Stack<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return LeadsTo(start, start, path, seen) ? [.. path.Reverse(), start] : null;
    }

    private bool LeadsTo(string from, string goal, Stack<string> path, HashSet<string> seen)
    {
        path.Push(from);
        foreach (var next in policies.TryGetValue(from, out var policy) ? StockCadence.NamesIn(policy) : [])
        {
            if (next == goal || (seen.Add(next) && LeadsTo(next, goal, path, seen)))
            {
                return true;
            }
        }

        path.Pop();
        return false;
    }
}
