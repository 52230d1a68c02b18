using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Storage;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>Keeps books in a relational database.</summary>
/// <remarks>
/// <para>One update is one transaction. The revision of an owner's book grows with each and guards against lost updates.</para>
/// <para>Safe to share between threads; several programs may use the same database. What is logged names no owner and no contact.</para>
/// </remarks>
public sealed partial class DatabaseStore : IRelationshipStore
{
    private readonly StoreDatabase database;
    private readonly RelationshipBookFactory books;
    private readonly ILogger logger;
    private readonly BookCache cache;

    /// <summary>Creates a store.</summary>
    /// <param name="database">The database; its tables must be there.</param>
    /// <param name="books">The settings of the host.</param>
    /// <param name="options">Settings of the store; null for the default ones.</param>
    /// <param name="logger">Where to log; null for nowhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="database"/> or <paramref name="books"/> is <see langword="null"/>.</exception>
    public DatabaseStore(StoreDatabase database, RelationshipBookFactory books, StoreOptions? options = null, ILogger<DatabaseStore>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(books);
        this.database = database;
        this.books = books;
        this.logger = logger ?? NullLogger<DatabaseStore>.Instance;
        cache = new BookCache((options ?? new StoreOptions()).CachedBooks);
    }

    /// <inheritdoc/>
    public async Task<IStoredBook> CreateAsync(string owner, RelationshipBook book, CancellationToken cancellationToken = default)
    {
        CheckName(owner);
        ArgumentNullException.ThrowIfNull(book);
        var content = BookContent.Of(book);
        try
        {
            await WriteAsync(transaction => InsertAsync(transaction, owner, content, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two who create the same owner at once find nobody, and the database lets one of them.
            if (await ReadAsync(transaction => FindAsync(transaction, owner, cancellationToken), cancellationToken).ConfigureAwait(false) is not null)
            {
                throw IsThere();
            }

            throw;
        }

        cache.Keep(owner, book);
        LogCreated(content.Contacts.Length, content.Touchpoints.Length);
        return new StoredBook(this, owner, book);
    }

    /// <inheritdoc/>
    public async Task<IStoredBook> OpenAsync(string owner, CancellationToken cancellationToken = default)
    {
        CheckName(owner);
        var book = await NewestAsync(owner, cache.Find(owner), cancellationToken).ConfigureAwait(false);
        return new StoredBook(this, owner, book);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListOwnersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Names alone are few bytes. They are sorted here, since databases order texts each in its own way.
        var names = await ReadAsync(
            transaction => transaction.Command($"SELECT name FROM {StoreTables.Owners.Name}").ReadAsync(reader => reader.GetString(0), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        names.Sort(StringComparer.Ordinal);
        foreach (var name in names)
        {
            yield return name;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OwnerDue> DueAsync(Instant asOf, LocalDate by, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var owner in ListOwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            RelationshipBook book;
            try
            {
                book = await NewestAsync(owner, cache.Find(owner), cancellationToken, keep: false).ConfigureAwait(false);
            }
            catch (OwnerNotFoundException)
            {
                // Erased since the list was read.
                continue;
            }

            foreach (var due in book.DueBy(asOf, by))
            {
                yield return new OwnerDue(owner, due);
            }
        }
    }

    /// <inheritdoc/>
    public async Task ExportAsync(string owner, Stream stream, CancellationToken cancellationToken = default)
    {
        CheckName(owner);
        ArgumentNullException.ThrowIfNull(stream);
        var book = await NewestAsync(owner, cache.Find(owner), cancellationToken).ConfigureAwait(false);
        await book.SaveAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> EraseOwnerAsync(string owner, CancellationToken cancellationToken = default)
    {
        CheckName(owner);
        var erased = await WriteAsync(
            async transaction =>
            {
                if (await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) is not { } head)
                {
                    return false;
                }

                // Whoever is saving is waited for, and finds nobody afterwards: rows are locked in one order by all.
                await transaction.Command($"UPDATE {StoreTables.Owners.Name} SET revision = revision WHERE id = @owner", ("@owner", head.Id)).RunAsync(cancellationToken).ConfigureAwait(false);
                foreach (var table in StoreTables.All.Reverse())
                {
                    await transaction.Command($"DELETE FROM {table.Name} WHERE {(table == StoreTables.Owners ? "id" : "owner_id")} = @owner", ("@owner", head.Id)).RunAsync(cancellationToken).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        cache.Forget(owner);
        await database.AfterErasureAsync(cancellationToken).ConfigureAwait(false);
        LogErasedOwner();
        return erased;
    }

    /// <summary>Returns the newest book, from what is known of it so far.</summary>
    internal async Task<RelationshipBook> NewestAsync(string owner, RelationshipBook? known, CancellationToken cancellationToken, bool keep = true)
    {
        var book = await ReadAsync(
            async transaction =>
            {
                var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) ?? throw NotFound(owner);
                return head.Revision == known?.Revision ? known
                    : await CaughtUpAsync(transaction, head, known, cancellationToken).ConfigureAwait(false)
                    ?? books.Open(await new BookReader(transaction, head.Id).ReadAsync(head.Zone, head.Revision, cancellationToken).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
        if (keep)
        {
            cache.Keep(owner, book);
        }

        return book;
    }

    /// <summary>Writes an update; null if it is not the next one of the stored book.</summary>
    /// <returns>Whether it was written now, or had been before.</returns>
    internal async Task<SaveResult> SaveAsync(string owner, BookUpdate update, CancellationToken cancellationToken)
    {
        var content = BookContent.ChangedBy(update);

        // An erasure leaves nothing of itself but that it was made; the journal does not have it.
        var steps = content.IsWhole ? Unsaid(update, content) : content.Steps;
        var ids = steps.Select(step => UpdateId.Of(step.OperationId, step.Revision, step.Content)).ToArray();
        var result = await WriteAsync(
            async transaction =>
            {
                var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) ?? throw NotFound(owner);
                var isNext = await transaction.Command(
                    $"UPDATE {StoreTables.Owners.Name} SET revision = @next, zone = @zone WHERE id = @owner AND revision = @revision",
                    ("@next", content.Revision), ("@zone", content.ZoneId), ("@owner", head.Id), ("@revision", update.BaseRevision)).RunAsync(cancellationToken).ConfigureAwait(false) == 1;
                if ((!isNext || update.OperationId is not null) && await IsWrittenAsync(transaction, head.Id, ids[^1], cancellationToken).ConfigureAwait(false))
                {
                    return SaveResult.WrittenBefore;
                }

                if (!isNext)
                {
                    return SaveResult.Conflict;
                }

                var writer = new BookWriter(database, transaction, head.Id);
                await writer.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                if (content.IsWhole)
                {
                    await writer.WriteJournalAsync(content, cancellationToken).ConfigureAwait(false);
                }

                for (var i = 0; i < ids.Length; i++)
                {
                    await writer.AddUpdateAsync(steps[i], ids[i], cancellationToken).ConfigureAwait(false);
                }

                return SaveResult.Written;
            },
            cancellationToken,
            commit: result => result == SaveResult.Written).ConfigureAwait(false);
        if (result == SaveResult.Written)
        {
            cache.Keep(owner, update.Book);
            if (content.IsWhole)
            {
                await database.AfterErasureAsync(cancellationToken).ConfigureAwait(false);
            }

            LogSaved(update.Changes.Length, content.Revision);
        }
        else
        {
            LogNotSaved(result);
        }

        return result;
    }

    private static ImmutableArray<StoredStep> Unsaid(BookUpdate update, BookContent content)
    {
        var said = content.Steps.Select(step => step.Revision).ToHashSet();
        var unsaid = ImmutableArray.CreateBuilder<StoredStep>();
        for (var revision = update.BaseRevision; revision < content.Revision; revision++)
        {
            if (!said.Contains(revision))
            {
                unsaid.Add(new StoredStep(revision, null, null, null));
            }
        }

        unsaid[^1] = unsaid[^1] with { OperationId = update.OperationId };
        return unsaid.ToImmutable();
    }

    private async Task<RelationshipBook?> CaughtUpAsync(DbTransaction transaction, (long Id, string Zone, long Revision) head, RelationshipBook? known, CancellationToken cancellationToken)
    {
        if (known is null || known.Revision > head.Revision)
        {
            return null;
        }

        var steps = await transaction.Command(
            $"SELECT content FROM {StoreTables.Updates.Name} WHERE owner_id = @owner AND revision >= @revision ORDER BY revision", ("@owner", head.Id), ("@revision", known.Revision))
            .ReadAsync(reader => reader.Text(0), cancellationToken).ConfigureAwait(false);
        if (steps.Contains(null))
        {
            return null;
        }

        var update = known.Apply(steps.SelectMany(step => BookChangeJson.Read(step!, books.Policies)));
        return update.Refused.IsEmpty && update.Book.Revision == head.Revision ? update.Book : null;
    }

    private OwnerNotFoundException NotFound(string owner)
    {
        cache.Forget(owner);
        return new OwnerNotFoundException();
    }

    /// <summary>Returns what others changed since a revision; none where it cannot be told.</summary>
    internal Task<ImmutableArray<BookChange>> ChangesSinceAsync(string owner, long revision, CancellationToken cancellationToken) => ReadAsync(
        async transaction =>
        {
            var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) ?? throw NotFound(owner);
            var steps = await transaction.Command(
                $"SELECT content FROM {StoreTables.Updates.Name} WHERE owner_id = @owner AND revision >= @revision ORDER BY revision", ("@owner", head.Id), ("@revision", revision))
                .ReadAsync(reader => reader.Text(0), cancellationToken).ConfigureAwait(false);
            return steps.Contains(null) ? [] : steps.SelectMany(step => BookChangeJson.Read(step!, books.Policies)).ToImmutableArray();
        },
        cancellationToken);
}
