namespace RelationshipKit.Interchange;

/// <summary>Reads one owner's touchpoints from an edge list: <c>SRC DST UNIXSECONDS</c>, one row per message.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Columns are separated by any white space; blank lines and lines that begin with <c>#</c> or <c>%</c> are skipped. Rows may come in
/// any order, plain or as gzip, which is told by its first bytes.</item>
/// <item>A row is a touchpoint of the owner if SRC or DST is the owner: outgoing where SRC is, incoming where DST is. A row from the owner
/// to the owner is none. The owner may stand in the file under several ids.</item>
/// <item>Ids are compared as e-mail addresses without case, and names in Unicode NFC without invisible marks.</item>
/// <item>The text is UTF-8, or UTF-16 with a mark, or in the encoding that the settings name.</item>
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
    public override string ToString() => $"edge list, {settings}";

    private ReadResult Read(InputSource source, string path, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var account = new RowAccount(path, settings.Lenient, source, progress, cancellationToken);
        var rows = new EdgeListRows(settings, account);
        LineReader? lines = null;
        try
        {
            // Comments may be in any encoding, so that the rows say themselves which line is not UTF-8.
            lines = new LineReader(CheckedText.Open(source, path, settings.Encoding, isChecked: false, out _));
            while (lines.TryRead(out var line, out var tooLong))
            {
                account.OnLine();
                rows.OnLine(line, tooLong, lines.LineNumber);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InterchangeException(
                path, UnpackedTooLargeException.ReasonOf(e) ?? "the file cannot be read on from here; it may be damaged or cut off.",
                (lines?.LineNumber ?? 0) + 1, innerException: e);
        }

        var report = account.Finish();
        if (!rows.OwnerSeen)
        {
            throw new InterchangeException(path, "the owner appears in no row.", field: OwnerField);
        }

        var contacts = account.Log.Contacts.Select(id => new Contact(id, id.Value));
        return new ReadResult(
            new Network(settings.Owner, settings.Zone, contacts, account.Log) { LastInstant = account.LastInstant }, report);
    }
}
