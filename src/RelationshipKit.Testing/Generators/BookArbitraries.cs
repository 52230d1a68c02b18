using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Testing.Generators;

/// <summary>Generators of whole books: contacts, touchpoints with them and with strangers, a zone and a plan.</summary>
/// <remarks>For use with <c>[Properties(Arbitrary = [typeof(BookArbitraries)])]</c>, or with another test framework.</remarks>
public static class BookArbitraries
{
    /// <summary>
    /// Returns the generator of books, including the empty book. They shrink by leaving out contacts, touchpoints and parts of the plan.
    /// </summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<RelationshipBook> Books() => Arb.From(
        from contacts in ContactArbitraries.Contacts().Generator.ListOf()
        from touchpoints in Gen.OneOf(TouchpointArbitraries.Touchpoints().Generator, CadenceArbitraries.Touchpoints().Generator).ListOf()
        from plan in CadenceArbitraries.Plans().Generator
        from zone in Gen.Elements("UTC", "Europe/London", "Pacific/Apia", "America/Havana")
        select BookOf(DateTimeZoneProviders.Tzdb[zone], Unmixed(contacts), touchpoints, plan),
        Plainer);

    private static IEnumerable<RelationshipBook> Plainer(RelationshipBook book)
    {
        foreach (var left in book.Contacts)
        {
            yield return BookOf(book.Zone, book.Contacts.Where(contact => contact.Id != left.Id), book.Touchpoints, book.Cadences);
        }

        foreach (var left in book.Touchpoints)
        {
            yield return BookOf(
                book.Zone, book.Contacts, book.Touchpoints.Where(touchpoint => !ReferenceEquals(touchpoint, left)), book.Cadences);
        }

        foreach (var plan in CadenceArbitraries.Plans().Shrinker(book.Cadences))
        {
            yield return BookOf(book.Zone, book.Contacts, book.Touchpoints, plan);
        }
    }

    private static RelationshipBook BookOf(
        DateTimeZone zone, IEnumerable<Contact> contacts, IEnumerable<Touchpoint> touchpoints, CadenceRules plan) =>
        RelationshipBookFactory.Default.Open(zone, contacts, TouchpointArbitraries.LogOf(touchpoints), plan);

    // A book has each id and alias once.
    private static List<Contact> Unmixed(IEnumerable<Contact> contacts)
    {
        var taken = new HashSet<ContactId>();
        var unmixed = new List<Contact>();
        foreach (var contact in contacts.DistinctBy(contact => contact.Id).ToArray())
        {
            if (taken.Add(contact.Id))
            {
                unmixed.Add(contact);
            }
        }

        return [.. unmixed.Select(contact => contact with { Aliases = [.. contact.Aliases.Where(taken.Add)] })];
    }
}
