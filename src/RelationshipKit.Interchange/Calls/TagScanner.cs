using System.Globalization;
using System.Text;

namespace RelationshipKit.Interchange.Calls;

/// <summary>
/// Scans XML for tags that need not be well-formed: references that no XML allows are repaired, and values too long to be of use are cut.
/// </summary>
internal sealed class TagScanner(Stream stream)
{
    private const int LongestValue = 1 << 16;

    // Bodies and pictures are skipped: nothing of them is needed, and they are most of the file.
    private static readonly HashSet<string> Wanted =
        ["address", "date", "type", "contact_name", "number", "duration", "presentation", "msg_box"];

    private readonly byte[] buffer = new byte[1 << 16];
    private readonly List<byte> text = [];
    private int position;
    private int length;
    private long line = 1;

    /// <summary>Reads the next tag.</summary>
    /// <returns><see langword="false"/> at the end.</returns>
    public bool TryRead(out Tag tag)
    {
        while (SkipTo((byte)'<'))
        {
            var first = Next();
            if (first is '!' or '?')
            {
                SkipDeclaration(first);
                continue;
            }

            if (first < 0)
            {
                break;
            }

            tag = ReadTag(first);
            return true;
        }

        tag = new Tag("", line, false);
        return false;
    }

    private Tag ReadTag(int b)
    {
        var start = line;
        text.Clear();
        for (; b >= 0 && b != '>' && !IsBlank(b) && (b != '/' || text.Count == 0); b = Next())
        {
            if (text.Count < 64)
            {
                text.Add((byte)b);
            }
        }

        var name = Text();
        var attributes = new List<(string Name, string Value)>();
        while (b >= 0 && b != '>')
        {
            while (b >= 0 && (IsBlank(b) || b == '/'))
            {
                b = Next();
            }

            if (b is < 0 or '>')
            {
                break;
            }

            text.Clear();
            for (; b >= 0 && b is not ('=' or '>') && !IsBlank(b); b = Next())
            {
                if (text.Count < 64)
                {
                    text.Add((byte)b);
                }
            }

            var attribute = Text();
            while (b >= 0 && IsBlank(b))
            {
                b = Next();
            }

            if (b != '=')
            {
                continue;
            }

            b = Next();
            while (b >= 0 && IsBlank(b))
            {
                b = Next();
            }

            if (b is not ('"' or '\''))
            {
                continue;
            }

            if (!TryValue((byte)b, Wanted.Contains(attribute), out var value))
            {
                return new Tag(name, start, IsComplete: false);
            }

            if (value is not null)
            {
                attributes.Add((attribute, value));
            }

            b = Next();
        }

        var tag = new Tag(name, start, IsComplete: b == '>');
        attributes.ForEach(pair => tag.Add(pair.Name, pair.Value));
        return tag;
    }

    private bool TryValue(byte quote, bool isWanted, out string? value)
    {
        value = null;
        if (!isWanted)
        {
            return SkipTo(quote);
        }

        text.Clear();
        for (var b = Next(); b >= 0; b = Next())
        {
            if (b == quote)
            {
                value = Mend(Text());
                return true;
            }

            if (text.Count < LongestValue)
            {
                text.Add((byte)b);
            }
        }

        return false;
    }

    /// <summary>
    /// Replaces references; two that name the halves of a surrogate pair become one character, those that name none become nothing.
    /// </summary>
    private static string Mend(string value)
    {
        if (!value.Contains('&', StringComparison.Ordinal))
        {
            return value;
        }

        var mended = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var end = value[i] == '&' ? value.IndexOf(';', i, Math.Min(12, value.Length - i)) : -1;
            if (end < 0)
            {
                mended.Append(value[i]);
                continue;
            }

            var name = value[(i + 1)..end];
            mended.Append(name switch
            {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ when name is ['#', 'x' or 'X', ..] => Character(name[2..], NumberStyles.AllowHexSpecifier),
                ['#', ..] => Character(name[1..], NumberStyles.None),
                _ => value[i..(end + 1)],
            });
            i = end;
        }

        return mended.ToString();
    }

    private static string Character(string digits, NumberStyles style) =>
        !int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) || code is 0 or > 0x10FFFF ? ""
        : code <= 0xFFFF ? ((char)code).ToString()
        : char.ConvertFromUtf32(code);

    private void SkipDeclaration(int first)
    {
        // A comment ends with its own mark, because it may hold a greater-than sign.
        if (first == '!' && Next() is '-' && Next() is '-')
        {
            var hyphens = 0;
            for (var b = Next(); b >= 0; b = Next())
            {
                if (b == '>' && hyphens >= 2)
                {
                    return;
                }

                hyphens = b == '-' ? hyphens + 1 : 0;
            }

            return;
        }

        SkipTo((byte)'>');
    }

    private bool SkipTo(byte wanted)
    {
        while (Fill())
        {
            var rest = buffer.AsSpan(position, length - position);
            var at = rest.IndexOf(wanted);
            line += rest[..(at < 0 ? rest.Length : at)].Count((byte)'\n');
            position += at < 0 ? rest.Length : at + 1;
            if (at >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private string Text() => Encoding.UTF8.GetString([.. text]);

    private static bool IsBlank(int b) => b is ' ' or '\t' or '\r' or '\n';

    private int Next()
    {
        if (!Fill())
        {
            return -1;
        }

        var b = buffer[position++];
        line += b == '\n' ? 1 : 0;
        return b;
    }

    private bool Fill()
    {
        if (position < length)
        {
            return true;
        }

        position = 0;
        length = stream.Read(buffer);
        return length > 0;
    }
}
