using System.Buffers.Text;
using System.Text;
using NodaTime;
using RelationshipKit.Interchange.Tables;

namespace RelationshipKit.Interchange;

/// <summary>Makes the owner's touchpoints of the lines of an edge list.</summary>
internal sealed class EdgeListRows(EdgeListSettings settings, RowAccount account)
{
    private const string SourceField = "SRC";
    private const string TargetField = "DST";
    private const string TimeField = "UNIXSECONDS";
    private const string BadId = "an id must have from 1 to 256 characters that can be seen, none of them a control character.";

    // A token of more bytes cannot be an id of 256 characters.
    private const int MaxIdBytes = 256 * 3;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[][] owners =
        [.. settings.OtherOwners.Prepend(settings.Owner).Select(owner => Encoding.UTF8.GetBytes(TouchpointCells.Id(owner)))];

    // One id per contact, not one per row.
    private readonly Dictionary<string, ContactId> ids = new(StringComparer.Ordinal);

    public bool OwnerSeen { get; private set; }

    public void OnLine(ReadOnlySpan<byte> line, bool tooLong, long lineNumber)
    {
        try
        {
            if (tooLong)
            {
                throw new BadRowException(null, "the line is longer than 1 MiB.");
            }

            // Comments first: they may be in any encoding.
            var rest = line;
            var from = NextToken(ref rest);
            if (from.Length == 0 || from[0] is (byte)'#' or (byte)'%')
            {
                return;
            }

            if (line.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                rest = WithPlainSpaces(line);
                from = NextToken(ref rest);
                if (from.Length == 0)
                {
                    return;
                }
            }

            OnRow(from, rest);
        }
        catch (BadRowException bad)
        {
            account.OnBad(lineNumber, bad.Field, bad.Reason);
        }
    }

    private void OnRow(ReadOnlySpan<byte> from, ReadOnlySpan<byte> rest)
    {
        CheckId(from, SourceField);
        var to = NextToken(ref rest);
        if (to.Length == 0 && from.IndexOfAny(",;|"u8) is >= 0 and var place)
        {
            throw new BadRowException(TargetField, $"the separator seems to be {(char)from[place]}; it must be white space.");
        }

        CheckId(to, TargetField);
        from = Cleaned(from, SourceField);
        to = Cleaned(to, TargetField);
        var time = NextToken(ref rest);
        var at = Time(time);
        if (NextToken(ref rest).Length > 0)
        {
            throw new BadRowException("4", $"there is a fourth column; a row is {SourceField} {TargetField} {TimeField}.");
        }

        account.OnInstant(at);
        var outgoing = IsOwner(from);
        var incoming = IsOwner(to);
        OwnerSeen |= outgoing || incoming;
        if (outgoing == incoming)
        {
            account.OnNoTouchpoint();
            return;
        }

        var contact = outgoing ? Id(to, TargetField) : Id(from, SourceField);
        account.Add(new Touchpoint(contact, at, settings.Channel, outgoing ? Direction.Outgoing : Direction.Incoming));
    }

    private bool IsOwner(ReadOnlySpan<byte> id)
    {
        foreach (var owner in owners)
        {
            if (id.SequenceEqual(owner))
            {
                return true;
            }
        }

        return false;
    }

    // Plain ASCII without an e-mail address, which most lists have, is clean as it is.
    private static ReadOnlySpan<byte> Cleaned(ReadOnlySpan<byte> id, string field)
    {
        if (!id.ContainsAnyInRange((byte)0x7F, (byte)0xFF) && !id.Contains((byte)'@'))
        {
            return id;
        }

        var clean = Encoding.UTF8.GetBytes(TouchpointCells.Id(Encoding.UTF8.GetString(id)));
        return clean.Length is > 0 and <= MaxIdBytes ? clean : throw new BadRowException(field, BadId);
    }

    private ContactId Id(ReadOnlySpan<byte> token, string field)
    {
        Span<char> chars = stackalloc char[MaxIdBytes];
        ReadOnlySpan<char> text = chars[..Encoding.UTF8.GetChars(token, chars)];
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var id))
        {
            return id;
        }

        try
        {
            id = ContactId.FromValue(text.ToString());
        }
        catch (ArgumentException)
        {
            throw new BadRowException(field, BadId);
        }

        ids.Add(id.Value, id);
        return id;
    }

    private static void CheckId(ReadOnlySpan<byte> token, string field)
    {
        if (token.Length == 0)
        {
            throw new BadRowException(field, $"the column is missing; a row is {SourceField} {TargetField} {TimeField}.");
        }

        if (token.Length > MaxIdBytes || token.ContainsAnyInRange((byte)0x00, (byte)0x1F))
        {
            throw new BadRowException(field, BadId);
        }
    }

    private static Instant Time(ReadOnlySpan<byte> token)
    {
        if (token.Length == 0)
        {
            throw new BadRowException(TimeField, $"the column is missing; a row is {SourceField} {TargetField} {TimeField}.");
        }

        if (!Utf8Parser.TryParse(token, out long seconds, out var used) || used != token.Length)
        {
            throw new BadRowException(
                TimeField,
                "the time must be a whole number of seconds since 1970-01-01T00:00:00Z; a table with dates is a CSV file with a header.");
        }

        return seconds >= SupportedSpan.FirstSeconds && seconds <= SupportedSpan.LastSeconds
            ? Instant.FromUnixTimeSeconds(seconds)
            : throw new BadRowException(
                TimeField, $"the time must be {SupportedSpan.Text}, in seconds; are these milliseconds? Import reads them.");
    }

    private static ReadOnlySpan<byte> NextToken(ref ReadOnlySpan<byte> rest)
    {
        var start = 0;
        while (start < rest.Length && IsSpace(rest[start]))
        {
            start++;
        }

        var end = start;
        while (end < rest.Length && !IsSpace(rest[end]))
        {
            end++;
        }

        var token = rest[start..end];
        rest = rest[end..];
        return token;
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (>= 0x09 and <= 0x0D);

    /// <summary>Makes the white space of the wider character set plain, so that one splitting serves all.</summary>
    private static byte[] WithPlainSpaces(ReadOnlySpan<byte> line)
    {
        try
        {
            var text = StrictUtf8.GetString(line);
            return Encoding.UTF8.GetBytes(string.Create(text.Length, text, static (chars, from) =>
            {
                for (var i = 0; i < chars.Length; i++)
                {
                    chars[i] = char.IsWhiteSpace(from[i]) ? ' ' : from[i];
                }
            }));
        }
        catch (DecoderFallbackException)
        {
            throw new BadRowException(null, "the line is not UTF-8 text.");
        }
    }
}
