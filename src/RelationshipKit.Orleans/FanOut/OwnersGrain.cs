using Microsoft.Extensions.Logging;
using NodaTime;
using Orleans.Concurrency;
using RelationshipKit.Forecasts;
using RelationshipKit.Storage;

namespace RelationshipKit.Orleans;

/// <summary>
/// Reads the books of a range of owners from the store, one after the other. It does not wake their grains. The grains write through to the
/// store, so the store has the newest book. A question to everybody would push grains in use out of memory.
/// </summary>
[Reentrant]
internal sealed partial class OwnersGrain(IRelationshipStore store, INetworkCounter counter, ILogger<OwnersGrain> logger)
    : Grain, IOwnersGrain
{
    public Task<OwnerRange[]> Ranges(int owners) => AskedAsync(async () =>
    {
        var ranges = new List<OwnerRange>();
        await foreach (var range in store.ListRangesAsync(owners))
        {
            ranges.Add(range);
        }

        return ranges.ToArray();
    });

    public Task<OwnerDueResult[]> DueBy(OwnerRange range, Instant asOf, LocalDate by)
    {
        var results = new List<OwnerDueResult>();
        return OverAsync(range, results.ToArray, (owner, book) =>
        {
            var due = book.DueBy(asOf, by);
            if (!due.IsEmpty)
            {
                results.Add(new OwnerDueResult { Owner = owner, Due = [.. due.Select(DueResult.Of)] });
            }
        });
    }

    public Task<byte[]> Gaps(OwnerRange range, Instant asOf)
    {
        var sum = RhythmHistory.Empty;
        return OverAsync(range, () => OwnersExtensions.Write(sum), (_, book) => sum = sum.Plus(book.GapsUpTo(asOf)));
    }

    public Task<byte[]> Network(OwnerRange range, Instant asOf, Duration horizon)
    {
        var sum = new NetworkHistory();
        return OverAsync(range, sum.ToBytes, (owner, book) => counter.Count(owner, book, asOf, horizon, sum));
    }

    private Task<T> OverAsync<T>(OwnerRange range, Func<T> result, Action<string, RelationshipBook> take) => AskedAsync(async () =>
    {
        await foreach (var stored in store.ReadAsync(range))
        {
            // Other calls get their turn between two owners.
            take(stored.Owner, stored.Book);
            await Task.Yield();
        }

        return result();
    });

    private async Task<T> AskedAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception problem) when (problem is not ArgumentException)
        {
            LogFailed(problem.GetType().Name);
            throw new RelationshipStoreException("The store failed, or a book of the range could not be read.");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A question about a range of owners failed with {Kind}.")]
    private partial void LogFailed(string kind);
}
