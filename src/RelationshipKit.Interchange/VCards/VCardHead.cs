using System.Text;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.VCards;

/// <summary>
/// What stands before the value of a property: a group, a name and parameters. Files have few of them, each thousands of times.
/// </summary>
internal sealed class VCardHead
{
    private VCardHead(string group, string name, List<(string Name, string Value)> parameters, Encoding? charset, bool isQuotedPrintable)
    {
        Group = group;
        Name = name;
        Parameters = parameters;
        Charset = charset;
        IsQuotedPrintable = isQuotedPrintable;
        FirstType = Types.FirstOrDefault() ?? "";
        Label = Types.FirstOrDefault(type => type is not ("internet" or "pref" or "voice" or "x-internet" or "")) ?? "";
        Written = WrittenParameters();
    }

    public string Group { get; }

    /// <summary>Gets the name in upper case.</summary>
    public string Name { get; }

    public List<(string Name, string Value)> Parameters { get; }

    /// <summary>Gets the charset that the head names, if it exists.</summary>
    public Encoding? Charset { get; }

    public bool IsQuotedPrintable { get; }

    /// <summary>Gets the first of all TYPE parameters, in lower case; empty if there is none.</summary>
    public string FirstType { get; }

    /// <summary>Gets the first TYPE that says what an address is for, in lower case; empty if none does.</summary>
    public string Label { get; }

    /// <summary>Gets the parameters as they can be written again, without those that said how the value was encoded.</summary>
    public string Written { get; }

    // The values of all TYPE parameters, in lower case; in version 2.1 they stand without a name.
    private IEnumerable<string> Types
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

    /// <summary>Returns whether the head of a property says that its value is quoted-printable.</summary>
    public static bool IsQuotedPrintableHead(ReadOnlySpan<byte> head) =>
        head.Contains((byte)';') && Ascii.IndexOfIgnoreCase(head, "QUOTED-PRINTABLE"u8) >= 0;

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

    /// <summary>Reads a head.</summary>
    /// <param name="bytes">All that stands before the colon.</param>
    /// <param name="fallback">The encoding of bytes that are not UTF-8.</param>
    /// <param name="guessed">Is set if <paramref name="fallback"/> was needed.</param>
    public static VCardHead Parse(ReadOnlySpan<byte> bytes, Func<Encoding> fallback, ref bool guessed)
    {
        var (charset, isQuotedPrintable) = (CharsetOf(bytes), IsQuotedPrintableHead(bytes));
        var semicolon = bytes.IndexOf((byte)';');
        var parameters = new List<(string Name, string Value)>();
        if (semicolon >= 0)
        {
            AddParameters(VCardProperty.Decode(bytes[(semicolon + 1)..], null, fallback, ref guessed), parameters);
            bytes = bytes[..semicolon];
        }

        bytes = bytes.Trim((byte)' ');
        var dot = bytes.LastIndexOf((byte)'.');
        var group = dot < 0 ? "" : VCardProperty.Decode(bytes[..dot], null, fallback, ref guessed);
        var nameBytes = bytes[(dot + 1)..];
        var name = VCardNames.Find(nameBytes) ?? VCardProperty.Decode(nameBytes, null, fallback, ref guessed).ToUpperInvariant();
        return new VCardHead(group, name, parameters, charset, isQuotedPrintable);
    }

    /// <summary>Returns the first value of a parameter, or <see langword="null"/> if it is not there.</summary>
    public string? Parameter(string name) => Parameters.Find(parameter => parameter.Name == name).Value;

    private string WrittenParameters()
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
                    .Replace("^n", "\n", StringComparison.Ordinal)
                        .Replace("^'", "\"", StringComparison.Ordinal)
                        .Replace("^^", "^", StringComparison.Ordinal);
            }

            if (equals > 0)
            {
                var named = part[..equals].Trim();
                parameters.Add(
                    (named.Equals("TYPE", StringComparison.OrdinalIgnoreCase) ? "TYPE" : named.ToString().ToUpperInvariant(), value));
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
}
