using RelationshipKit.Contacts;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Makes of a contact the person that the writers of address books take.</summary>
internal static class ExportedPerson
{
    public static SourcePerson Of(Contact contact, RelationshipBook book, bool forVCard)
    {
        var person = new SourcePerson
        {
            Name = contact.Name,
            Organisation = contact.Organization ?? "",
            Title = contact.JobTitle ?? "",
            Note = contact.Notes ?? ""
        };
        if (contact.StructuredName is { } name)
        {
            person.Parts = new NameParts(name.Family ?? "", name.Given ?? "", name.Additional ?? "", name.Prefix ?? "", name.Suffix ?? "");
        }

        foreach (var address in contact.Addresses)
        {
            var source = ContactFields.SourceOf(address);
            person.Add(
                source.Kind == SourceAddressKind.Name
                    ? new SourceAddress(SourceAddressKind.Handle, $"{address.Label}:{address.Value}")
                    : source,
                address.Value,
                address.Kind == AddressKind.Handle ? "" : address.Label ?? "");
        }

        foreach (var occasion in contact.Occasions)
        {
            if (occasion.Kind == OccasionKind.Birthday && person.Birthday == default)
            {
                person.Birthday = occasion.Date;
            }
            else if (occasion.Kind == OccasionKind.Anniversary && person.Anniversary == default)
            {
                person.Anniversary = occasion.Date;
            }
            else
            {
                person.Dates.Add(new SourceDate(occasion.Title ?? occasion.Kind.Name, occasion.Date));
            }
        }

        person.Tags.AddRange(contact.Tags);
        person.Related.AddRange(
            contact.Relations.Select(relation => (relation.Kind, Other: book.Find(relation.Other))).Where(pair => pair.Other is not null)
            .Select(pair => new SourceRelation(pair.Kind.Name, pair.Other!.Name)));
        foreach (var line in contact.UnknownProperties)
        {
            KeptProperties.Read(line, person);
        }

        if (forVCard)
        {
            MakeTokens(person);
        }

        return person;
    }

    // Some columns of a CSV have names that are not valid in a vCard.
    private static void MakeTokens(SourcePerson person)
    {
        for (var i = 0; i < person.Unknown.Count; i++)
        {
            var property = person.Unknown[i];
            if (!IsToken(property.Name) || (property.Group.Length > 0 && !IsToken(property.Group)) || property.Value.AsSpan()
                .IndexOfAny('\r', '\n') >= 0)
            {
                var name = new string([.. property.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '-')]);
                person.Unknown[i] = new SourceProperty(
                    name.StartsWith("X-", StringComparison.Ordinal) ? name : $"X-{name}", "", VCardText.Escape(property.Value));
            }
        }
    }

    private static bool IsToken(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
