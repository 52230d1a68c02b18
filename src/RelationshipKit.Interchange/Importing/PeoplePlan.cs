using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Decides who of the files is which contact of a book, and who becomes a new one.</summary>
internal sealed class PeoplePlan
{
    private readonly ImportData data;
    private readonly ImportSettings settings;
    private readonly RelationshipBook book;
    private readonly LocalDate today;
    private readonly ContactIndex index = new();
    private readonly Dictionary<ContactId, Contact> added = [];
    private readonly Dictionary<ContactId, Contact> changed = [];
    private readonly HashSet<ContactId> matched = [];
    private readonly Dictionary<ContactId, List<SourceRelation>> relations = [];
    private readonly Dictionary<(SourceFormat Format, string Key), ContactId> keys = [];
    private readonly ContactId?[] ofIdentity;
    private readonly bool[] isResolved;
    private readonly HashSet<int> forgottenIdentities = [];
    private int forgottenCards;

    public PeoplePlan(ImportData data, ImportSettings settings, RelationshipBook book, HashSet<int> mine)
    {
        this.data = data;
        this.settings = settings;
        this.book = book;
        Mine = mine;
        today = settings.AsOf.InZone(book.Zone).Date;
        ofIdentity = new ContactId?[data.Addresses.Count];
        isResolved = new bool[data.Addresses.Count];
        foreach (var contact in book.Contacts)
        {
            index.Put(contact);
        }

        AddCards();
        AddRelations();
    }

    /// <summary>Gets the identities that are the owner's.</summary>
    public HashSet<int> Mine { get; }

    public IEnumerable<Contact> Added => added.Values.OrderBy(contact => contact.Id);

    public IEnumerable<Contact> Changed => changed.Values.OrderBy(contact => contact.Id);

    /// <summary>Gets how often the owner wants to be in touch with whom, in days, where the book says nothing of its own.</summary>
    public SortedDictionary<ContactId, int> Cadences { get; } = [];

    public ImportedContacts Counts =>
        new(
            added.Count, changed.Count, matched.Count(id => !added.ContainsKey(id) && !changed.ContainsKey(id)),
            forgottenCards + forgottenIdentities.Count);

    public bool IsChanged(ContactId id) => changed.ContainsKey(id);

    /// <summary>Returns the contact that an identity is; null if there is no such contact and none will be made.</summary>
    public ContactId? Of(int identity, bool make)
    {
        if (!isResolved[identity])
        {
            ofIdentity[identity] = Resolve(identity);
            isResolved[identity] = true;
        }

        if (ofIdentity[identity] is null && make && !IsForgotten(identity))
        {
            ofIdentity[identity] = Make(identity);
        }

        return ofIdentity[identity];
    }

    private void AddCards()
    {
        foreach (var (person, format) in data.People)
        {
            if (person.IsMe || person.Addresses.Exists(one => data.Find(one.Address) is { } identity && Mine.Contains(identity)))
            {
                Mine.UnionWith(person.Addresses.Select(one => data.Find(one.Address)).OfType<int>());
                if (person.Key is { Length: > 0 } own && AddressText.Handle(FormatNames.OptionOf(format), own) is { } handle
                    && data.Find(handle) is { } me)
                {
                    Mine.Add(me);
                }

                continue;
            }

            if (index.Match(person) is { } id)
            {
                if (index.OfCard(person) is null)
                {
                    var before = index[id];
                    Put(ContactFields.Fill(before, person));
                    Relate(id, person);
                }

                matched.Add(id);
            }
            else if (IsForgotten(person))
            {
                forgottenCards++;
                continue;
            }
            else
            {
                id = NewId(ContactFields.NameOf(person));
                Put(ContactFields.New(id, person, today, settings.Facet));
                Relate(id, person);
                matched.Add(id);
            }

            if (person.Key is { Length: > 0 } key)
            {
                keys[(format, key)] = id;
            }

            if (person.CadenceDays is > 0 and <= 3_660 and var days && !book.Overrides.ContainsKey(id))
            {
                Cadences[id] = days;
            }
        }
    }

    private void Relate(ContactId id, SourcePerson person)
    {
        if (person.Related.Count > 0)
        {
            if (!relations.TryGetValue(id, out var list))
            {
                relations.Add(id, list = []);
            }

            list.AddRange(person.Related);
        }
    }

    // A second pass: who is named may come later in the file.
    private void AddRelations()
    {
        foreach (var (id, list) in relations)
        {
            var contact = index[id];
            foreach (var related in list)
            {
                var other = related.Key is { } key
                    ? keys.Where(pair => pair.Key.Key == key).Select(pair => (ContactId?)pair.Value).FirstOrDefault() ?? index.OfKey(key)
                    : index.OfName(related.Name);
                var text = related.Name.Length > 0 ? related.Name : related.Key ?? "";
                if (other is { } found && found != id)
                {
                    var relation = new Relation(KindOf(related.Kind), found);
                    contact = contact.Relations.Contains(relation) ? contact
                        : contact with { Relations = [.. contact.Relations, relation] };
                }
                else if (text.Length > 0
                    && KeptProperties.Text(
                        $"RELATED{(related.Kind.Length > 0 ? $";TYPE=\"{related.Kind.Replace('"', '\'')}\"" : "")}", text) is var line
                    && !contact.UnknownProperties.Contains(line))
                {
                    contact = contact with { UnknownProperties = [.. contact.UnknownProperties, line] };
                }
            }

            Put(contact);
        }
    }

    private static RelationKind KindOf(string text) => ContactFields.Line(text)?.ToLowerInvariant() switch
    {
        null or "friend" or "acquaintance" or "contact" => RelationKind.Friend,
        "spouse" or "partner" or "husband" or "wife" or "domestic-partner" or "domestic partner" or "sweetheart" => RelationKind.Partner,
        "parent" or "mother" or "father" => RelationKind.Parent,
        "child" or "son" or "daughter" => RelationKind.Child,
        "sibling" or "brother" or "sister" => RelationKind.Sibling,
        "colleague" or "co-worker" or "coworker" => RelationKind.Colleague,
        "manager" or "boss" => RelationKind.Manager,
        "assistant" or "report" => RelationKind.Report,
        "mentor" => RelationKind.Mentor,
        "mentee" => RelationKind.Mentee,
        "neighbor" or "neighbour" => RelationKind.Neighbour,
        "introducer" or "referred-by" => RelationKind.Introducer,
        { } own => RelationKind.Create(own, ContactFields.Line($"{own[..Math.Min(own.Length, 200)]} of")!),
    };

    private void Put(Contact contact)
    {
        if (book.Find(contact.Id) is not { } held)
        {
            added[contact.Id] = contact;
        }
        else if (!held.Equals(contact))
        {
            changed[contact.Id] = contact;
        }

        index.Put(contact);
    }

    private ContactId NewId(string name) => Slugs.Free(name, id => index.Has(id) || book.Find(id) is not null || book.IsForgotten(id));

    private bool IsForgotten(SourcePerson person) => person.Addresses.Count > 0
        ? person.Addresses.Exists(one => ContactFields.ToAddress(one.Address, "") is { } address && book.IsForgotten(address))
        : book.IsForgotten(ContactId.FromValue(Slugs.Of(ContactFields.NameOf(person))));

    private bool IsForgotten(int identity)
    {
        var address = data.Addresses[identity];
        if ((ContactFields.ToAddress(address, "") is { } made && book.IsForgotten(made))
            || (address.Kind == SourceAddressKind.Name && book.IsForgotten(ContactId.FromValue(Slugs.Of(address.Value)))))
        {
            forgottenIdentities.Add(identity);
            return true;
        }

        return false;
    }

    private ContactId? Resolve(int identity)
    {
        var (address, name) = (data.Addresses[identity], data.Names[identity]);
        if (index.OfAddress(address, name) is { } found)
        {
            return found;
        }

        // Not ids that this import makes: who is whom must not depend on which row comes first.
        if (data.MaybeIds.Contains(identity) && ContactId.TryParse(address.Value, null, out var id) && book.Find(id) is { } known)
        {
            return known.Id;
        }

        if (address.Kind == SourceAddressKind.Name)
        {
            return index.OfName(address.Value);
        }

        if (address.Kind != SourceAddressKind.Handle)
        {
            return null;
        }

        // Keys of people within the same export, then the name that a messenger shows, which is that of the owner's address book.
        var colon = address.Value.IndexOf(':', StringComparison.Ordinal);
        var key = address.Value[(colon + 1)..];
        return keys.Where(pair => pair.Key.Key == key).Select(pair => (ContactId?)pair.Value).FirstOrDefault()
            ?? index.OfKey(key)
            ?? (name.Length > 0 ? index.OfName(name) : null);
    }

    private ContactId? Make(int identity)
    {
        var (address, name) = (data.Addresses[identity], data.Names[identity]);
        var person = new SourcePerson { Name = name };
        person.Add(
            address,
            address.Kind == SourceAddressKind.Handle
                ? address.Value[(address.Value.IndexOf(':', StringComparison.Ordinal) + 1)..]
                : address.Value);
        var shown = ContactFields.NameOf(person);
        var at = name.Length == 0 && address.Kind == SourceAddressKind.Email ? shown.IndexOf('@', StringComparison.Ordinal) : -1;
        var id = NewId(at > 0 ? shown[..at] : shown);
        var made = ContactFields.New(id, person, today, settings.Facet);
        Put(made with { UserData = made.UserData.Clear() });
        return id;
    }
}
