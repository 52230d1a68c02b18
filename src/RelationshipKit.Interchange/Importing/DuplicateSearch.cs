using System.Collections.Immutable;
using System.Globalization;
using F23.StringSimilarity;
using RelationshipKit.Contacts;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Finds pairs of contacts that may be one person.</summary>
internal static class DuplicateSearch
{
    private const double LeastScore = 0.5;

    private const double SimilarName = 0.92;

    // A part of more names than these says little.
    private const int MostNamesOfAPart = 5;

    private const int MostOfABlock = 50;

    private const int MostPairs = 1_000;

    // Of a pair that is likely anyhow; more would only say the same.
    private const int MostTouches = 2_000;

    private static readonly JaroWinkler Names = new();

    /// <param name="contacts">The contacts to look at.</param>
    /// <param name="book">The book, which says what was dismissed and knows the touchpoints.</param>
    /// <param name="about">If not null, only pairs with one of these are found.</param>
    public static ImmutableArray<DuplicateContacts> Find(
        IEnumerable<Contact> contacts, RelationshipBook book, IReadOnlySet<ContactId>? about = null)
    {
        var all = contacts.OrderBy(contact => contact.Id).ToArray();
        if (about is { Count: 0 })
        {
            return [];
        }

        var words = Array.ConvertAll(all, contact => Words(contact.Name).ToArray());
        var (found, parts) = (new List<DuplicateContacts>(), new List<(int A, int B, int Part)>());
        foreach (var (a, b) in Pairs(all, words))
        {
            if (IsPart(a, b) || IsPart(b, a))
            {
                // Whether a part of a name says anything is known when all are seen who have it.
                parts.Add((a, b, IsPart(a, b) ? a : b));
            }
            else
            {
                Look(a, b, namesOfPart: 0);
            }
        }

        var whole = parts.GroupBy(pair => pair.Part).ToDictionary(same => same.Key, same => same.Count());
        parts.ForEach(pair => Look(pair.A, pair.B, whole[pair.Part]));
        return [.. found.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.A).ThenBy(pair => pair.B).Take(MostPairs)];

        // Somebody with an address of their own, and less than a name, is told apart by it.
        bool IsPart(int part, int name) =>
            words[part].Length > 0 && words[part].Length < words[name].Length && !HasOwnAddress(all[part])
            && Array.Exists(words[part], word => word.Length > 1)
            && Array.TrueForAll(words[part], word => words[name].Contains(word, StringComparer.Ordinal));

        void Look(int a, int b, int namesOfPart)
        {
            if ((about is null || about.Contains(all[a].Id) || about.Contains(all[b].Id))
                && !book.IsDismissed(DuplicateContacts.KeyOf(all[a].Id, all[b].Id))
                && Weigh(all[a], all[b], book, namesOfPart) is { } pair)
            {
                found.Add(pair);
            }
        }
    }

    private static bool HasOwnAddress(Contact contact) => contact.Addresses.Any(address => address.Kind != AddressKind.Handle);

    private static IEnumerable<(int A, int B)> Pairs(Contact[] all, string[][] words)
    {
        var blocks = new DuplicateBlocks(MostOfABlock);
        for (var i = 0; i < all.Length; i++)
        {
            foreach (var address in all[i].Addresses)
            {
                blocks.Add(i, AddressKey(address), 'a');
            }

            Array.ForEach(words[i], word => blocks.Add(i, word, 'w'));
            blocks.Add(i, string.Join(' ', words[i]), 'n');
        }

        var seen = new HashSet<(int, int)>();
        foreach (var block in blocks.Several)
        {
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count; j++)
                {
                    if (seen.Add((block[i], block[j])))
                    {
                        yield return (block[i], block[j]);
                    }
                }
            }
        }
    }

    private static DuplicateContacts? Weigh(Contact a, Contact b, RelationshipBook book, int namesOfPart)
    {
        var (otherwise, because) = (1.0, ImmutableArray.CreateBuilder<string>());
        void Say(double weight, string reason)
        {
            otherwise *= 1 - weight;
            because.Add(reason);
        }

        if (a.Addresses.Select(AddressKey).Intersect(b.Addresses.Select(AddressKey), StringComparer.Ordinal).Any())
        {
            Say(0.8, "a shared address");
        }

        var (nameA, nameB) = (string.Join(' ', Words(a.Name)), string.Join(' ', Words(b.Name)));
        if (nameA == nameB && nameA.Length > 0)
        {
            Say(0.6, "the same name");
        }
        else if (namesOfPart is > 0 and <= MostNamesOfAPart)
        {
            Say(
                0.5,
                namesOfPart == 1 ? "a part of a name that nobody else has"
                    : string.Create(CultureInfo.InvariantCulture, $"a part of the names of {namesOfPart} people"));
        }
        else if (nameA.Length > 3 && nameB.Length > 3 && Names.Similarity(nameA, nameB) >= SimilarName)
        {
            Say(0.35, "similar names");
        }

        if (BirthdayOf(a) is { } day && day == BirthdayOf(b))
        {
            Say(0.3, "the same birthday");
        }

        if (a.Organization is { } organization && string.Equals(organization, b.Organization, StringComparison.OrdinalIgnoreCase))
        {
            Say(0.1, "the same organisation");
        }

        if (because.Count > 0 && 1 - (otherwise * 0.8) >= LeastScore && ShareTouches(a, b, book))
        {
            Say(0.2, "touches at the same instant");
        }

        return 1 - otherwise >= LeastScore ? new DuplicateContacts(a.Id, b.Id, Math.Round(1 - otherwise, 3), because.ToImmutable()) : null;
    }

    // Two records of one person are often of one conversation, told by two sources.
    private static bool ShareTouches(Contact a, Contact b, RelationshipBook book)
    {
        var (first, second) = (book.Touchpoints.Of(a), book.Touchpoints.Of(b));
        return !first.IsEmpty && !second.IsEmpty && first.Length <= MostTouches && second.Length <= MostTouches
            && first.Select(touchpoint => touchpoint.At).Intersect(second.Select(touchpoint => touchpoint.At)).Any();
    }

    private static PartialDate? BirthdayOf(Contact contact) =>
        contact.Occasions.FirstOrDefault(occasion => occasion.Kind == OccasionKind.Birthday)?.Date;

    private static string AddressKey(Address address) => $"{address.Kind}:{address.Value.ToUpperInvariant()}";

    // In order of the alphabet: address books write family names first or last.
    private static IEnumerable<string> Words(string name) =>
        Slugs.Of(name).Split('-', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
}
