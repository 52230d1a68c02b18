using System.Globalization;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>Finds people by their names; case, accents and marks between the letters do not matter.</summary>
internal static class NameSearch
{
    private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    private static readonly CompareInfo Names = CultureInfo.InvariantCulture.CompareInfo;

    public static StringComparer Comparer { get; } = StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: true);

    /// <summary>Returns those whose name, address, organisation or tag holds every word.</summary>
    public static IEnumerable<Contact> Find(IEnumerable<Contact> contacts, string? query)
    {
        var words = (query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return contacts.Where(contact => words.All(word => Texts(contact).Any(text => Names.IndexOf(text, word, Options) >= 0)));
    }

    private static IEnumerable<string> Texts(Contact contact) =>
        [
            contact.Name, contact.Organization ?? "", .. contact.Tags, .. contact.Addresses.Select(address => address.Value),
            .. contact.Facets.Select(facet => facet.Name)
        ];
}
