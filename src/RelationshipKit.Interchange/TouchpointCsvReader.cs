using System.Globalization;
using CsvHelper;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange;

/// <summary>Reads one owner's touchpoints from a CSV file, plain or as gzip, which is told by its first bytes.</summary>
/// <remarks>
/// <para>The first row names the columns, in any order and ignoring case: <c>at,contact,channel,direction</c>, and if wanted
/// <c>outcome,gesture,minutes,note,name</c>. The separator is the comma, quotes are doubled (RFC 4180), the text is UTF-8.</para>
/// <list type="table">
/// <item><term>at</term><description>As <see cref="InstantText"/> says: an instant with <c>Z</c> or an offset, a local time, or a date.</description></item>
/// <item><term>contact</term><description>An id, or several separated by <c>;</c> for one touchpoint shared by several contacts.</description></item>
/// <item><term>channel</term><description>A stock channel; case, spaces, hyphens and underscores do not matter.</description></item>
/// <item><term>direction</term><description>outgoing (out), incoming (in), mutual or unknown.</description></item>
/// <item><term>outcome</term><description>delivered, answered or attempted; delivered if empty.</description></item>
/// <item><term>gesture</term><description>The name of a <see cref="Gesture"/>, such as check-in; none if empty.</description></item>
/// <item><term>minutes</term><description>How long it lasted, a decimal from 0 to 44640 (31 days); unknown if empty.</description></item>
/// <item><term>note</term><description>The owner's note, at most 10,000 characters.</description></item>
/// <item><term>name</term><description>The name of the contact, or as many names as contacts, separated by <c>;</c>. The last row that names a contact wins;
/// a contact without a name is called by its id.</description></item>
/// </list>
/// <para>A row that repeats another exactly counts once; one that contradicts another (same contacts, instant, channel and direction, but another
/// outcome, gesture, length or note) is bad. A row may have 1 MiB; the file is streamed.</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class TouchpointCsvReader
{
    private const int MaxRowBytes = 1 << 20;

    private static readonly string[] RequiredColumns = ["at", "contact", "channel", "direction"];

    private static readonly string[] OptionalColumns = ["outcome", "gesture", "minutes", "note", "name"];

    private readonly TouchpointCsvSettings settings;

    /// <summary>Initializes a new instance of the <see cref="TouchpointCsvReader"/> class.</summary>
    /// <param name="settings">How to read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    public TouchpointCsvReader(TouchpointCsvSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="progress">Is told every few thousand rows, and at the end, how far the reading has come.</param>
    /// <param name="cancellationToken">Ends the reading within a few thousand rows.</param>
    /// <returns>The owner's network, with a contact for everybody the rows name, and what became of the rows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="InterchangeException">
    /// The file cannot be read, its columns are not the ones above, or a row is bad and the reader is not lenient.
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
    /// <param name="progress">Is told every few thousand rows, and at the end, how far the reading has come.</param>
    /// <param name="cancellationToken">Ends the reading within a few thousand rows.</param>
    /// <returns>The owner's network, with a contact for everybody the rows name, and what became of the rows.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="InterchangeException">
    /// The stream cannot be read, its columns are not the ones above, or a row is bad and the reader is not lenient.
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
    public override string ToString() => $"touchpoint CSV, {settings}";

    private ReadResult Read(InputSource source, string path, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var account = new RowAccount(path, settings.Lenient, source, progress, cancellationToken);
        using var csv = CsvReader.Create(source, OptionsFor(account), leaveOpen: true);
        long line = 0;
        try
        {
            csv.ReadHeader();
            var rows = new Rows(settings, account, csv, ColumnsOf(csv, path));
            while (csv.Read())
            {
                line = csv.LineNumber;
                account.OnLine();
                rows.OnRow();
            }

            var report = account.Finish();
            return new ReadResult(
                new Network(settings.Owner, settings.Zone, rows.Contacts(), account.Log) { LastInstant = account.LastInstant },
                report);
        }
        catch (CsvFormatException e)
        {
            // The library's own message may hold what stands in the row.
            throw new InterchangeException(
                path,
                "the quotes in this row do not match, or it is longer than 1 MiB.",
                Math.Max(1, e.LineNumber),
                innerException: e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InterchangeException(path, "the file cannot be read on from here; it may be damaged or cut off.", line + 1, innerException: e);
        }
    }

    private CsvReaderOptions OptionsFor(RowAccount account) => new()
    {
        Separator = ',',
        TrimWhitespace = true,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MaxRecordSize = MaxRowBytes,
        MalformedData = settings.Lenient ? CsvMalformedDataHandling.Skip : CsvMalformedDataHandling.Throw,
        OnMalformedRecord = settings.Lenient
            ? record => account.OnBad(Math.Max(1, record.LineNumber), null, "the quotes in this row do not match.")
            : null,
    };

    private static Dictionary<string, int> ColumnsOf(CsvReader csv, string path)
    {
        var headers = csv.Headers;
        var line = Math.Max(1, csv.LineNumber);
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < headers.Count; i++)
        {
            if (!columns.TryAdd(headers[i].Trim(), i))
            {
                throw new InterchangeException(path, $"the column {KindNames.Quote(headers[i])} is there twice.", line, "header");
            }
        }

        // Missing columns are told first: a file without a header must not have its first row quoted.
        var missing = RequiredColumns.Where(name => !columns.ContainsKey(name)).ToArray();
        if (missing.Length > 0)
        {
            throw new InterchangeException(
                path,
                $"the header lacks {string.Join(", ", missing)}; it must name {string.Join(", ", RequiredColumns)} and may name {string.Join(", ", OptionalColumns)}.",
                line,
                "header");
        }

        foreach (var name in columns.Keys)
        {
            if (!RequiredColumns.Concat(OptionalColumns).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new InterchangeException(path, KindNames.Unknown(name, "column", RequiredColumns.Concat(OptionalColumns)), line, "header");
            }
        }

        return columns;
    }

    private sealed class Rows(TouchpointCsvSettings settings, RowAccount account, CsvReader csv, Dictionary<string, int> columns)
    {
        private readonly Dictionary<string, ContactId> ids = new(StringComparer.Ordinal);
        private readonly Dictionary<ContactId, string> names = [];

        public IEnumerable<Contact> Contacts() => account.Log.Contacts.Select(id => new Contact(id, names.GetValueOrDefault(id, id.Value)));

        public void OnRow()
        {
            try
            {
                Add();
            }
            catch (BadRowException bad)
            {
                account.OnBad(csv.LineNumber, bad.Field, bad.Reason);
            }
        }

        private void Add()
        {
            if (csv.RawRecord.Length > MaxRowBytes)
            {
                throw new BadRowException(null, "the row is longer than 1 MiB.");
            }

            if (csv.FieldCount != columns.Count)
            {
                throw new BadRowException(
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"the row has {csv.FieldCount} fields; the header has {columns.Count}."));
            }

            var at = At(Required("at"));
            var contacts = Participants(Required("contact"));
            var touchpoint = new Touchpoint(contacts, at, KindNames.ToChannel(Required("channel")), KindNames.ToDirection(Required("direction")))
            {
                Outcome = Optional("outcome") is { } outcome ? KindNames.ToOutcome(outcome) : Outcome.Delivered,
                Gesture = Optional("gesture") is { } gesture ? KindNames.ToGesture(gesture) : Gesture.None,
                Length = Optional("minutes") is { } minutes ? Length(minutes) : null,
                Note = Optional("note") is { } note ? CheckedNote(note) : null,
            };
            var contactNames = Optional("name") is { } name ? Names(name, contacts.Length) : [];
            if (account.Add(touchpoint) == AddResult.Conflict)
            {
                throw Contradiction(touchpoint);
            }

            account.OnInstant(touchpoint.At);
            for (var i = 0; i < contactNames.Length; i++)
            {
                if (contactNames[i].Length > 0)
                {
                    names[contacts[i]] = contactNames[i];
                }
            }
        }

        private string Required(string column) =>
            Optional(column) ?? throw new BadRowException(column, "the field is empty; it must not be.");

        private string? Optional(string column) =>
            columns.TryGetValue(column, out var index) && csv.GetString(index) is { Length: > 0 } text ? text : null;

        private Instant At(string text) =>
            InstantText.TryParse(text, settings.Zone, out var at)
                ? at
                : throw new BadRowException(
                    "at",
                    $"{KindNames.Quote(text)} is no date and time such as 2026-03-02T09:00:00Z, 2026-03-02T09:00 or 2026-03-02, {SupportedSpan.Text}.");

        private ContactId[] Participants(string text)
        {
            var parts = text.Split(';', StringSplitOptions.TrimEntries);
            var participants = new ContactId[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                participants[i] = Id(parts[i]);
                if (Array.IndexOf(participants, participants[i]) < i)
                {
                    throw new BadRowException("contact", "a contact is named twice; each must be named once.");
                }
            }

            return participants;
        }

        private ContactId Id(string text)
        {
            if (ids.TryGetValue(text, out var id))
            {
                return id;
            }

            if (text == settings.Owner)
            {
                throw new BadRowException("contact", "the contact is the owner; it must be somebody else.");
            }

            try
            {
                id = ContactId.FromValue(text);
            }
            catch (ArgumentException)
            {
                throw new BadRowException("contact", "an id must have from 1 to 256 characters, none of them a control character.");
            }

            ids.Add(text, id);
            return id;
        }

        private static Duration Length(string text) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes <= 31 * 24 * 60
                ? Duration.FromNanoseconds((long)(minutes * 60_000_000_000m))
                : throw new BadRowException("minutes", "the field must be a decimal number from 0 to 44640 (31 days), such as 12.5.");

        private static string CheckedNote(string text) =>
            text.Length <= 10_000
                ? text
                : throw new BadRowException(
                    "note",
                    string.Create(CultureInfo.InvariantCulture, $"the note has {text.Length} characters; it must have at most 10000."));

        private static string[] Names(string text, int contacts)
        {
            var parts = contacts == 1 ? [text.Trim()] : text.Split(';', StringSplitOptions.TrimEntries);
            if (parts.Length != contacts)
            {
                throw new BadRowException(
                    "name",
                    string.Create(CultureInfo.InvariantCulture, $"there are {parts.Length} names for {contacts} contacts; each contact must have one, or the field be empty."));
            }

            return Array.TrueForAll(parts, part => part.Length <= 256 && !part.Any(char.IsControl))
                ? parts
                : throw new BadRowException("name", "a name must have at most 256 characters, none of them a control character.");
        }

        private BadRowException Contradiction(Touchpoint touchpoint)
        {
            var earlier = account.Log.Of(touchpoint.Participants[0]).FirstOrDefault(other =>
                other.At == touchpoint.At
                && other.Channel == touchpoint.Channel
                && other.Direction == touchpoint.Direction
                && other.Participants.AsSpan().SequenceEqual(touchpoint.Participants.AsSpan()));
            const string Rule = "the row contradicts an earlier one of the same contact, instant, channel and direction: ";
            return earlier switch
            {
                { } when earlier.Outcome != touchpoint.Outcome =>
                    new BadRowException("outcome", $"{Rule}the outcome was {earlier.Outcome} and is now {touchpoint.Outcome}."),
                { } when earlier.Gesture != touchpoint.Gesture =>
                    new BadRowException("gesture", $"{Rule}the gesture was {earlier.Gesture} and is now {touchpoint.Gesture}."),
                { } when earlier.Length != touchpoint.Length =>
                    new BadRowException("minutes", $"{Rule}it lasted {Minutes(earlier)} and now {Minutes(touchpoint)}."),
                _ => new BadRowException("note", $"{Rule}the notes differ."),
            };
        }

        private static string Minutes(Touchpoint touchpoint) =>
            touchpoint.Length is { } length ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalMinutes:0.###} minutes") : "an unknown time";
    }
}
