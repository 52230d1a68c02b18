using System.Text;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.VCards;

/// <summary>A property of a card, decoded: a group, a name, parameters and a value that is not yet unescaped.</summary>
internal sealed class VCardProperty
{
    private static readonly List<(string Name, string Value)> NoParameters = [];

    private VCardProperty(string group, string name, List<(string Name, string Value)> parameters, string value)
    {
        Group = group;
        Name = name;
        Parameters = parameters;
        Value = value;
    }

    public string Group { get; }

    /// <summary>Gets the name in upper case.</summary>
    public string Name { get; }

    public List<(string Name, string Value)> Parameters { get; }

    public string Value { get; }

    /// <summary>Gets the values of all TYPE parameters, in lower case; in version 2.1 they stand without a name.</summary>
    public IEnumerable<string> Types
    {
        get
        {
            foreach (var (name, value) in Parameters)
            {
                if (name == "TYPE")
                {
                    foreach (var type in value.Split(','))
                    {
                        yield return type.Trim().ToLowerInvariant();
                    }
                }
            }
        }
    }

    /// <summary>Returns where the value begins: after the first colon outside quotes; -1 if there is none.</summary>
    public static int ValueStart(ReadOnlySpan<byte> line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var next = line[i..].IndexOfAny((byte)'"', (byte)':');
            if (next < 0)
            {
                break;
            }

            i += next;
            if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                return i + 1;
            }
        }

        // A quote that is not closed quotes nothing.
        return quoted ? line.IndexOf((byte)':') + 1 is > 0 and var at ? at : -1 : -1;
    }

    /// <summary>Returns whether the head of a property says that its value is quoted-printable.</summary>
    public static bool IsQuotedPrintable(ReadOnlySpan<byte> head) => head.Contains((byte)';') && Ascii.IndexOfIgnoreCase(head, "QUOTED-PRINTABLE"u8) >= 0;

    /// <summary>Returns the charset that the head of a property names, or <see langword="null"/> if it names none that exists.</summary>
    public static Encoding? CharsetOf(ReadOnlySpan<byte> head)
    {
        var at = head.Contains((byte)';') ? Ascii.IndexOfIgnoreCase(head, "CHARSET="u8) : -1;
        if (at < 0)
        {
            return null;
        }

        var rest = head[(at + 8)..];
        var end = rest.IndexOfAny((byte)';', (byte)':');
        return TextEncodings.Find(Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]));
    }

    /// <summary>Reads a property.</summary>
    /// <param name="line">The unfolded line.</param>
    /// <param name="valueStart">Where its value begins.</param>
    /// <param name="fallback">The encoding of bytes that are not UTF-8 and name none.</param>
    /// <param name="guessed">Whether <paramref name="fallback"/> was needed.</param>
    public static VCardProperty Parse(ReadOnlySpan<byte> line, int valueStart, Func<Encoding> fallback, out bool guessed)
    {
        guessed = false;
        var headBytes = line[..(valueStart - 1)];
        var valueBytes = line[valueStart..];
        var charset = CharsetOf(headBytes);
        if (IsQuotedPrintable(headBytes))
        {
            valueBytes = QuotedPrintable(valueBytes);
        }

        var value = Decode(valueBytes, charset, fallback, ref guessed);
        var semicolon = headBytes.IndexOf((byte)';');
        var parameters = NoParameters;
        if (semicolon >= 0)
        {
            parameters = [];
            AddParameters(Decode(headBytes[(semicolon + 1)..], null, fallback, ref guessed), parameters);
            headBytes = headBytes[..semicolon];
        }

        headBytes = headBytes.Trim((byte)' ');
        var dot = headBytes.LastIndexOf((byte)'.');
        var group = dot < 0 ? "" : Decode(headBytes[..dot], null, fallback, ref guessed);
        var nameBytes = headBytes[(dot + 1)..];
        var name = VCardNames.Find(nameBytes) ?? Decode(nameBytes, null, fallback, ref guessed).ToUpperInvariant();
        return new VCardProperty(group, name, parameters, value);
    }

    /// <summary>Returns the first value of a parameter, or <see langword="null"/> if it is not there.</summary>
    public string? Parameter(string name) => Parameters.Find(parameter => parameter.Name == name).Value;

    /// <summary>Returns the parameters as they can be written again, without those that said how the value was encoded.</summary>
    public string WrittenParameters()
    {
        if (Parameters.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (name, value) in Parameters)
        {
            if (name is not ("ENCODING" or "CHARSET"))
            {
                var quoted = value.AsSpan().IndexOfAny(':', ';', ',') >= 0 && name != "TYPE" ? $"\"{value}\"" : value;
                text.Append(text.Length > 0 ? ";" : "").Append(name).Append('=').Append(quoted);
            }
        }

        return text.ToString();
    }

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding? charset, Func<Encoding> fallback, ref bool guessed)
    {
        if (charset is null && System.Text.Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes) && charset is null or UTF8Encoding)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        if (charset is not (null or UTF8Encoding))
        {
            return charset.GetString(bytes);
        }

        guessed = true;
        return fallback().GetString(bytes);
    }

    // Parameters are separated by semicolons, those of version 2.1 have no names; quotes hide separators, carets escape (RFC 6868).
    private static void AddParameters(ReadOnlySpan<char> text, List<(string Name, string Value)> parameters)
    {
        while (true)
        {
            var end = 0;
            for (var quoted = false; end < text.Length && (quoted || text[end] != ';'); end++)
            {
                quoted ^= text[end] == '"';
            }

            var part = text[..end];
            var equals = part.IndexOf('=');
            var value = part[(equals + 1)..].Trim().ToString();
            if (value.AsSpan().ContainsAny('"', '^'))
            {
                value = value.Replace("\"", "", StringComparison.Ordinal)
                    .Replace("^n", "\n", StringComparison.Ordinal).Replace("^'", "\"", StringComparison.Ordinal).Replace("^^", "^", StringComparison.Ordinal);
            }

            if (equals > 0)
            {
                var named = part[..equals].Trim();
                parameters.Add((named.Equals("TYPE", StringComparison.OrdinalIgnoreCase) ? "TYPE" : named.ToString().ToUpperInvariant(), value));
            }
            else if (value.Length > 0)
            {
                parameters.Add((BareName(value), value));
            }

            if (end >= text.Length || parameters.Count > 100)
            {
                return;
            }

            text = text[(end + 1)..];
        }
    }

    private static string BareName(string value) => value.ToUpperInvariant() switch
    {
        "QUOTED-PRINTABLE" or "BASE64" or "8BIT" or "7BIT" or "B" => "ENCODING",
        "UTF-8" => "CHARSET",
        _ => "TYPE",
    };

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length + 0 && Hex(text[i + 1]) is { } high && Hex(text[i + 2]) is { } low)
            {
                bytes[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else if (text[i] != '=' || i + 1 < text.Length)
            {
                bytes[length++] = text[i];
            }
        }

        return bytes[..length];
    }

    private static int? Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => null,
    };
}
