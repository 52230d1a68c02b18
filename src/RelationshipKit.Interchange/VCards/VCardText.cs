using System.Text;

namespace RelationshipKit.Interchange.VCards;

/// <summary>Escapes and unescapes the values of vCard properties.</summary>
internal static class VCardText
{
    /// <summary>Returns the value, decoded.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            var next = text[++i];
            plain.Append(next is 'n' or 'N' ? "\n" : next is '\\' or ',' or ';' or ':' ? next.ToString() : $"\\{next}");
        }

        return plain.ToString();
    }

    /// <summary>Returns the value as it is written in a structured value, and before version 4.0 everywhere.</summary>
    public static string Escape(string text) => EscapeInList(text).Replace(";", "\\;", StringComparison.Ordinal);

    /// <summary>Returns the value as it is written in a text or a list of texts; there a semicolon separates nothing.</summary>
    public static string EscapeInList(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>Splits at separators that are not escaped, and unescapes the parts.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>(5);
        var start = 0;
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            while (text.IndexOf(separator, start) is >= 0 and var end)
            {
                parts.Add(text.AsSpan(start, end - start).Trim().ToString());
                start = end + 1;
            }

            parts.Add(text.AsSpan(start).Trim().ToString());
            return parts;
        }

        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == separator)
            {
                parts.Add(Unescape(text[start..i]).Trim());
                start = i + 1;
            }
            else if (text[i] == '\\')
            {
                i++;
                if (i >= text.Length)
                {
                    parts.Add(Unescape(text[start..]).Trim());
                    return parts;
                }
            }
        }

        return parts;
    }
}
