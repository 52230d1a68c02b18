using System.Globalization;
using System.Text;

namespace RelationshipKit.Charts.Drawing;

/// <summary>Says how wide a text is at most, without a font.</summary>
/// <remarks>
/// The widths are those of DejaVu Sans, rounded up: the widest of the usual sans-serif fonts. In every other one the text is narrower, so
/// what does not touch here touches nowhere. Scripts that DejaVu lacks count as wide as their square.
/// </remarks>
internal static class TextWidth
{
    private const double BoldFactor = 1.14;
    private const string Ellipsis = "…";

    public static double Of(string text, double size, bool bold = false)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += OfRune(rune);
        }

        return width * size * (bold ? BoldFactor : 1);
    }

    /// <summary>
    /// Returns the text, shortened with an ellipsis if it is wider than that. Characters of several code points stay whole.
    /// </summary>
    public static string Fit(string text, double width, double size, bool bold = false)
    {
        if (Of(text, size, bold) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var room = width - Of(Ellipsis, size, bold);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            room -= Of(element, size, bold);
            if (room < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>Breaks the text at spaces into lines that are not wider than that; the last line is shortened.</summary>
    public static List<string> Wrap(string text, double width, double size, int most, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var longer = line.Length == 0 ? words[i] : line + " " + words[i];
            if (line.Length > 0 && Of(longer, size, bold) > width)
            {
                if (lines.Count == most - 1)
                {
                    line = string.Join(' ', words.Skip(i).Prepend(line));
                    break;
                }

                lines.Add(line);
                longer = words[i];
            }

            line = longer;
        }

        lines.Add(Fit(line, width, size, bold));
        return lines;
    }

    private static double OfRune(Rune rune)
    {
        if (rune.Value < 0x80)
        {
            return OfAscii((char)rune.Value);
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when rune.Value is >= 0xFDFA and <= 0xFDFD => 12, // whole phrases in one character
            UnicodeCategory.UppercaseLetter => 0.86,
            _ when rune.Value < 0x600 => 0.82,
            _ when rune.Value < 0x700 => 0.95, // Arabic: a few final forms are wide
            _ when rune.Value is >= 0x2010 and <= 0x2026 => 1.0,
            _ when rune.Value is >= 0x1E00 and < 0x2000 => 0.82,
            _ => 1.4, // scripts of other fonts, emoji
        };
    }

    private static double OfAscii(char c) => c switch
    {
        'i' or 'j' or 'l' or '\'' => 0.28,
        ' ' or ',' or '.' or ';' or ':' or '/' or '\\' or '|' or 'I' => 0.34,
        'f' or 't' or 'r' or '-' or '(' or ')' or '[' or ']' or '!' or 'J' => 0.42,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 1.0,
        '+' or '<' or '>' or '=' or '~' or '^' or '#' => 0.84,
        'A' or 'B' or 'C' or 'D' or 'E' or 'F' or 'G' or 'H' or 'K' or 'L' or 'N' or 'O' or 'P' or 'Q' or 'R' or 'S' or 'T' or 'U' or 'V'
            or 'X' or 'Y' or 'Z' =>
            0.79,
        '&' => 0.78,
        _ => 0.64,
    };
}
