using System.Text;

namespace RelationshipKit.Interchange.VCards;

/// <summary>A property of a card, decoded: a group, a name, parameters and a value that is not yet unescaped.</summary>
internal sealed class VCardProperty
{
    private readonly VCardHead head;

    private VCardProperty(VCardHead head, string value)
    {
        this.head = head;
        Value = value;
    }

    public string Group => head.Group;

    /// <summary>Gets the name in upper case.</summary>
    public string Name => head.Name;

    public string Value { get; }

    /// <summary>Gets the first TYPE that says what an address is for, in lower case; empty if none does.</summary>
    public string Label => head.Label;

    /// <summary>Gets the first of all TYPE parameters, in lower case; empty if there is none.</summary>
    public string FirstType => head.FirstType;

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

    /// <summary>Reads a property.</summary>
    /// <param name="line">The unfolded line.</param>
    /// <param name="valueStart">Where its value begins.</param>
    /// <param name="heads">The heads that were read before.</param>
    /// <param name="fallback">The encoding of bytes that are not UTF-8 and name none.</param>
    /// <param name="guessed">Whether <paramref name="fallback"/> was needed.</param>
    public static VCardProperty Parse(ReadOnlySpan<byte> line, int valueStart, VCardHeads heads, Func<Encoding> fallback, out bool guessed)
    {
        guessed = false;
        var head = heads.Read(line[..(valueStart - 1)], fallback, ref guessed);
        var valueBytes = line[valueStart..];
        if (head.IsQuotedPrintable)
        {
            valueBytes = QuotedPrintable(valueBytes);
        }

        return new VCardProperty(head, Decode(valueBytes, head.Charset, fallback, ref guessed));
    }

    /// <summary>Returns the first value of a parameter, or <see langword="null"/> if it is not there.</summary>
    public string? Parameter(string name) => head.Parameter(name);

    /// <summary>Returns the parameters as they can be written again, without those that said how the value was encoded.</summary>
    public string WrittenParameters() => head.Written;

    /// <summary>Returns bytes as text: in the charset that they name, in UTF-8 if they are that, else in the one that is guessed.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? charset, Func<Encoding> fallback, ref bool guessed)
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
