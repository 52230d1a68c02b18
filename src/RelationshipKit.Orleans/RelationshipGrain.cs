using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;
using RelationshipKit.Storage;

namespace RelationshipKit.Orleans;

/// <summary>One owner's book, over the store.</summary>
/// <remarks>
/// Writes come one at a time, questions between them may come together. The book is dropped, and the activation with it, whenever the
/// store fails: nobody knows then what it holds.
/// </remarks>
internal sealed partial class RelationshipGrain(
    IRelationshipStore store,
    RelationshipBookFactory books,
    RelationshipGrainOptions options,
    OpenBooks open,
    ClusterChanges changes,
    ILogger<RelationshipGrain> logger)
    : Grain, IRelationshipGrain
{
    // As many as a store tries where several write to one owner.
    private const int MostTries = 100;

    private readonly OpenBooks.Place place = new(open);
    private ImportBuffer? import;
    private long askedAt;
    private int askedDuring;

    private string Owner => this.GetPrimaryKeyString();

    public async Task<bool> Create(string zoneId)
    {
        var zone = ZoneOf(zoneId);
        if (await FindAsync() is not null)
        {
            return false;
        }

        try
        {
            place.Put(await store.CreateAsync(Owner, books.Create(zone)));
            Asked();
            return true;
        }
        catch (Exception problem) when (problem is not ArgumentException)
        {
            // Somebody else may have been faster; the store knows.
            if (await FindAsync() is not null)
            {
                return false;
            }

            throw Failed(problem);
        }
    }

    public Task<OperationResult> Record(string operationId, Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return SaveAsync(operationId, book => book.Record(touchpoint));
    }

    public Task<OperationResult> Operate(string operationId, IBookOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return SaveAsync(operationId, operation.On);
    }

    public async Task<OperationResult?> Import(string operationId, ImportPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (import is null || import.OperationId != operationId)
        {
            // A caller who begins another import has abandoned the last one, or will send it again.
            import = new ImportBuffer(operationId, part.Count);
        }

        if (!import.Take(part))
        {
            return null;
        }

        var json = import.Read();
        import = null;
        return await SaveAsync(operationId, new StockOperation("apply", json).On);
    }

    public async Task<ScoreResult> ScoreOf(ContactId contact, Instant asOf)
    {
        var book = await NewestAsync();
        return ScoreResult.Of(book.Revision, book.Find(contact)?.Id ?? contact, book.ScoreOf(contact, asOf));
    }

    public async Task<ExplanationResult> Explain(ContactId contact, Instant asOf)
    {
        var book = await NewestAsync();
        return ExplanationResult.Of(book.Revision, book.Explain(contact, asOf));
    }

    public async Task<DueResult[]> DueBy(Instant asOf, LocalDate by) => [.. (await NewestAsync()).DueBy(asOf, by).Select(DueResult.Of)];

    public async Task<PlanResult> PlanWeek(Instant asOf, LocalDate monday)
    {
        var book = await NewestAsync();
        return PlanResult.Of(book.Revision, book.PlanWeek(asOf, monday));
    }

    public async Task<long> Revision() => (await NewestAsync()).Revision;

    public async Task<bool> EraseOwner()
    {
        try
        {
            return await store.EraseOwnerAsync(Owner);
        }
        catch (Exception problem) when (problem is not ArgumentException)
        {
            throw Failed(problem);
        }
        finally
        {
            Drop();
            DeactivateOnIdle();
        }
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Drop();
        return Task.CompletedTask;
    }

    internal static DateTimeZone ZoneOf(string zoneId)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw new ArgumentException("There is no time zone of this id in the tz database.", nameof(zoneId));
    }

    private async Task<OperationResult> SaveAsync(string operationId, Func<RelationshipBook, BookUpdate> operation)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        var stored = await OpenAsync();
        for (var tries = 1; ; tries++)
        {
            var book = stored.Book;
            var update = operation(book).WithOperationId(operationId);
            if (update.Changes.IsEmpty)
            {
                // Refused, or nothing to do: on the newest book it stands, unless the operation is refused because it was saved before.
                if (!ReferenceEquals(book, await AskAsync(stored, held => held.CatchUpAsync())))
                {
                    continue;
                }

                return await AskAsync(stored, held => held.HasSavedAsync(operationId))
                    ? new OperationResult { Revision = book.Revision, WasSavedBefore = true }
                    : ResultOf(update);
            }

            try
            {
                var saved = await AskAsync(stored, held => held.SaveAsync(update));
                return ReferenceEquals(saved, update.Book)
                    ? ResultOf(update)
                    : new OperationResult { Revision = saved.Revision, WasSavedBefore = true };
            }
            catch (BookConflictException) when (tries < MostTries)
            {
                await AskAsync(stored, held => held.CatchUpAsync());
            }
        }
    }

    private static OperationResult ResultOf(BookUpdate update) => new()
    {
        Revision = update.Book.Revision,
        Changes = update.Changes.Length,
        Refused = [.. update.Refused.Select(RefusalResult.Of)],
    };

    /// <summary>Returns the book to answer from: one that is as new as the store's, or was not long ago if the host allows it.</summary>
    private async ValueTask<RelationshipBook> NewestAsync() => place.Take() is { } stored
        ? IsTrusted() ? stored.Book : await AskAsync(stored, held => held.CatchUpAsync())
        : (await OpenAsync()).Book;

    private bool IsTrusted() =>
        options.TrustFor > Duration.Zero
        && askedDuring == changes.Count
        && Stopwatch.GetElapsedTime(askedAt).Ticks < options.TrustFor.BclCompatibleTicks;

    private async ValueTask<IStoredBook> OpenAsync() => place.Take() ?? await FindAsync() ?? throw new OwnerNotFoundException();

    private async Task<IStoredBook?> FindAsync()
    {
        if (place.Take() is { } held)
        {
            return held;
        }

        try
        {
            var stored = await store.OpenAsync(Owner);
            place.Put(stored);
            Asked();
            return stored;
        }
        catch (OwnerNotFoundException)
        {
            return null;
        }
        catch (Exception problem) when (problem is not ArgumentException)
        {
            throw Failed(problem);
        }
    }

    private async Task<T> AskAsync<T>(IStoredBook stored, Func<IStoredBook, Task<T>> call)
    {
        try
        {
            var answer = await call(stored);
            Asked();
            return answer;
        }
        catch (OwnerNotFoundException)
        {
            Drop();
            throw;
        }
        catch (Exception problem) when (problem is not BookConflictException)
        {
            throw Failed(problem);
        }
    }

    private void Asked() => (askedAt, askedDuring) = (Stopwatch.GetTimestamp(), changes.Count);

    private void Drop()
    {
        place.LetGo();
        import = null;
    }

    // Whatever the store did, the next call begins with what it holds.
    private RelationshipStoreException Failed(Exception problem)
    {
        Drop();
        DeactivateOnIdle();

        // The kind alone: a message may hold a path or a name.
        LogFailed(problem.GetType().Name);
        return new RelationshipStoreException();
    }

    [LoggerMessage(1, LogLevel.Error, "The store failed with {Kind}; the grain of the owner is deactivated.")]
    private partial void LogFailed(string kind);
}
