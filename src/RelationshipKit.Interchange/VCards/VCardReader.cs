using System.Buffers;
using System.Text;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.VCards;

/// <summary>
/// Reads vCard 2.1, 3.0 and 4.0: a card at a time, from bytes, because folds and quoted-printable breaks may cut a character.
/// </summary>
/// <remarks>
/// A card that does not end, or that names nobody, is left out and reported. A property that cannot be read loses only itself. A card may
/// have 4 MiB without its pictures.
/// </remarks>
internal sealed class VCardReader
{
    private const int LargestCard = 4 << 20;

    private readonly SourceContext context;
    private readonly ArrayBufferWriter<byte> bytes = new(1 << 14);
    private readonly List<VCardLine> lines = [];
    private readonly VCardHeads heads = new();
    private readonly Func<Encoding> fallback;
    private bool open;
    private bool tooLarge;
    private bool skipping;
    private bool encoded;
    private bool soft;
    private long cardLine;
    private int nested;
    private Encoding? named;

    private VCardReader(SourceContext context)
    {
        this.context = context;
        fallback = Fallback;
    }

    /// <summary>Reads the people of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context) => new VCardReader(context).Cards();

    private IEnumerable<SourceItem> Cards()
    {
        using var stream = context.OpenMixed();
        var reader = new LineReader(stream);
        while (true)
        {
            if (!Next(reader, out var ended))
            {
                break;
            }

            if (ended && Finish() is { } person)
            {
                yield return person;
            }
        }

        if (open)
        {
            Unfinished();
        }
    }

    /// <summary>Takes the next line of the file in.</summary>
    /// <returns><see langword="false"/> at the end of the file.</returns>
    private bool Next(LineReader reader, out bool ended)
    {
        ended = false;
        if (!reader.TryRead(out var line, out var tooLong))
        {
            return false;
        }

        context.OnStep();

        // A value that ends in a soft break does not go on with the end of its card.
        soft = soft && !Ascii.StartsWithIgnoreCase(line, "END:VCARD"u8);
        if (!open)
        {
            // Outside a card a line goes on with nothing.
            line = line.TrimStart(" \t"u8);
        }

        if (soft)
        {
            // The line before ended in the middle of a quoted-printable value.
            soft = Continue(line.Length > 0 && line[0] is (byte)' ' or (byte)'\t' && !IsSoft(line) ? line[1..] : line, trimSoft: true);
            return true;
        }

        if (line.Length > 0 && line[0] is (byte)' ' or (byte)'\t')
        {
            if (lines.Count > 0 && !skipping)
            {
                soft = Continue(line[1..], trimSoft: encoded);
            }

            return true;
        }

        if (Ascii.StartsWithIgnoreCase(line, "BEGIN:VCARD"u8))
        {
            Begin(reader.LineNumber);
        }
        else if (open && Ascii.StartsWithIgnoreCase(line, "END:VCARD"u8))
        {
            ended = nested == 0;
            nested = Math.Max(0, nested - 1);
        }
        else if (open && nested == 0 && line.Length > 0)
        {
            Start(line, tooLong);
        }

        return true;
    }

    private void Begin(long lineNumber)
    {
        // A card inside a card (AGENT) begins after a line of its own; any other card that begins here shows that the one before lost its
        // end.
        if (open && lines.Count > 0 && bytes.WrittenSpan[lines[^1].Start..] is var last && Ascii.StartsWithIgnoreCase(last, "AGENT"u8)
            && last.TrimEnd((byte)' ') is [.., (byte)':'])
        {
            nested++;
            return;
        }

        if (open)
        {
            Unfinished();
        }

        context.Account.OnRecord();
        open = true;
        nested = 0;
        cardLine = lineNumber;
        bytes.ResetWrittenCount();
        lines.Clear();
        (tooLarge, skipping, encoded) = (false, false, false);
    }

    private void Unfinished()
    {
        open = false;
        context.Account.OnBad(FileAccount.Line(cardLine), "the card does not end; another one begins, or the file is cut off.");
    }

    private void Start(ReadOnlySpan<byte> line, bool tooLong)
    {
        encoded = false;
        skipping = tooLong || IsPicture(line);
        if (skipping)
        {
            return;
        }

        var value = VCardProperty.ValueStart(line);
        lines.Add(new VCardLine(bytes.WrittenCount, 0, value));
        encoded = value > 0 && VCardHead.IsQuotedPrintableHead(line[..value]);
        soft = Continue(line, trimSoft: encoded);
    }

    /// <summary>Adds to the property that was read last.</summary>
    /// <returns><see langword="true"/> if the next line goes on with it.</returns>
    private bool Continue(ReadOnlySpan<byte> part, bool trimSoft)
    {
        var goesOn = trimSoft && IsSoft(part);
        part = goesOn ? part.TrimEnd((byte)' ')[..^1] : part;
        if (bytes.WrittenCount + part.Length > LargestCard)
        {
            tooLarge = true;
            return goesOn;
        }

        bytes.Write(part);
        lines[^1] = lines[^1] with { Length = bytes.WrittenCount - lines[^1].Start };
        return goesOn;
    }

    private static bool IsSoft(ReadOnlySpan<byte> line) => line.TrimEnd((byte)' ') is [.., (byte)'='];

    private static bool IsPicture(ReadOnlySpan<byte> line)
    {
        var dot = line.IndexOfAny((byte)'.', (byte)';', (byte)':');
        var name = dot >= 0 && line[dot] == '.' ? line[(dot + 1)..] : line;
        if (name.Length == 0 || (name[0] | 0x20) is not ('p' or 'l' or 's' or 'k' or 'x'))
        {
            return false;
        }

        return Ascii.StartsWithIgnoreCase(name, "PHOTO"u8) || Ascii.StartsWithIgnoreCase(name, "LOGO"u8)
            || Ascii.StartsWithIgnoreCase(name, "SOUND"u8)
            || Ascii.StartsWithIgnoreCase(name, "KEY;"u8) || Ascii.StartsWithIgnoreCase(name, "KEY:"u8)
            || Ascii.StartsWithIgnoreCase(name, "X-MS-CARDPICTURE"u8) || Ascii.StartsWithIgnoreCase(name, "X-MS-OL-DESIGN"u8);
    }

    private SourcePerson? Finish()
    {
        open = false;
        if (tooLarge)
        {
            context.Account.OnBad(FileAccount.Line(cardLine), "the card has more than 4 MiB.");
            return null;
        }

        var card = new VCardPerson(context.Addresses);
        named = null;
        foreach (var line in lines)
        {
            // Not before the lines are unfolded: a blank may stand where one ends.
            var text = bytes.WrittenSpan.Slice(line.Start, line.Length).TrimEnd((byte)' ');
            var value = ValueStart(line, text);
            if (value <= 0)
            {
                continue;
            }

            card.Add(VCardProperty.Parse(text, value, heads, fallback, out var guessed));
            if (guessed)
            {
                context.Account.OnNote(
                    $"text that is not UTF-8 and names no charset was read as {Fallback().WebName}; name another encoding if names "
                        + "look wrong.");
            }
        }

        var person = card.Finish();
        if (card.IsGroup)
        {
            context.Account.OnUnused(FileAccount.Line(cardLine), "the card is of a group and not of a person.");
            return null;
        }

        if (!person.HasIdentity)
        {
            context.Account.OnBad(FileAccount.Line(cardLine), "the card has neither a name nor an address.");
            return null;
        }

        foreach (var (property, reason) in card.Unread)
        {
            context.Account.OnUnread($"{FileAccount.Line(cardLine)}, property {property}", $"{reason}; the rest of the card was read.");
        }

        return person;
    }

    private Encoding Fallback() => named ??= Charset() ?? context.Settings.Encoding ?? TextEncodings.Windows1252;

    // A blank at the end is taken off, which may be all of the value; a fold before the colon shows only when the line is whole.
    private static int ValueStart(VCardLine line, ReadOnlySpan<byte> text) =>
        line.ValueStart > 0 ? Math.Min(line.ValueStart, text.Length) : VCardProperty.ValueStart(text);

    // A property that names the charset also gives the charset of the bytes beside it.
    private Encoding? Charset()
    {
        foreach (var line in lines)
        {
            var text = bytes.WrittenSpan.Slice(line.Start, line.Length);
            var value = ValueStart(line, text);
            if (value > 0 && VCardHead.CharsetOf(text[..value]) is { } charset and not UTF8Encoding)
            {
                return charset;
            }
        }

        return null;
    }
}
