using System.Globalization;
using CsvHelper;
using RelationshipKit.Interchange.Tables;

namespace RelationshipKit.Interchange;

/// <summary>Reads one owner's touchpoints from a CSV file, plain or as gzip, which is told by its first bytes.</summary>
/// <remarks>
/// <para>The first row names the columns, in any order and ignoring case: <c>at,contact,channel,direction</c>, and if wanted
/// <c>outcome,gesture,minutes,note,name,id</c>; usual other names such as <c>date</c> and <c>person</c> are accepted. The separator is that
/// of the header: comma, semicolon, tab or bar. Quotes are doubled (RFC 4180). The text is UTF-8, or UTF-16 with a mark, or in the encoding
/// that the settings name.</para>
/// <list type="table">
/// <item><term>at</term><description>As <see cref="InstantText"/> says: an instant with <c>Z</c> or an offset, a local time, or a date.
/// Also UNIX seconds or milliseconds of 9 to 14 digits, and numbers such as 2.3.2026 09:00 whose order shows or is
/// named.</description></item>
/// <item><term>contact</term><description>An id, or up to 1,000 separated by <c>;</c> for one touchpoint shared by several contacts.
/// E-mail addresses are compared without case, names in Unicode NFC without invisible marks.</description></item>
/// <item><term>channel</term><description>A stock channel, or a usual other name such as phone, mail, sms or whatsapp; case, spaces,
/// hyphens and underscores do not matter.</description></item>
/// <item><term>direction</term><description>outgoing (out, sent), incoming (in, received), mutual (both) or unknown.</description></item>
/// <item><term>outcome</term><description>delivered, answered or attempted. If empty, a call of 0 minutes is attempted, all else
/// delivered.</description></item>
/// <item><term>gesture</term><description>The name of a <see cref="Gesture"/>, such as check-in; none if empty.</description></item>
/// <item><term>minutes</term><description>How long it lasted, a decimal from 0 to 44640 (31 days); unknown if empty.</description></item>
/// <item><term>note</term><description>The owner's note, at most 10,000 characters.</description></item>
/// <item><term>name</term><description>The name of the contact, or as many names as contacts, separated by <c>;</c>. The last row that
/// names a contact wins; a contact without a name is called by its id.</description></item>
/// <item><term>id</term><description>What tells the touchpoint from all others, 1 to 256 characters; none if empty.</description></item>
/// </list>
/// <para>A row that repeats another in every column counts once; rows that differ in any are different touchpoints. Of rows with the same
/// id that tell different things the earlier one stands, and the others are left out and reported. A row may have 1 MiB; the file is
/// streamed.</para>
/// <para>No error quotes what stands in the file.</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class TouchpointCsvReader
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

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
    public ReadResult Read(
        Stream stream, string name, IProgress<ReadProgress>? progress = null, CancellationToken cancellationToken = default)
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
        long line = 0;
        try
        {
            using var text = CheckedText.Open(source, path, settings.Encoding, isChecked: true, out var firstLine);
            using var csv = CsvReader.Create(text, OptionsFor(account, SeparatorOf(firstLine)), leaveOpen: true);
            csv.ReadHeader();
            var rows = new TouchpointCsvRows(settings, account, csv, ColumnsOf(csv, path));
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
            throw new InterchangeException(
                path, UnpackedTooLargeException.ReasonOf(e) ?? "the file cannot be read on from here; it may be damaged or cut off.",
                line + 1, innerException: e);
        }
    }

    // That which makes known columns of the header; a comma if none does.
    private static char SeparatorOf(string header) =>
        Separators.MaxBy(separator => TableHeader.Split(header, separator).Count(TouchpointColumns.IsKnown));

    private CsvReaderOptions OptionsFor(RowAccount account, char separator) => new()
    {
        Separator = separator,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MaxRecordSize = LineReader.MaxLength,
        MalformedData = settings.Lenient ? CsvMalformedDataHandling.Skip : CsvMalformedDataHandling.Throw,
        OnMalformedRecord = settings.Lenient
            ? record => account.OnBad(Math.Max(1, record.LineNumber), null, "the quotes in this row do not match.")
            : null,
    };

    private static Dictionary<string, int> ColumnsOf(CsvReader csv, string path)
    {
        var headers = csv.Headers;
        var line = Math.Max(1, csv.LineNumber);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        string? twice = null;
        for (var i = 0; i < headers.Count; i++)
        {
            if (!columns.TryAdd(TouchpointColumns.NameOf(headers[i]), i))
            {
                twice ??= string.Create(
                    CultureInfo.InvariantCulture, $"column {i + 1} has the name of an earlier one; each must have its own.");
            }
        }

        // Missing columns are told first: a file without a header must not have its first row quoted.
        var missing = TouchpointColumns.Required.Where(name => !columns.ContainsKey(name)).ToArray();
        if (missing.Length > 0)
        {
            throw new InterchangeException(
                path,
                $"the header lacks {string.Join(", ", missing)}; it must name {string.Join(", ", TouchpointColumns.Required)} and may "
                    + $"name {string.Join(", ", TouchpointColumns.Optional)}.",
                line,
                "header");
        }

        if (twice is not null)
        {
            throw new InterchangeException(path, twice, line, "header");
        }

        for (var i = 0; i < headers.Count; i++)
        {
            if (!TouchpointColumns.IsKnown(headers[i]))
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"column {i + 1}");
                throw new InterchangeException(
                    path, KindNames.Unknown(place, TouchpointColumns.Required.Concat(TouchpointColumns.Optional)), line, "header");
            }
        }

        return columns;
    }
}
