using System.Text;

namespace RelationshipKit.Interchange.Mail;

/// <summary>
/// The header of one message: only the fields that are needed, unfolded, each with a cap, so that no header can cost more than its message.
/// </summary>
internal sealed class HeaderBlock
{
    /// <summary>The longest field: what is beyond it is not looked at. 200 addresses fit many times over.</summary>
    private const int LongestField = 64 << 10;

    private static readonly HashSet<string> Wanted = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "List-Post", "Precedence",
        "Auto-Submitted", "Content-Type",
        "X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "Feedback-ID", "X-Gmail-Labels",
        "X-Mozilla-Draft-Info", "Content-Length", "Return-Path",
        "X-Mozilla-Status", "Content-Class",
    };

    private readonly Dictionary<string, byte[]> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<byte> current = [];
    private string? name;

    /// <summary>Gets a value indicating whether any field was read, wanted or not.</summary>
    public bool HasFields { get; private set; }

    /// <summary>Returns whether a line begins a field: a name of printable characters, maybe blanks, a colon.</summary>
    public static bool IsField(ReadOnlySpan<byte> line) => NameLength(line) > 0;

    public void Clear()
    {
        fields.Clear();
        current.Clear();
        name = null;
        HasFields = false;
    }

    /// <summary>Takes a line of the header; one that is neither a field nor a continuation is skipped.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        if (line.Length > 0 && line[0] is (byte)' ' or (byte)'\t')
        {
            Append(line);
            return;
        }

        var length = NameLength(line);
        if (length == 0)
        {
            // This line is not a header field, so continuation lines after it belong to nothing.
            return;
        }

        End();
        HasFields = true;
        var text = Encoding.ASCII.GetString(line[..length]);
        if (Wanted.Contains(text))
        {
            name = text;
            Append(line[(line.IndexOf((byte)':') + 1)..]);
        }
    }

    /// <summary>Ends the header.</summary>
    public void End()
    {
        if (name is not null)
        {
            // Of fields that stand twice the first counts, as most programs show it.
            fields.TryAdd(name, [.. current]);
        }

        name = null;
        current.Clear();
    }

    /// <summary>Returns the bytes of a field; empty if it is not there.</summary>
    public byte[] Bytes(string field) => fields.GetValueOrDefault(field, []);

    /// <summary>Returns the text of a field; empty if it is not there.</summary>
    public string Text(string field) => Encoding.UTF8.GetString(Bytes(field)).Trim();

    public bool Has(string field) => fields.ContainsKey(field);

    private void Append(ReadOnlySpan<byte> part)
    {
        if (name is not null && current.Count < LongestField)
        {
            current.AddRange(part[..Math.Min(part.Length, LongestField - current.Count)]);
        }
    }

    private static int NameLength(ReadOnlySpan<byte> line)
    {
        var length = 0;
        while (length < line.Length && length < 128 && line[length] is > 32 and < 127 and not (byte)':')
        {
            length++;
        }

        var colon = length;
        while (colon < line.Length && line[colon] is (byte)' ' or (byte)'\t')
        {
            colon++;
        }

        return length > 0 && colon < line.Length && line[colon] == ':' ? length : 0;
    }
}
