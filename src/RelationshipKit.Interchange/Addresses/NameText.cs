using System.Buffers;
using System.Globalization;
using System.Text;

namespace RelationshipKit.Interchange.Addresses;

/// <summary>
/// Brings names to the form in which they are compared and shown: NFC, without invisible marks, with plain single blanks.
/// </summary>
internal static class NameText
{
    /// <summary>No character, and the one that normalisation throws at.</summary>
    public const char NoCharacter = '\uFFFE';

    private static readonly SearchValues<char> Settled = SettledCharacters();

    /// <summary>
    /// Gets a value indicating whether this program can normalise: it cannot where globalization is invariant and the runtime has no
    /// tables.
    /// </summary>
    public static bool CanNormalise { get; } = Probe();

    /// <summary>Returns the name without what cannot be seen; empty if nothing is left.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // Tags and other invisible characters beyond the first plane are rare in names; flags are made of some of them.
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!char.IsSurrogate(c) && (!IsInvisible(c) || (IsJoiner(c) && Joins(text, i))))
            {
                clean.Append(c);
            }
        }

        var trimmed = clean.ToString().Trim();
        return CanNormalise ? trimmed.Normalize(NormalizationForm.FormC) : trimmed;
    }

    /// <summary>
    /// Returns a text of several lines without marks that cannot be seen, and without control characters other than line feeds and tabs.
    /// </summary>
    public static string CleanLines(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExcept(Settled))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (c is '\n' or '\t' || (!char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFEFF' or NoCharacter)))
            {
                clean.Append(c);
            }
            else if (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
            {
                clean.Append('\n');
            }
        }

        var trimmed = clean.ToString().Trim();
        return CanNormalise ? trimmed.Normalize(NormalizationForm.FormC) : trimmed;
    }

    /// <summary>Returns whether a character is a mark of direction, a zero-width blank or another that cannot be seen.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u034F' or '\u061C' or NoCharacter || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    // Joiners between two characters shape scripts and make one emoji of several; at an end they do nothing.
    private static bool IsJoiner(char c) => c is '\u200C' or '\u200D';

    private static bool Joins(string text, int i) =>
        i > 0 && i + 1 < text.Length && text[i - 1] > '\u02FF' && text[i + 1] > '\u02FF' && !char.IsWhiteSpace(text[i - 1])
            && !char.IsWhiteSpace(text[i + 1]);

    // Letters, digits and single blanks within: nearly all names, and they need no copy.
    private static bool IsPlain(string text) =>
        text[0] != ' ' && text[^1] != ' ' && !text.AsSpan().ContainsAnyExcept(Settled) && !text.Contains("  ", StringComparison.Ordinal);

    // Characters that can be seen and that no normalisation to NFC changes, whatever stands beside them: ASCII, Latin letters with their
    // marks, most of Cyrillic, kana, Han characters and whole syllables of Hangul.
    private static SearchValues<char> SettledCharacters()
    {
        (char First, char Last)[] ranges =
        [
            (' ', '~'), ('\u00A1', '\u00AC'), ('\u00AE', '\u02FF'), ('\u0400', '\u0482'), ('\u048A', '\u052F'), ('\u3041', '\u3096'),
            ('\u30A1', '\u30FF'),
            ('\u4E00', '\u9FFF'), ('\uAC00', '\uD7A3'),
        ];
        return SearchValues.Create(
            [.. ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Select(c => (char)c)]);
    }

    private static bool Probe()
    {
        try
        {
            return "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9";
        }
        catch (PlatformNotSupportedException)
        {
            return false;
        }
    }
}
