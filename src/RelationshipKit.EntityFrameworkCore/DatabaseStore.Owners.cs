using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using RelationshipKit.Books;
using RelationshipKit.Storage;

namespace RelationshipKit.EntityFrameworkCore;

/// <content>Owners: their names, and their rows.</content>
public sealed partial class DatabaseStore
{
    private const int MostInARange = 1_000_000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<OwnerRange> ListRangesAsync(
        int owners, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(owners, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(owners, MostInARange);
        var ends = await ReadAsync(
            transaction => transaction.Command($"SELECT MIN(id), MAX(id) FROM {StoreTables.Owners.Name}")
                .ReadAsync(reader => reader.IsDBNull(0) ? (0L, 0L) : (reader.GetInt64(0), reader.GetInt64(1) + 1), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        var (from, to) = ends[0];
        for (; from < to; from += owners)
        {
            yield return new OwnerRange(from, Math.Min(from + owners, to));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IStoredBook> ReadAsync(
        OwnerRange range, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var names = await ReadAsync(
            transaction => transaction
                .Command(
                    $"SELECT name FROM {StoreTables.Owners.Name} WHERE id >= @from AND id < @to ORDER BY id", ("@from", range.From),
                    ("@to", range.To))
                .ReadAsync(reader => reader.GetString(0), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        foreach (var owner in names)
        {
            if (await FindBookAsync(owner, cancellationToken).ConfigureAwait(false) is { } book)
            {
                yield return new StoredBook(this, owner, book);
            }
        }
    }

    internal Task<bool> HasSavedAsync(string owner, string operationId, CancellationToken cancellationToken) => ReadAsync(
        async transaction =>
        {
            var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) ?? throw NotFound(owner);
            return await IsWrittenAsync(transaction, head.Id, UpdateId.Of(operationId, 0, null), cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    // Null if the owner was erased since the list was read. Who passes by all owners leaves the cache to those who ask for one.
    private async Task<RelationshipBook?> FindBookAsync(string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await NewestAsync(owner, cache.Find(owner), cancellationToken, keep: false).ConfigureAwait(false);
        }
        catch (OwnerNotFoundException)
        {
            return null;
        }
    }

    private static void CheckName(string owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (owner.Length is 0 or > 256 || owner.Any(char.IsControl))
        {
            throw new ArgumentException(
                "The owner's name is empty, too long or has a control character; it must have from 1 to 256 characters.", nameof(owner));
        }

        // Half a surrogate pair has no UTF-8: a database would keep another name, and two owners could become one.
        if (!string.Equals(owner, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(owner)), StringComparison.Ordinal))
        {
            throw new ArgumentException("The owner's name has half a surrogate pair; it must have whole ones.", nameof(owner));
        }
    }

    private static InvalidOperationException IsThere() => new("The store has a book of this owner already; open it.");

    private async Task<bool> InsertAsync(DbTransaction transaction, string owner, BookContent content, CancellationToken cancellationToken)
    {
        if (await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw IsThere();
        }

        await transaction.Command(
            $"INSERT INTO {StoreTables.Owners.Name} (name, zone, revision) VALUES (@name, @zone, @revision)",
            ("@name", owner), ("@zone", content.ZoneId), ("@revision", content.Revision)).RunAsync(cancellationToken).ConfigureAwait(false);
        var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false);
        var writer = new BookWriter(database, transaction, head!.Value.Id);
        await writer.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        await writer.WriteJournalAsync(content, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Asks the table of owners whether it is there.</summary>
    internal Task<List<long>> ProbeAsync(CancellationToken cancellationToken) => ReadAsync(
        transaction => transaction.Command($"SELECT id FROM {StoreTables.Owners.Name} WHERE id = 0")
            .ReadAsync(reader => reader.GetInt64(0), cancellationToken),
        cancellationToken);

    // Null if there is no such owner.
    private async Task<long?> RevisionAsync(string owner, CancellationToken cancellationToken)
    {
        var opened = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var rows = await opened.Connection.Command(
                $"SELECT revision FROM {StoreTables.Owners.Name} WHERE name = @name", ("@name", owner))
                .ReadAsync(reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false);
            return rows.Count == 0 ? null : rows[0];
        }
    }

    private static async Task<(long Id, string Zone, long Revision)?> FindAsync(
        DbTransaction transaction, string owner, CancellationToken cancellationToken)
    {
        var rows = await transaction.Command(
            $"SELECT id, zone, revision FROM {StoreTables.Owners.Name} WHERE name = @name", ("@name", owner))
            .ReadAsync(reader => (reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2)), cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0];
    }

    private static async Task<bool> IsWrittenAsync(
        DbTransaction transaction, long owner, string updateId, CancellationToken cancellationToken) =>
        (await transaction.Command(
            $"SELECT revision FROM {StoreTables.Updates.Name} WHERE owner_id = @owner AND update_id = @id", ("@owner", owner),
            ("@id", updateId))
            .ReadAsync(reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false)).Count > 0;
}
