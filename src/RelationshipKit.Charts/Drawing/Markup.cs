using System.Globalization;
using System.Text;

namespace RelationshipKit.Charts.Drawing;

/// <summary>Numbers and texts as they stand in a picture.</summary>
internal static class Markup
{
    private const string Ellipsis = "…";
    private const int MostMarks = 2;
    private const char FirstIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>Two decimals are a hundredth of a pixel: enough for the eye, and the same on every machine.</summary>
    public static string Number(double number) => (Math.Round(number, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Escapes what XML gives a meaning, and replaces what XML cannot hold.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                < 0x20 or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Returns a text of somebody else's as a part of a sentence: its writing direction stays its own.</summary>
    /// <remarks>Controls that turn the direction are left out; a text of a right-to-left script is isolated.</remarks>
    public static string Isolate(string text)
    {
        var clean = string.Concat(
            text.Where(c => c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C')));
        return clean.EnumerateRunes()
            .Any(
                rune =>
                    rune.Value is (>= 0x590 and < 0x900) or (>= 0xFB1D and < 0xFE00) or (>= 0xFE70 and < 0xFEFF)
                        or (>= 0x10800 and < 0x11000) or (>= 0x1E800 and < 0x1F000))
            ? FirstIsolate + clean + PopIsolate
            : clean;
    }

    /// <summary>Returns a text whose letters carry two diacritical marks at most: more of them would grow into the line above.</summary>
    public static string WithFewMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var c in text)
        {
            marks = c is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF')
                or (>= '\u20D0' and <= '\u20FF')
                ? marks + 1
                : 0;
            if (marks <= MostMarks)
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>Returns whether nothing of a name is left to be read after it was shortened.</summary>
    public static bool IsNothing(string shortened) => shortened.Trim(FirstIsolate, PopIsolate) is "" or Ellipsis;

    /// <summary>Shortens a name, whose isolation, if it has one, stays closed.</summary>
    public static string Shorten(string name, double width, double size)
    {
        var fitted = TextWidth.Fit(name, width, size);
        return fitted.StartsWith(FirstIsolate) && !fitted.EndsWith(PopIsolate) ? fitted + PopIsolate : fitted;
    }
}
