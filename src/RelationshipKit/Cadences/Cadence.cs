using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>The stock policies, and what combines them with each other and with policies of one's own.</summary>
/// <remarks>
/// <para>
/// A touch qualifies if it was more than an attempt. A window's tolerance is half the interval, rounded down to days, unless said otherwise. A policy
/// whose date would lie past 9999-12-30 asks for nothing.
/// </para>
/// <para>All policies here are immutable and safe to share between threads, and are stored as JSON.</para>
/// </remarks>
public static partial class Cadence
{
    /// <summary>Gets the policy that asks for nothing; the identity of <see cref="Soonest"/>.</summary>
    public static ICadencePolicy Never { get; } = new NeverCadence();

    /// <summary>Returns the policy of a touch each period after the last one.</summary>
    /// <param name="period">Whole days, weeks, months and years, from P1D to P100Y. A month that is too short ends on its last day.</param>
    /// <param name="toleranceDays">The days after the ideal date that are fine too, from 0 to 36,525; half the interval if <see langword="null"/>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="period"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period or the tolerance lies outside its range.</exception>
    public static ICadencePolicy Every(Period period, int? toleranceDays = null) => new EveryCadence(period, toleranceDays);

    /// <summary>Returns the policy that stands under a name when it is asked.</summary>
    /// <param name="name">The name: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>The policy; asking it without a policy of that name throws <see cref="CadencePolicyNotFoundException"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name breaks the rule above.</exception>
    public static ICadencePolicy Named(string name) => new NamedCadence(name);

    /// <summary>Returns the policy that asks for what the soonest of several asks for. Associative, commutative, with <see cref="Never"/> as identity.</summary>
    /// <param name="policies">The policies, at least one.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ICadencePolicy Soonest(params ICadencePolicy[] policies) => new SoonestCadence(Check(policies), isLatest: false);

    /// <summary>Returns the policy that asks for what the latest of several asks for; those that ask for nothing do not count. Associative and commutative.</summary>
    /// <param name="policies">The policies, at least one.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ICadencePolicy Latest(params ICadencePolicy[] policies) => new SoonestCadence(Check(policies), isLatest: true);

    /// <summary>Returns a policy that counts from the last touch of some kind, so that one person can have several cadences.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="qualifying">Which touches satisfy it; without any it counts from <see cref="CadenceContext.Start"/>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ICadencePolicy Counting(ICadencePolicy policy, Qualifying qualifying)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(qualifying);
        return new CountingCadence(policy, qualifying);
    }

    private static ImmutableArray<ICadencePolicy> Check(ICadencePolicy[] policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        if (policies.Length == 0)
        {
            throw new ArgumentException("There are 0 policies; there must be at least 1.", nameof(policies));
        }

        foreach (var policy in policies)
        {
            ArgumentNullException.ThrowIfNull(policy, nameof(policies));
        }

        return [.. policies];
    }
}
