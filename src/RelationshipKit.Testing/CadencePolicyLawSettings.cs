using System.Collections.Immutable;
using System.Globalization;
using RelationshipKit.Cadences;

namespace RelationshipKit.Testing;

/// <summary>How many examples a check of a policy tries, which ones, and from which laws the policy differs on purpose.</summary>
/// <remarks>
/// Equality is that of all fields, of collections that of the object. Instances are immutable and safe to share between threads.
/// </remarks>
public sealed record CadencePolicyLawSettings
{
    /// <summary>Gets the settings that are used unless others are given.</summary>
    public static CadencePolicyLawSettings Default { get; } = new();

    /// <summary>Gets the number of examples, from 1 to 1,000,000. The default is 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside its range.</exception>
    public int Runs
    {
        get;
        init => field = LawSettings.CheckRuns(value, nameof(Runs));
    } = 200;

    /// <summary>Gets the seed of the examples. It is fixed by default, so that a suite gives the same result in each run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets the contacts to ask about, for a policy that is for some people only; without any, contacts of all kinds.</summary>
    public ImmutableArray<Contact> Contacts
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets the policies that have a name, for a policy made of named ones.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public CadencePolicies Policies
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Policies));
    } = CadencePolicies.Empty;

    /// <summary>
    /// Gets a value indicating whether the policy may count from an earlier touch than the last one, as <see cref="Cadence.Counting"/>
    /// does; its date must still come after the start.
    /// </summary>
    public bool MayCountFromEarlier { get; init; }

    /// <summary>
    /// Gets a value indicating whether one more touch may make the policy ask sooner, as an answer owed and a rhythm learned do.
    /// </summary>
    public bool MayAskSooner { get; init; }

    /// <summary>Gets a value indicating whether the policy may say something else on another day although nothing happened.</summary>
    public bool MayDependOnToday { get; init; }

    /// <summary>
    /// Gets a value indicating whether the policy is also asked at both ends of the calendar, in the years 1 and 9999, where it must ask
    /// for nothing and not throw. Stock policies do; one that is written for people who live need not.
    /// </summary>
    public bool ToTheEndsOfTime { get; init; }

    /// <summary>Returns number and seed in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Runs} examples of seed {Seed}");
}
