using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Interchange;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SeedGenerator;

/// <summary>One network, and the instant it is looked at.</summary>
internal sealed record Seed(
    string Folder,
    string Title,
    string Notes,
    string Owner,
    DateTimeZone Zone,
    Instant AsOf,
    ImmutableArray<Contact> Contacts,
    TouchpointLog Log,
    CadenceRules Cadences)
{
    /// <summary>Gets what the owner offers and needs.</summary>
    public required OwnerProfile Profile { get; init; }

    public Network ToNetwork() =>
        new(Owner, Zone, Contacts, Log) { AsOf = AsOf, Title = Title, Notes = Notes, Cadences = Cadences, Profile = Profile };

    public RelationshipBook ToBook() => RelationshipBookFactory.Default.Open(Zone, Contacts, Log, Cadences).WithOwner(Profile).OrThrow();
}
