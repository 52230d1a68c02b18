using System.Collections.Immutable;
using System.Data.Common;
using RelationshipKit.Books;
using RelationshipKit.Storage;

namespace RelationshipKit.EntityFrameworkCore;

/// <content>Updates: what of them is written, and what others catch up with.</content>
public sealed partial class DatabaseStore
{
    /// <summary>Raises the revision of an owner to that after an update, if it is that before it; from then on nobody else can.</summary>
    private async Task<(long Id, bool IsNext)> AdvanceAsync(
        DbTransaction transaction, string owner, BookUpdate update, BookContent content, CancellationToken cancellationToken)
    {
        // Mostly the row is known, and one command does. The name holds it: another owner may have taken the id of one who was erased.
        if (ids.Find(owner) is { } known && await RaiseAsync(known).ConfigureAwait(false))
        {
            return (known, true);
        }

        var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) ?? throw NotFound(owner);
        ids.Keep(owner, head.Id);
        return (head.Id, await RaiseAsync(head.Id).ConfigureAwait(false));

        async Task<bool> RaiseAsync(long id) => await transaction.Command(
            $"UPDATE {StoreTables.Owners.Name} SET revision = @next, zone = @zone WHERE id = @owner AND name = @name AND revision = "
                + "@revision",
            ("@next", content.Revision), ("@zone", content.ZoneId), ("@owner", id), ("@name", owner),
            ("@revision", update.BaseRevision)).RunAsync(cancellationToken).ConfigureAwait(false) == 1;
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

        unsaid[^1] = new StoredStep(unsaid[^1].Revision, update.OperationId, null, null);
        return unsaid.ToImmutable();
    }

    private async Task<RelationshipBook?> CaughtUpAsync(
        DbTransaction transaction, (long Id, string Zone, long Revision) head, RelationshipBook? known, CancellationToken cancellationToken)
    {
        if (known is null || known.Revision > head.Revision)
        {
            return null;
        }

        var steps = await transaction.Command(
            $"SELECT content FROM {StoreTables.Updates.Name} WHERE owner_id = @owner AND revision >= @revision ORDER BY revision",
            ("@owner", head.Id), ("@revision", known.Revision))
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
        ids.Forget(owner);
        return new OwnerNotFoundException();
    }

    /// <summary>Returns what others changed since a revision; none where it cannot be told.</summary>
    internal Task<ImmutableArray<BookChange>> ChangesSinceAsync(string owner, long revision, CancellationToken cancellationToken) =>
        ReadAsync(
        async transaction =>
        {
            var head = await FindAsync(transaction, owner, cancellationToken).ConfigureAwait(false) ?? throw NotFound(owner);
            var steps = await transaction.Command(
                $"SELECT content FROM {StoreTables.Updates.Name} WHERE owner_id = @owner AND revision >= @revision ORDER BY revision",
                ("@owner", head.Id), ("@revision", revision))
                .ReadAsync(reader => reader.Text(0), cancellationToken).ConfigureAwait(false);
            return steps.Contains(null) ? [] : steps.SelectMany(step => BookChangeJson.Read(step!, books.Policies)).ToImmutableArray();
        },
        cancellationToken);
}
