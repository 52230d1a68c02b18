using System.Data.Common;
using System.Diagnostics.Metrics;
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
    private readonly StoreMetrics metrics;
    private readonly OwnerIds ids = new();

    /// <summary>Creates a store.</summary>
    /// <param name="database">The database; its tables must be there.</param>
    /// <param name="books">The settings of the host.</param>
    /// <param name="options">Settings of the store; null for the default ones.</param>
    /// <param name="logger">Where to log; null for nowhere.</param>
    /// <param name="meters">Makes the meter "RelationshipKit.Store"; null for one of the program's own.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="database"/> or <paramref name="books"/> is <see langword="null"/>.
    /// </exception>
    public DatabaseStore(
        StoreDatabase database, RelationshipBookFactory books, StoreOptions? options = null, ILogger<DatabaseStore>? logger = null,
        IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(books);
        this.database = database;
        this.books = books;
        this.logger = logger ?? NullLogger<DatabaseStore>.Instance;
        metrics = new StoreMetrics(meters);
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
            await WriteAsync(transaction => InsertAsync(transaction, owner, content, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two writers who create the same owner at once both find nobody. The database lets one of them succeed.
            if (await ReadAsync(transaction => FindAsync(transaction, owner, cancellationToken), cancellationToken)
                .ConfigureAwait(false) is not null)
            {
                throw IsThere();
            }

            throw;
        }

        cache.Keep(owner, book);
        metrics.Wrote(content.Touchpoints.Length);
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
            transaction => transaction.Command($"SELECT name FROM {StoreTables.Owners.Name}")
                .ReadAsync(reader => reader.GetString(0), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        names.Sort(StringComparer.Ordinal);
        foreach (var name in names)
        {
            yield return name;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OwnerDue> DueAsync(
        Instant asOf, LocalDate by, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var owner in ListOwnersAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await FindBookAsync(owner, cancellationToken).ConfigureAwait(false) is not { } book)
            {
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

                // This waits for a running save, which then finds no owner: all writers lock rows in one order.
                await transaction.Command(
                    $"UPDATE {StoreTables.Owners.Name} SET revision = revision WHERE id = @owner", ("@owner", head.Id))
                    .RunAsync(cancellationToken)
                    .ConfigureAwait(false);
                foreach (var table in StoreTables.All.Reverse())
                {
                    await transaction.Command(
                        $"DELETE FROM {table.Name} WHERE {(table == StoreTables.Owners ? "id" : "owner_id")} = @owner", ("@owner", head.Id))
                        .RunAsync(cancellationToken)
                        .ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
        cache.Forget(owner);
        ids.Forget(owner);
        await database.AfterErasureAsync(cancellationToken).ConfigureAwait(false);
        LogErasedOwner();
        return erased;
    }

    /// <summary>Returns the newest book, from what is known of it so far.</summary>
    internal async Task<RelationshipBook> NewestAsync(
        string owner, RelationshipBook? known, CancellationToken cancellationToken, bool keep = true)
    {
        // Mostly nobody else wrote. One command says so, without a transaction to begin and end.
        var book = known is not null && await RevisionAsync(owner, cancellationToken)
            .ConfigureAwait(false) == known.Revision ? known : await ReadAsync(
            async transaction =>
            {
                var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) ?? throw NotFound(owner);
                return head.Revision == known?.Revision ? known
                    : await CaughtUpAsync(transaction, head, known, cancellationToken).ConfigureAwait(false)
                    ?? books.Open(
                        await new BookReader(transaction, head.Id)
                            .ReadAsync(head.Zone, head.Revision, cancellationToken)
                            .ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
        metrics.Looked(ReferenceEquals(book, known));
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
        var updateIds = steps.Select(step => UpdateId.Of(step.OperationId, step.Revision, step.Content)).ToArray();
        var result = await WriteAsync(
            async transaction =>
            {
                var (id, isNext) = await AdvanceAsync(transaction, owner, update, content, cancellationToken).ConfigureAwait(false);
                if ((!isNext || update.OperationId is not null) && await IsWrittenAsync(transaction, id, updateIds[^1], cancellationToken)
                    .ConfigureAwait(false))
                {
                    return SaveResult.WrittenBefore;
                }

                if (!isNext)
                {
                    return SaveResult.Conflict;
                }

                var writer = new BookWriter(database, transaction, id);
                await writer.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                if (content.IsWhole)
                {
                    await writer.WriteJournalAsync(content, cancellationToken).ConfigureAwait(false);
                }

                for (var i = 0; i < updateIds.Length; i++)
                {
                    await writer.AddUpdateAsync(steps[i], updateIds[i], cancellationToken).ConfigureAwait(false);
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

            metrics.Wrote(content.IsWhole ? 0 : content.Touchpoints.Length);
            LogSaved(update.Changes.Length, content.Revision);
        }
        else
        {
            if (result == SaveResult.Conflict)
            {
                metrics.Lost();
            }

            LogNotSaved(result);
        }

        return result;
    }
}
