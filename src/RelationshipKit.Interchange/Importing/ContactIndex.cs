using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Finds contacts by address, name, key and card, those of the book and those that the import makes.</summary>
internal sealed class ContactIndex
{
    private readonly Dictionary<SourceAddress, List<ContactId>> byAddress = [];
    private readonly Dictionary<string, List<ContactId>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactId> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactId> byCard = new(StringComparer.Ordinal);
    private readonly Dictionary<ContactId, Contact> contacts = [];

    /// <summary>Returns the form of a name in which it is compared.</summary>
    public static string NameKey(string name) => NameText.Clean(name).ToUpperInvariant();

    public Contact this[ContactId id] => contacts[id];

    public bool Has(ContactId id) => contacts.ContainsKey(id);

    /// <summary>Adds a contact, or puts a changed one in the place of the one of its id.</summary>
    public void Put(Contact contact)
    {
        contacts[contact.Id] = contact;
        foreach (var address in contact.Addresses)
        {
            Add(byAddress, ContactFields.SourceOf(address), contact.Id);
        }

        Add(byName, NameKey(contact.Name), contact.Id);
        foreach (var line in contact.UnknownProperties)
        {
            if (line.StartsWith("UID:", StringComparison.Ordinal))
            {
                byKey.TryAdd(line, contact.Id);
            }
        }

        foreach (var name in contact.UserData.Keys)
        {
            if (name.StartsWith(ContactFields.CardPrefix, StringComparison.Ordinal))
            {
                byCard.TryAdd(name, contact.Id);
            }
        }
    }

    /// <summary>Returns whose card was imported before, word for word.</summary>
    public ContactId? OfCard(SourcePerson person) =>
        byCard.TryGetValue(ContactFields.CardPrefix + ContactFields.DigestOf(person), out var id) ? id : null;

    /// <summary>Returns whom an address is of; of several the one of the given name, else the first by id.</summary>
    public ContactId? OfAddress(SourceAddress address, string name)
    {
        if (!byAddress.TryGetValue(address, out var ids))
        {
            return null;
        }

        return ids.Count == 1 ? ids[0] : ids.OrderBy(id => NameKey(contacts[id].Name) == NameKey(name) ? 0 : 1).ThenBy(id => id).First();
    }

    /// <summary>Returns the only contact of a name; null if there is none or more than one.</summary>
    public ContactId? OfName(string name) => byName.TryGetValue(NameKey(name), out var ids) && ids.Count == 1 ? ids[0] : null;

    /// <summary>Returns the contact that has the key which a source gives.</summary>
    public ContactId? OfKey(string key) => byKey.TryGetValue(KeptProperties.Text("UID", key), out var id) ? id : null;

    /// <summary>
    /// Returns the contact of a card: the one with an address and the name of the card, or the only one of that name with no evidence
    /// against it.
    /// </summary>
    public ContactId? Match(SourcePerson person)
    {
        if (OfCard(person) is { } same)
        {
            return same;
        }

        var name = NameKey(ContactFields.NameOf(person));
        var shared = person.Addresses
            .SelectMany(one => byAddress.TryGetValue(one.Address, out var ids) ? ids : [])
            .Where(id => IsNamed(contacts[id], name) || person.Name.Length == 0)
            .GroupBy(id => id).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
        if (shared is not null)
        {
            return shared.Key;
        }

        if (person.Key is { Length: > 0 } key && OfKey(key) is { } keyed && !IsSomebodyElse(contacts[keyed], person, name))
        {
            return keyed;
        }

        // Names alone: only where one of the two has no address that could tell them apart.
        return OfName(name) is { } named
            && (person.Addresses.Count == 0 || !contacts[named].Addresses.Any(address => address.Kind != Contacts.AddressKind.Handle))
            && !HasOtherKey(contacts[named], person)
            ? named
            : null;
    }

    // Some programs give a copy the key of the card it was copied from: another name and only other addresses are another person.
    private static bool IsSomebodyElse(Contact contact, SourcePerson person, string name) =>
        NameKey(contact.Name) != name && !contact.Addresses.IsEmpty && person.Addresses.Count > 0
        && !person.Addresses.Exists(one => contact.Addresses.Any(address => ContactFields.SourceOf(address) == one.Address));

    private static bool HasOtherKey(Contact contact, SourcePerson person) =>
        person.Key is { Length: > 0 } key && contact.UnknownProperties.Any(line => line.StartsWith("UID:", StringComparison.Ordinal))
        && !contact.UnknownProperties.Contains(KeptProperties.Text("UID", key), StringComparer.Ordinal);

    // A contact without a name is called by its address.
    private static bool IsNamed(Contact contact, string name) =>
        NameKey(contact.Name) == name || contact.Addresses.Any(
            address => address.Kind != Contacts.AddressKind.Handle && NameKey(address.Value) == NameKey(contact.Name));

    private static void Add<TKey>(Dictionary<TKey, List<ContactId>> lists, TKey key, ContactId id)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var ids))
        {
            lists.Add(key, ids = new(1));
        }

        if (!ids.Contains(id))
        {
            ids.Add(id);
        }
    }
}
