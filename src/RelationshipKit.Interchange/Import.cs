using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Interchange.Importing;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange;

/// <summary>Reads the files people have (address books, mail, calendars, calls, chats), and says what they would add to a book.</summary>
/// <remarks>
/// <para>Nothing happens to a book before <see cref="Apply"/>, which makes one update, so one undo takes the import back.</para>
/// <para>A second import of the same files, or of files that overlap, adds nothing twice. Existing contacts get only what they lack. People
/// who were erased stay out. Contacts that look alike are suggested in the report and are never merged.</para>
/// <para>Ids of new contacts are the name in small letters with hyphens, and a number from 2 on if that is taken. Addresses are compared
/// and kept as e-mail without case, telephone numbers in E.164 and names in Unicode NFC without invisible marks.</para>
/// <para>Immutable, so it is safe to share between threads.</para>
/// </remarks>
public sealed class Import
{
    private readonly ImportData data;
    private readonly ImportSettings settings;
    private readonly ImportPlan plan;

    private Import(ImportData data, ImportSettings settings, RelationshipBook book, ImmutableArray<ImportedFile> files, List<string> notes)
    {
        this.data = data;
        this.settings = settings;
        plan = new ImportPlan(data, settings, book);
        if (plan.LacksOwner)
        {
            notes.Add(settings.Me.IsEmpty ? "nothing tells which addresses are yours, so directions are not known; say them in Me."
                : "the files name nobody by your addresses, so directions are not known; Me also takes the name that you have in a chat.");
        }

        Report = new ImportReport(
            files, plan.Contacts, plan.Touchpoints, plan.Me, plan.IsMeProposed, plan.LogKind, plan.Suggestions, [.. notes]);
    }

    /// <summary>Gets what the import would do to the book it was read for, and what it leaves out.</summary>
    public ImportReport Report { get; }

    /// <summary>Reads files and plans what they add to a book.</summary>
    /// <param name="paths">Files, zips of files, and Maildir folders. Gzip is unpacked. What a file is shows from its content.</param>
    /// <param name="settings">How to read.</param>
    /// <param name="book">The book that the plan is for.</param>
    /// <param name="progress">Is told every few thousand records of a file, and at its end, how far the reading has come.</param>
    /// <param name="cancellationToken">Ends the reading within a few thousand records.</param>
    /// <returns>The plan. A file that cannot be used is reported with its reason, and the others are still read.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<Import> ReadAsync(
        IEnumerable<string> paths,
        ImportSettings settings,
        RelationshipBook book,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(book);
        if (settings.Me.IsEmpty && !book.Owner.Addresses.IsEmpty)
        {
            settings = settings with { Me = [.. book.Owner.Addresses.Select(address => address.Value)] };
        }

        var data = new ImportData();
        var files = ImmutableArray.CreateBuilder<ImportedFile>();
        var notes = new List<string>();
        foreach (var path in paths)
        {
            ArgumentNullException.ThrowIfNull(path, nameof(paths));
            IReadOnlyList<SourceFile> found;
            try
            {
                found = SourceFile.At(path);
                if (found.Count == 0)
                {
                    throw new InterchangeException(path, "the zip holds no files.");
                }
            }
            catch (InterchangeException e)
            {
                files.Add(new ImportedFile(new FileAccount(path, settings.IsStrict), e.Reason));
                continue;
            }

            var read = new List<ImportedFile>();
            foreach (var file in found)
            {
                read.Add(await ReadAsync(file, settings, book, data, progress, cancellationToken).ConfigureAwait(false));
            }

            // A zip of a chat or an account also has pictures and pages that are not needed.
            if (read.Exists(file => file.Error is null))
            {
                notes.AddRange(read.Where(IsForeign).Select(file => $"{file.Path} was left out: {file.Error}"));
                read.RemoveAll(IsForeign);
            }

            files.AddRange(read);
        }

        return new Import(data, settings, book, files.ToImmutable(), notes);
    }

    /// <summary>Tells from its content what a file is.</summary>
    /// <param name="path">A file, which may be gzip, a zip of files or a Maildir folder.</param>
    /// <returns>One of <see cref="ImportSettings.Formats"/>; of a zip that of the first file in it that is known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="InterchangeException">
    /// The file is not there, cannot be read, is empty or of no known format; the exception says what it seems to be.
    /// </exception>
    public static string FormatOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        InterchangeException? problem = null;
        foreach (var file in SourceFile.At(path))
        {
            try
            {
                return FormatNames.OptionOf(
                    file.Maildir is null
                        ? FormatRecognizer.Recognize(file, new SourceSettings { AsOf = NodaConstants.UnixEpoch, Zone = DateTimeZone.Utc })
                        : SourceFormat.Message);
            }
            catch (InterchangeException e)
            {
                problem ??= e;
            }
        }

        throw problem ?? new InterchangeException(path, "the zip holds no files.");
    }

    /// <summary>
    /// Adds to a book what was read: contacts, what contacts lack, cadences, touchpoints and, in a book that does not say it, the kind of
    /// log.
    /// </summary>
    /// <param name="book">The book, the one the plan was made for or a later one; for another one the plan is made again.</param>
    /// <returns>One update, which one undo takes back. Nothing is refused, unless somebody else changed the book in between.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">A file cannot be used; <see cref="ImportReport.HasErrors"/> says so before.</exception>
    public BookUpdate Apply(RelationshipBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Report.HasErrors
            ? throw new InvalidOperationException("A file cannot be used, so nothing is applied; the report says which and why.")
            : (ReferenceEquals(book, plan.Book) ? plan : new ImportPlan(data, settings, book)).Apply();
    }

    /// <summary>Returns how many files were read.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => FormattableString.Invariant($"an import of {Report.Files.Length} files");

    private static bool IsForeign(ImportedFile file) => file is { Error: not null, Format: null };

    private static async Task<ImportedFile> ReadAsync(
        SourceFile file, ImportSettings settings, RelationshipBook book, ImportData data, IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var account = new FileAccount(file.Name, settings.IsStrict);
        try
        {
            await foreach (var item in SourceReader.ReadAsync(file, settings.ToSource(book.Zone), account, progress, cancellationToken)
                .ConfigureAwait(false))
            {
                data.Add(item, account.Format);
            }

            return new ImportedFile(account, null);
        }
        catch (InterchangeException e)
        {
            var place = e.Line is { } line ? $"{FileAccount.Line(line)}: " : "";
            return new ImportedFile(account, place + e.Reason);
        }
    }
}
