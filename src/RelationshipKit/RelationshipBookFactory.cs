using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>Opens books for owners, all with the same settings and policies.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class RelationshipBookFactory
{
    private readonly RelationshipScorerFactory scorers;

    /// <summary>Initializes a new instance of the <see cref="RelationshipBookFactory"/> class.</summary>
    /// <param name="scorers">Makes the scorer of each owner.</param>
    /// <param name="policies">The cadence policies that have a name.</param>
    /// <param name="cadence">The cadence of owners who have no plan of their own.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public RelationshipBookFactory(RelationshipScorerFactory scorers, CadencePolicies policies, ICadencePolicy cadence)
    {
        ArgumentNullException.ThrowIfNull(scorers);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(cadence);
        this.scorers = scorers;
        Policies = policies;
        Cadence = cadence;
    }

    /// <summary>Gets the cadence policies that have a name.</summary>
    public CadencePolicies Policies { get; }

    /// <summary>Gets the cadence of owners who have no plan of their own.</summary>
    public ICadencePolicy Cadence { get; }

    /// <summary>Opens the book of an owner.</summary>
    /// <param name="zone">The owner's zone.</param>
    /// <param name="contacts">The contacts, in any order.</param>
    /// <param name="log">The touchpoints; the book keeps reading it as it grows.</param>
    /// <param name="plan">The owner's plan, whose named policies are those of the factory; <see cref="Cadence"/> for everybody if <see langword="null"/>.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/>, <paramref name="contacts"/>, one of them, or <paramref name="log"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id, as id or alias, is that of two contacts.</exception>
    public RelationshipBook Open(DateTimeZone zone, IEnumerable<Contact> contacts, TouchpointLog log, CadencePlan? plan = null) =>
        new(scorers.In(zone), contacts, log, (plan ?? new CadencePlan { Policy = Cadence }) with { Policies = Policies });

    /// <summary>Returns the settings and the cadence.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{scorers}; {Cadence}; {Policies}";
}
