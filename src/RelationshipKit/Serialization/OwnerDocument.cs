namespace RelationshipKit.Serialization;

/// <summary>The shape of an owner's profile in JSON.</summary>
internal sealed class OwnerDocument
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public IReadOnlyList<ContactsDocument.ContributionEntry?>? Offers { get; init; }

    public IReadOnlyList<ContactsDocument.ContributionEntry?>? Needs { get; init; }

    public IReadOnlyList<ContactsDocument.AddressEntry?>? Addresses { get; init; }
}
