using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Makes contacts of people that were read, and fills the gaps of contacts that are there.</summary>
internal static class ContactFields
{
    /// <summary>The prefix of the names of user data that remember which cards were imported.</summary>
    public const string CardPrefix = "imported/";

    private const int LongestText = 256;

    private const int LongestNotes = 100_000;

    /// <summary>Returns a contact with all that is known of a person.</summary>
    public static Contact New(ContactId id, SourcePerson person, LocalDate addedOn, Facet? facet) =>
        Fill(
            new Contact(id, NameOf(person))
            {
                AddedOn = addedOn,
                Facets = facet is null ? [] : [facet],
                State = person.Death != default ? ContactState.Deceased : ContactState.Active
            },
            person);

    /// <summary>Returns a contact whose gaps are filled; what it says already stays.</summary>
    public static Contact Fill(Contact contact, SourcePerson person)
    {
        var occasions = new List<Occasion>();
        AddOccasion(occasions, OccasionKind.Birthday, person.Birthday);
        AddOccasion(occasions, OccasionKind.Anniversary, person.Anniversary);
        foreach (var date in person.Dates)
        {
            var label = Line(date.Label);
            AddOccasion(occasions, label is null ? OccasionKind.Achievement : OccasionKind.FromName(label), date.Date);
        }

        var known = contact.Occasions;
        var held = contact.Addresses.Select(SourceOf).ToHashSet();
        var addresses = person.Addresses.Where(one => held.Add(one.Address)).Select(
            one => ToAddress(one.Address, one.Label)).OfType<Address>().Where(one => !contact.Addresses.Contains(one)).Distinct();
        return contact with
        {
            StructuredName = contact.StructuredName ?? PartsOf(person),
            Addresses = [.. contact.Addresses, .. addresses],
            Organization = contact.Organization ?? Line(person.Organisation),
            JobTitle = contact.JobTitle ?? Line(person.Title),
            Notes = string.IsNullOrEmpty(contact.Notes) ? NotesOf(person) ?? contact.Notes : contact.Notes,
            Occasions = [.. known, .. occasions.Where(one => !known.Any(other => other.Kind == one.Kind)).Distinct()],
            Tags =
            [
                .. contact.Tags,
                .. person.Tags.Select(Line).OfType<string>().Where(
                    tag => !contact.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)
            ],
            Origin = contact.Origin ?? (person.ConnectedOn is { } day ? new Origin { When = PartialDate.FromDate(day) } : null),
            UnknownProperties =
            [
                .. contact.UnknownProperties,
                .. KeptProperties.Of(person).Where(line => !contact.UnknownProperties.Contains(line, StringComparer.Ordinal))
            ],
            UserData = contact.UserData.SetItem(CardPrefix + DigestOf(person), UserValue.FromText("")),
        };
    }

    /// <summary>Returns the name of a person, from an address if there is no better one.</summary>
    public static string NameOf(SourcePerson person) =>
        Line(person.Name) ?? Line(person.Nickname) ?? Line(person.Organisation)
            ?? (person.Addresses.Count > 0 ? Line(person.Addresses[0].Written) : null)
            ?? "contact";

    /// <summary>Returns a text that is 1 to 256 characters on one line, or null if nothing is left of it.</summary>
    public static string? Line(string? text)
    {
        var clean = NameText.Clean(text);
        return clean.Length == 0 ? null : Cut(clean, LongestText).Trim() is { Length: > 0 } cut ? cut : null;
    }

    /// <summary>Returns the address as a contact has it.</summary>
    public static Address? ToAddress(SourceAddress address, string label)
    {
        var name = Line(label);
        try
        {
            return address.Kind switch
            {
                SourceAddressKind.Email => Address.Email(address.Value, name),
                SourceAddressKind.Phone => Address.Phone(address.Value, name),
                SourceAddressKind.Name => Address.Handle(address.Value, NameLabel),
                _ => address.Value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                    && Line(address.Value[(colon + 1)..]) is { } handle
                    ? Address.Handle(handle, Line(address.Value[..colon]))
                    : Address.Handle(address.Value),
            };
        }
        catch (ArgumentException)
        {
            // Not every source accepts the same numbers. Such a text is kept unchanged.
            return Line(address.Value) is { } value ? Address.Handle(value, name) : null;
        }
    }

    /// <summary>Returns the address in the form in which it is compared.</summary>
    public static SourceAddress SourceOf(Address address) => address.Kind switch
    {
        AddressKind.Email => AddressText.Email(address.Value) ?? new SourceAddress(SourceAddressKind.Email, address.Value),
        AddressKind.Phone => new SourceAddress(SourceAddressKind.Phone, address.Value),
        _ => address.Label == NameLabel
            ? new SourceAddress(SourceAddressKind.Name, address.Value)
            : new SourceAddress(SourceAddressKind.Handle, $"{address.Label}:{address.Value}"),
    };

    /// <summary>Returns what tells whether a card was imported before: all it says, in a digest.</summary>
    /// <remarks>It is made once: nobody changes a person that was read.</remarks>
    public static string DigestOf(SourcePerson person) => person.Digest ??= MakeDigest(person);

    private static string MakeDigest(SourcePerson person)
    {
        var text = new StringBuilder();
        void Add(params IEnumerable<string> parts) => text.AppendJoin('\u001F', parts).Append('\u001E');
        Add(person.Name, person.Nickname, person.Organisation, person.Title, person.Note, person.Key ?? "");
        Add(person.Parts is { } parts ? [parts.Prefix, parts.Given, parts.Additional, parts.Family, parts.Suffix] : []);
        Add(person.Birthday.ToString(), person.Anniversary.ToString(), person.Death.ToString());
        Add(person.Addresses.Select(address => $"{address.Address.Kind}\u001D{address.Address.Value}\u001D{address.Label}"));
        Add(person.Dates.Select(date => $"{date.Label}\u001D{date.Date}"));
        Add(person.Tags);
        Add(person.Related.Select(relation => $"{relation.Kind}\u001D{relation.Name}\u001D{relation.Key}"));
        Add(person.Unknown.Select(KeptProperties.Write));
        Add(
            person.ConnectedOn is { } day ? PartialDate.FromDate(day).ToString() : "",
            person.CadenceDays?.ToString(CultureInfo.InvariantCulture) ?? "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }

    private const string NameLabel = "name";

    private static void AddOccasion(List<Occasion> occasions, OccasionKind kind, PartialDate date)
    {
        if (date != default)
        {
            occasions.Add(new Occasion(kind, date));
        }
    }

    private static StructuredName? PartsOf(SourcePerson person) => person.Parts is not { } parts ? null : new StructuredName
    {
        Given = Line(parts.Given),
        Family = Line(parts.Family),
        Additional = Line(parts.Additional),
        Prefix = Line(parts.Prefix),
        Suffix = Line(parts.Suffix),
    };

    private static string? NotesOf(SourcePerson person)
    {
        var note = NameText.CleanLines(person.Note);
        return note.Length == 0 ? null : Cut(note, LongestNotes);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
