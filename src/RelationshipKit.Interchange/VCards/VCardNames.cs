namespace RelationshipKit.Interchange.VCards;

/// <summary>The names of properties that most cards have, so that each is one text and not one a line.</summary>
internal static class VCardNames
{
    private static readonly string[] All =
        [
            "N", "FN", "VERSION", "EMAIL", "TEL", "ADR", "ORG", "TITLE", "BDAY", "NOTE", "CATEGORIES", "UID", "REV", "URL", "IMPP",
            "NICKNAME", "X-ABLABEL", "X-ABADR", "PRODID", "LABEL"
        ];

    /// <summary>Returns the name in upper case, or <see langword="null"/> if it is none of these.</summary>
    public static string? Find(ReadOnlySpan<byte> name)
    {
        foreach (var known in All)
        {
            if (known.Length == name.Length && System.Text.Ascii.EqualsIgnoreCase(name, known))
            {
                return known;
            }
        }

        return null;
    }
}
