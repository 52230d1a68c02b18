using System.Globalization;
using System.Text;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Finds the contact that a person means: by id, address, name, or a part of a name.</summary>
/// <remarks>Case, accents and punctuation do not count: "oneill" finds O'Neill, and "ost" finds Øst.</remarks>
internal static class ContactFinder
{
    private const int MostSuggestions = 5;

    /// <summary>Returns the contact.</summary>
    /// <exception cref="UsageException">The text fits nobody or several; the message suggests up to five.</exception>
    public static Contact Find(IEnumerable<Contact> contacts, string text, string argument)
    {
        var all = contacts.ToArray();
        if (all.FirstOrDefault(contact => contact.Id.Value == text || contact.Aliases.Any(alias => alias.Value == text)) is { } byId)
        {
            return byId;
        }

        var wanted = Plain(text);
        Contact[] found =
        [
            .. One(contact => contact.Addresses.Any(address => string.Equals(address.Value, text, StringComparison.OrdinalIgnoreCase))),
        ];
        if (found.Length == 0 && wanted.Length > 0)
        {
            found = One(contact => Plain(contact.Name) == wanted || Plain(contact.Id.Value) == wanted);
            found = found.Length > 0 ? found : One(contact => Plain(contact.Name).Contains(wanted, StringComparison.Ordinal));
        }

        if (found.Length == 1)
        {
            return found[0];
        }

        // What is written otherwise in more than each third letter is somebody else.
        Contact[] suggested = found.Length > 1 ? found :
        [
            .. from contact in all
               let distance = Nearest(Plain(contact.Name), wanted)
               where distance <= Math.Max(1, wanted.Length / 3)
               orderby distance, contact.Id
               select contact,
        ];
        var names = string.Join(", ", suggested.Take(MostSuggestions).Select(contact => $"{contact.Name} ({contact.Id})"));
        throw new UsageException(
            argument,
            found.Length > 1 ? $"'{text}' can be {found.Length} contacts: {names}; say more of the name, or the id."
            : all.Length == 0 ? $"'{text}' is unknown; there are no contacts yet."
            : suggested.Length == 0 ? $"'{text}' is unknown, and nobody has a name like it; score lists all."
            : $"'{text}' is unknown; did you mean {names}?");

        Contact[] One(Func<Contact, bool> holds) => [.. all.Where(holds)];
    }

    /// <summary>Returns the contact if the text is its id, one of its addresses, or its whole name.</summary>
    /// <exception cref="UsageException">As for <see cref="Find"/>, and where the text is only a part of a name.</exception>
    public static Contact FindWhole(IEnumerable<Contact> contacts, string text, string argument)
    {
        var found = Find(contacts, text, argument);
        return found.Id.Value == text || found.Aliases.Any(alias => alias.Value == text) || Plain(found.Name) == Plain(text)
            || Plain(found.Id.Value) == Plain(text)
            || found.Addresses.Any(address => string.Equals(address.Value, text, StringComparison.OrdinalIgnoreCase))
            ? found
            : throw new UsageException(argument, $"'{text}' is a part of {found.Name} ({found.Id}); write the whole name or the id.");
    }

    /// <summary>Returns an id for a new contact: a slug of the name, with a number if it is taken.</summary>
    public static ContactId IdFor(RelationshipBook book, string name)
    {
        var slug = new StringBuilder();
        foreach (var rune in Bare(name).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(rune.ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-' && (Rune.IsWhiteSpace(rune) || rune.Value == '-'))
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        text = text.Length == 0 ? "contact" : text.Length > 200 ? text[..200] : text;
        var id = text;
        for (var number = 2; book.Find(id) is not null; number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{text}-{number}");
        }

        return id;
    }

    /// <summary>Returns the edit distance to the name or to its part that is nearest.</summary>
    public static int Nearest(string name, string wanted)
    {
        var row = new int[name.Length + 1];
        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= name.Length; j++)
            {
                (diagonal, row[j]) =
                    (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (wanted[i - 1] == name[j - 1] ? 0 : 1)));
            }
        }

        return row.Min();
    }

    private static string Plain(string text) =>
        string.Concat(
            Bare(text).ToLowerInvariant().EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => OnAnyKeyboard(rune.ToString())));

    // Letters that are not a letter and an accent to Unicode, and that people without them on their keyboards write like this.
    private static string OnAnyKeyboard(string letter) => letter switch
    {
        "ø" => "o",
        "ł" => "l",
        "đ" or "ð" => "d",
        "ħ" => "h",
        "ı" => "i",
        "æ" => "ae",
        "œ" => "oe",
        "ß" => "ss",
        "þ" => "th",
        _ => letter,
    };

    private static string Bare(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(
                rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark).Select(rune => rune.ToString()));
}
