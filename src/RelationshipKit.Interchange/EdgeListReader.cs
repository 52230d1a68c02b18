using System.Buffers.Text;
using System.Text;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange;

/// <summary>Reads one owner's touchpoints from an edge list: <c>SRC DST UNIXSECONDS</c>, one row per message.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Columns are separated by any white space; blank lines and lines that begin with <c>#</c> or <c>%</c> are passed over. Rows may come in
/// any order, plain or as gzip, which is told by its first bytes.</item>
/// <item>A row is a touchpoint of the owner if SRC or DST is the owner: outgoing where SRC is, incoming where DST is. A row from the owner
/// to the owner is none.</item>
/// <item>Rows that repeat another exactly count once. Rows of one message to several people stay separate touchpoints.</item>
/// <item><see cref="Network.LastInstant"/> is the latest instant of any row, of whomever it tells.</item>
/// <item>A line may have 1 MiB; the file is streamed, and only the owner's touchpoints are kept.</item>
/// </list>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class EdgeListReader
{
    /// <summary>The field that <see cref="InterchangeException.Field"/> names if the owner appears in no row.</summary>
    public const string OwnerField = "owner";

    private const string SourceField = "SRC";
    private const string TargetField = "DST";
    private const string TimeField = "UNIXSECONDS";

    // A token of more bytes cannot be an id of 256 characters.
    private const int MaxIdBytes = 256 * 3;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly EdgeListSettings settings;

    /// <summary>Initializes a new instance of the <see cref="EdgeListReader"/> class.</summary>
    /// <param name="settings">Whose touchpoints to read, and how.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    public EdgeListReader(EdgeListSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="progress">Is told every few thousand lines, and at the end, how far the reading has come.</param>
    /// <param name="cancellationToken">Ends the reading within a few thousand lines.</param>
    /// <returns>The owner's network, with a contact for everybody the owner was in touch with, and what became of the rows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="InterchangeException">
    /// The file cannot be read, the owner appears in no row, or a row is bad and the reader is not lenient.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ReadResult ReadFile(string path, IProgress<ReadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var source = InputSource.Open(path);
        return Read(source, path, progress, cancellationToken);
    }

    /// <summary>Reads a stream from where it stands to its end, and leaves it open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <param name="progress">Is told every few thousand lines, and at the end, how far the reading has come.</param>
    /// <param name="cancellationToken">Ends the reading within a few thousand lines.</param>
    /// <returns>The owner's network, with a contact for everybody the owner was in touch with, and what became of the rows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InterchangeException">
    /// The stream cannot be read, the owner appears in no row, or a row is bad and the reader is not lenient.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ReadResult Read(Stream stream, string name, IProgress<ReadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var source = InputSource.Over(stream);
        return Read(source, name, progress, cancellationToken);
    }

    /// <summary>Returns the settings, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"edge list, {settings}";

    private ReadResult Read(InputSource source, string path, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var account = new RowAccount(path, settings.Lenient, source, progress, cancellationToken);
        var rows = new Rows(settings, account);
        var lines = new LineReader(source);
        try
        {
            while (lines.TryRead(out var line, out var tooLong))
            {
                account.OnLine();
                rows.OnLine(line, tooLong, lines.LineNumber);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InterchangeException(path, "the file cannot be read on from here; it may be damaged or cut off.", lines.LineNumber + 1, innerException: e);
        }

        var report = account.Finish();
        if (!rows.OwnerSeen)
        {
            throw new InterchangeException(path, "the owner appears in no row.", field: OwnerField);
        }

        var contacts = account.Log.Contacts.Select(id => new Contact(id, id.Value));
        return new ReadResult(new Network(settings.Owner, settings.Zone, contacts, account.Log) { LastInstant = account.LastInstant }, report);
    }

    private sealed class Rows(EdgeListSettings settings, RowAccount account)
    {
        private readonly byte[] owner = Encoding.UTF8.GetBytes(settings.Owner);

        // One id per contact, not one per row.
        private readonly Dictionary<string, ContactId> ids = new(StringComparer.Ordinal);

        public bool OwnerSeen { get; private set; }

        public void OnLine(ReadOnlySpan<byte> line, bool tooLong, long lineNumber)
        {
            if (lineNumber == 1 && line.StartsWith("\uFEFF"u8))
            {
                line = line[3..];
            }

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
            CheckId(to, TargetField);
            var time = NextToken(ref rest);
            var at = Time(time);
            if (NextToken(ref rest).Length > 0)
            {
                throw new BadRowException("4", $"there is a fourth column; a row is {SourceField} {TargetField} {TimeField}.");
            }

            account.OnInstant(at);
            var outgoing = from.SequenceEqual(owner);
            var incoming = to.SequenceEqual(owner);
            OwnerSeen |= outgoing || incoming;
            if (outgoing == incoming)
            {
                account.OnNoTouchpoint();
                return;
            }

            var contact = outgoing ? Id(to, TargetField) : Id(from, SourceField);
            account.Add(new Touchpoint(contact, at, settings.Channel, outgoing ? Direction.Outgoing : Direction.Incoming));
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
                throw new BadRowException(field, "an id must have from 1 to 256 characters, none of them a control character.");
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
                throw new BadRowException(field, "an id must have from 1 to 256 characters, none of them a control character.");
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
                throw new BadRowException(TimeField, "the time must be a whole number of seconds since 1970-01-01T00:00:00Z.");
            }

            return seconds >= SupportedSpan.FirstSeconds && seconds <= SupportedSpan.LastSeconds
                ? Instant.FromUnixTimeSeconds(seconds)
                : throw new BadRowException(TimeField, $"the time must be {SupportedSpan.Text}.");
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
}
