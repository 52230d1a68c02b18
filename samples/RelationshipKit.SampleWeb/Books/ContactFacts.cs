using System.Collections.Immutable;
using RelationshipKit.Contacts;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>What the form about a person holds, as text.</summary>
public sealed record ContactFacts(
    string Name, string Circle, string Birthday, string Emails, string Phones, string Organization, string Facets, string Tags,
    string Notes)
{
    /// <summary>Gets a sign of all of it.</summary>
    public string Sign => Fingerprint.Of(Name, Circle, Birthday, Emails, Phones, Organization, Facets, Tags, Notes);

    public static ContactFacts Of(Contact contact) => new(
        contact.Name,
        contact.Circle?.Name ?? "",
        contact.Occasions.FirstOrDefault(occasion => occasion.Kind == OccasionKind.Birthday) is { } birthday
            ? birthday.Date.ToString()
            : "",
        string.Join('\n', Values(contact, AddressKind.Email)),
        string.Join('\n', Values(contact, AddressKind.Phone)),
        contact.Organization ?? "",
        string.Join(", ", contact.Facets.Select(facet => facet.Name)),
        string.Join(", ", contact.Tags),
        (contact.Notes ?? "").ReplaceLineEndings("\n"));

    /// <summary>Returns what was typed into the form.</summary>
    public static ContactFacts Of(IFormCollection form)
    {
        return new(
            Text("name").Trim(), Text("circle"), Text("birthday").Trim(), Text("emails").Trim(), Text("phones").Trim(),
            Text("organization").Trim(), Text("facets").Trim(), Text("tags").Trim(), Text("notes").TrimEnd());

        string Text(string field) => form[field].ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Returns the contact with these facts.</summary>
    /// <exception cref="ArgumentException">The library does not accept a fact.</exception>
    /// <exception cref="FormatException">An address is not valid.</exception>
    public Contact Apply(RelationshipBook book, Contact contact) => contact with
    {
        Name = Name.Length > 0 ? Name : throw new NotDoneException("A person needs a name."),
        Circle = CircleOf(book, Circle),
        Occasions = Birthdays(contact),
        Addresses = Addresses(contact),
        Organization = Organization.Length > 0 ? Organization : null,
        Facets = [.. Split(Facets).Select(Facet.FromName)],
        Tags = [.. Split(Tags)],
        Notes = Notes.Length > 0 ? Notes : null,
    };

    /// <summary>Returns the circle of a name: one of the book's own keeps its size.</summary>
    public static Circle? CircleOf(RelationshipBook book, string? name) =>
        string.IsNullOrEmpty(name) ? null
            : book.Contacts.FirstOrDefault(contact => contact.Circle?.Name == name)?.Circle ?? RelationshipKit.Circle.FromName(name);

    private static IEnumerable<string> Values(Contact contact, AddressKind kind) =>
        contact.Addresses.Where(address => address.Kind == kind).Select(address => address.Value);

    private static IEnumerable<string> Split(string text) =>
        text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct();

    // An address that stays keeps its place and its label.
    private ImmutableArray<Address> Addresses(Contact contact)
    {
        var typed =
            new Dictionary<AddressKind, string[]> { [AddressKind.Email] = [.. Split(Emails)], [AddressKind.Phone] = [.. Split(Phones)] };
        Address[] kept =
            [.. contact.Addresses.Where(address => !typed.TryGetValue(address.Kind, out var values) || values.Contains(address.Value))];
        return
        [
            .. kept.Union(
            [
                .. typed[AddressKind.Email].Where(IsNew).Select(value => Address.Email(value)),
                .. typed[AddressKind.Phone].Where(IsNew).Select(value => Address.Phone(value)),
            ]),
        ];

        bool IsNew(string value) => !kept.Any(address => address.Value == value);
    }

    private ImmutableArray<Occasion> Birthdays(Contact contact)
    {
        if (Of(contact).Birthday == Birthday)
        {
            return contact.Occasions;
        }

        ImmutableArray<Occasion> others = [.. contact.Occasions.Where(occasion => occasion.Kind != OccasionKind.Birthday)];
        if (Birthday.Length == 0)
        {
            return others;
        }

        return PartialDate.TryParse(Birthday.Length == 5 ? "--" + Birthday : Birthday, null, out var date)
            && date is { Month: not null, Day: not null }
            ? others.Add(new Occasion(OccasionKind.Birthday, date))
            : throw new NotDoneException("A birthday is a date such as 1990-05-17, or 05-17 without the year.");
    }
}
