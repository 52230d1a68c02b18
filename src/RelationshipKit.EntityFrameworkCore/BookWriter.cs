using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Books;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>Writes the rows of one owner's book within a transaction.</summary>
internal sealed class BookWriter(StoreDatabase database, DbTransaction transaction, long owner)
{
    /// <summary>Returns an instant as the store keeps it.</summary>
    public static long Micros(Instant instant) => instant.ToUnixTimeTicks() / (NodaConstants.TicksPerMillisecond / 1_000);

    /// <summary>Puts the rows in place of those of the same key; of a whole book, in place of all.</summary>
    public async Task WriteAsync(BookContent content, CancellationToken cancellationToken)
    {
        if (content.IsWhole)
        {
            await RemoveAllAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await RemoveAsync(content, cancellationToken).ConfigureAwait(false);
        }

        var contacts = content.Contacts.Select(row => row.Contact).OfType<Contact>().ToArray();
        await database.InsertAsync(transaction, StoreTables.Contacts, [.. contacts.Select(Row)], cancellationToken).ConfigureAwait(false);
        await database.InsertAsync(transaction, StoreTables.Addresses, [.. contacts.SelectMany(Addresses)], cancellationToken)
            .ConfigureAwait(false);

        // In the order of their keys, so that an import fills the pages of a table one after the other.
        var versions = Versions(content).ToArray();
        Array.Sort(
            versions, static (left, right) =>
                left.Digest.AsSpan().SequenceCompareTo(right.Digest) is var order and not 0 ? order : left.Number.CompareTo(right.Number));
        await database.InsertAsync(transaction, StoreTables.Touchpoints, Array.ConvertAll(versions, Row), cancellationToken)
            .ConfigureAwait(false);
        await database.InsertAsync(transaction, StoreTables.Participants, [.. versions.SelectMany(Participants)], cancellationToken)
            .ConfigureAwait(false);
        await database.InsertAsync(
            transaction,
            StoreTables.Entries,
            [.. content.Entries.Where(entry => entry.Content is not null)
                .Select(
                    entry => new object?[] { owner, entry.Part, EntryKey.Write(entry.Key), EntryKey.Content(entry.Key, entry.Content!) })],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds an update to the journal, or takes the step that it undoes out of it.</summary>
    public async Task AddUpdateAsync(StoredStep step, string updateId, CancellationToken cancellationToken)
    {
        await database.InsertAsync(
            transaction,
            StoreTables.Updates,
            [[owner, step.Revision, updateId, step.OperationId, step.Undoes, step.Undoes is null
                && step.Content is not null, step.Content]],
            cancellationToken).ConfigureAwait(false);
        if (step.Undoes is { } undone)
        {
            await transaction.Command(
                $"UPDATE {StoreTables.Updates.Name} SET in_journal = @no WHERE owner_id = @owner AND revision = @revision", ("@no", false),
                ("@owner", owner), ("@revision", undone))
                .RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts the steps of a journal in place of those stored; the others stay known by their ids only.</summary>
    public async Task WriteJournalAsync(BookContent content, CancellationToken cancellationToken)
    {
        await transaction.Command(
            $"UPDATE {StoreTables.Updates.Name} SET in_journal = @no, content = NULL WHERE owner_id = @owner", ("@no", false),
            ("@owner", owner))
            .RunAsync(cancellationToken).ConfigureAwait(false);
        foreach (var step in content.Steps)
        {
            var found = await transaction.Command(
                $"UPDATE {StoreTables.Updates.Name} SET in_journal = @yes, content = @content WHERE owner_id = @owner AND revision = "
                    + "@revision",
                ("@yes", true), ("@content", step.Content), ("@owner", owner),
                ("@revision", step.Revision)).RunAsync(cancellationToken).ConfigureAwait(false);
            if (found == 0)
            {
                await AddUpdateAsync(step, UpdateId.Of(step.OperationId, step.Revision, step.Content), cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private async Task RemoveAllAsync(CancellationToken cancellationToken)
    {
        StoreTable[] tables =
            [StoreTables.Addresses, StoreTables.Contacts, StoreTables.Participants, StoreTables.Touchpoints, StoreTables.Entries];
        foreach (var table in tables)
        {
            await transaction.Command($"DELETE FROM {table.Name} WHERE owner_id = @owner", ("@owner", owner))
                .RunAsync(cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task RemoveAsync(BookContent content, CancellationToken cancellationToken)
    {
        foreach (var row in content.Contacts.Where(row => !row.IsNew))
        {
            await DeleteAsync(StoreTables.Addresses, "contact = @id", cancellationToken, ("@id", row.Id.Value)).ConfigureAwait(false);
            await DeleteAsync(StoreTables.Contacts, "id = @id", cancellationToken, ("@id", row.Id.Value)).ConfigureAwait(false);
        }

        foreach (var row in content.Touchpoints.Where(row => !row.IsNew))
        {
            var digest = Digest(row);
            await DeleteAsync(StoreTables.Participants, "digest = @digest", cancellationToken, ("@digest", digest)).ConfigureAwait(false);
            await DeleteAsync(StoreTables.Touchpoints, "digest = @digest", cancellationToken, ("@digest", digest)).ConfigureAwait(false);
        }

        foreach (var entry in content.Entries)
        {
            await DeleteAsync(
                StoreTables.Entries, "part = @part AND key = @key", cancellationToken, ("@part", entry.Part),
                ("@key", EntryKey.Write(entry.Key)))
                .ConfigureAwait(false);
        }
    }

    private Task<int> DeleteAsync(
        StoreTable table, string where, CancellationToken cancellationToken, params ReadOnlySpan<(string, object?)> key) =>
        transaction.Command($"DELETE FROM {table.Name} WHERE owner_id = @owner AND {where}", [("@owner", owner), .. key])
            .RunAsync(cancellationToken);

    private object?[] Row(Contact contact) =>
        [owner, contact.Id.Value, contact.Name, contact.Circle?.Name, contact.State.ToString(), JsonSerializer.Serialize(contact)];

    private IEnumerable<object?[]> Addresses(Contact contact) =>
        contact.Addresses.Select(
            (address, i) => new object?[] { owner, contact.Id.Value, i, address.Kind.ToString(), address.Value, address.Label });

    private object?[] Row((byte[] Digest, int Number, StoredVersion Version) row)
    {
        var touchpoint = row.Version.Touchpoint;
        return
        [
            owner, row.Digest, row.Number, Micros(touchpoint.At),
            touchpoint.Length is { } length ? (long)(length.ToInt64Nanoseconds() / 1_000) : null,
            touchpoint.Channel.Name, touchpoint.Direction.ToString(), touchpoint.Outcome.ToString(), touchpoint.Gesture.ToString(),
            touchpoint.Facet?.Name, touchpoint.Source?.Source, touchpoint.Source?.Key, touchpoint.Id, StoredNote.Write(touchpoint.Note),
            touchpoint.OthersPresent,
            touchpoint.IsAutomatic, touchpoint.NeedsNoAnswer, Micros(row.Version.RecordedAt),
            row.Version.Until is { } until ? Micros(until) : null,
        ];
    }

    private IEnumerable<object?[]> Participants((byte[] Digest, int Number, StoredVersion Version) row) =>
        row.Version.Touchpoint.Participants.Select(contact => new object?[] { owner, row.Digest, row.Number, contact.Value });

    private static IEnumerable<(byte[] Digest, int Number, StoredVersion Version)> Versions(BookContent content)
    {
        foreach (var row in content.Touchpoints)
        {
            var digest = Digest(row);
            for (var i = 0; i < row.Versions.Length; i++)
            {
                yield return (digest, i, row.Versions[i]);
            }
        }
    }

    private static byte[] Digest(StoredTouchpoint row) => SHA256.HashData(Encoding.UTF8.GetBytes(row.Key.ToString()))[..16];
}
