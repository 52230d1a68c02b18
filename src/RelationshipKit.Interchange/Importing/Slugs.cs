using System.Globalization;
using System.Text;
using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Makes ids of names: small letters and digits with hyphens between.</summary>
internal static class Slugs
{
    private const int Longest = 60;

    /// <summary>Returns the id of a name, without a number.</summary>
    public static string Of(string name)
    {
        if (OfAscii(name) is { } ascii)
        {
            return ascii;
        }

        var text = new StringBuilder();
        var plain = NameText.CanNormalise ? name.Replace($"{NameText.NoCharacter}", "", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD) : name;
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                text.Append(
                    rune.Value switch
                    {
                        'ß' => "ss",
                        'ø' or 'Ø' => "o",
                        'ł' or 'Ł' => "l",
                        'æ' or 'Æ' => "ae",
                        _ => Rune.ToLowerInvariant(rune).ToString()
                    });
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                && rune.Value is not ('\'' or '\u2019')
                && text.Length > 0
                && text[^1] != '-')
            {
                text.Append('-');
            }

            if (text.Length >= Longest)
            {
                break;
            }
        }

        var slug = text.ToString().Trim('-');
        slug = NameText.CanNormalise ? slug.Normalize(NormalizationForm.FormC) : slug;
        return slug.Length > 0 ? slug : "contact";
    }

    // The same for names that need no tables.
    private static string? OfAscii(string name)
    {
        Span<char> slug = stackalloc char[Longest];
        var length = 0;
        foreach (var c in name)
        {
            if (!char.IsAscii(c))
            {
                return null;
            }

            if (length < Longest && char.IsAsciiLetterOrDigit(c))
            {
                slug[length++] = char.ToLowerInvariant(c);
            }
            else if (length is > 0 and < Longest && c != '\'' && slug[length - 1] != '-')
            {
                slug[length++] = '-';
            }
        }

        var trimmed = slug[..length].Trim('-');
        return trimmed.IsEmpty ? "contact" : trimmed.ToString();
    }

    /// <summary>Returns the first of name, name-2, name-3 and so on that is free.</summary>
    public static ContactId Free(string name, Func<ContactId, bool> isTaken)
    {
        var slug = Of(name);
        var id = ContactId.FromValue(slug);
        for (var i = 2; isTaken(id); i++)
        {
            id = ContactId.FromValue(string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}"));
        }

        return id;
    }
}
