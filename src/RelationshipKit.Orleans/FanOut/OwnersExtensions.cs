using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Serialization;
using RelationshipKit.Storage;

namespace RelationshipKit.Orleans;

/// <summary>Questions to all owners of a cluster.</summary>
/// <remarks>
/// Silos read the books from the store, range by range, and wake no grain of an owner. A call that fails is made again, as often as the
/// settings say; an owner is in the answer once. Owners
/// created meanwhile may be left out.
/// </remarks>
public static class OwnersExtensions
{
    /// <summary>Returns who is due, owner by owner, in no order.</summary>
    /// <param name="grains">The cluster.</param>
    /// <param name="asOf">The instant to look from, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="by">Whose window opens by this day is due.</param>
    /// <param name="settings">How the question is divided; null for the default.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>
    /// The owners who have somebody due, streamed: while the caller is busy with one, no more calls are begun than <see
    /// cref="FanOutSettings.MaxInFlight"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="grains"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is out of range.</exception>
    /// <exception cref="RelationshipStoreException">A call failed as often as the settings allow.</exception>
    public static async IAsyncEnumerable<OwnerDueResult> DueOfAllAsync(
        this IGrainFactory grains, Instant asOf, LocalDate by, FanOutSettings? settings = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grains);
        var answers = OverAllAsync(grains, settings ?? new(), (worker, range) => worker.DueBy(range, asOf, by), cancellationToken);
        await foreach (var owners in answers.ConfigureAwait(false))
        {
            foreach (var owner in owners)
            {
                yield return owner;
            }
        }
    }

    /// <summary>
    /// Sums the gaps between contacts that all owners' ties have behind them, to fit one hazard to all: <see cref="RhythmHazard"/>.
    /// </summary>
    /// <param name="grains">The cluster.</param>
    /// <param name="asOf">The instant up to which gaps count, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="settings">How the question is divided; null for the default.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The sum, the same to the bit however it was divided. It names nobody.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="grains"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    /// <exception cref="RelationshipStoreException">A call failed as often as the settings allow.</exception>
    public static async Task<RhythmHistory> GapsOfAllAsync(
        this IGrainFactory grains, Instant asOf, FanOutSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grains);
        var sum = RhythmHistory.Empty;
        var answers = OverAllAsync(grains, settings ?? new(), (worker, range) => worker.Gaps(range, asOf), cancellationToken);
        await foreach (var bytes in answers.ConfigureAwait(false))
        {
            using var stream = new MemoryStream(bytes);
            sum = sum.Plus(RhythmHistoryJson.Load(stream));
        }

        return sum;
    }

    /// <summary>Sums what became of past forecasts of all owners' ties, to fit a <see cref="NetworkEffect"/> to.</summary>
    /// <param name="grains">The cluster.</param>
    /// <param name="asOf">The instant of the present, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="horizon">How far the forecasts look; more than zero.</param>
    /// <param name="settings">How the question is divided; null for the default.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>
    /// The sum of what the silo's <see cref="INetworkCounter"/> counts, the same however it was divided. It names nobody.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="grains"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> or <paramref name="horizon"/> is out of range.</exception>
    /// <exception cref="RelationshipStoreException">A call failed as often as the settings allow.</exception>
    public static async Task<NetworkHistory> NetworkOfAllAsync(
        this IGrainFactory grains, Instant asOf, Duration horizon, FanOutSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grains);
        var sum = new NetworkHistory();
        var answers = OverAllAsync(grains, settings ?? new(), (worker, range) => worker.Network(range, asOf, horizon), cancellationToken);
        await foreach (var bytes in answers.ConfigureAwait(false))
        {
            sum.Add(NetworkHistory.FromBytes(bytes));
        }

        return sum;
    }

    internal static byte[] Write(RhythmHistory history)
    {
        using var stream = new MemoryStream();
        RhythmHistoryJson.Save(stream, history);
        return stream.ToArray();
    }

    /// <summary>Asks for each range of owners once; a range whose call failed is asked for again.</summary>
    private static async IAsyncEnumerable<T> OverAllAsync<T>(
        IGrainFactory grains, FanOutSettings settings, Func<IOwnersGrain, OwnerRange, Task<T>> ask,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ranges = await AskedAsync(
            settings,
            attempt => grains.GetGrain<IOwnersGrain>(attempt).Ranges(settings.OwnersPerCall), cancellationToken).ConfigureAwait(false);

        // An answer that waits here counts as under way: its sender waits until the caller takes it.
        var answers = System.Threading.Channels.Channel.CreateBounded<T>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = -1;
        var workers = Task.WhenAll(Enumerable.Range(0, Math.Min(settings.MaxInFlight, ranges.Length)).Select(WorkAsync));
        var done = workers.ContinueWith(
            all =>
                answers.Writer.TryComplete(
                    all.Exception?.InnerExceptions.FirstOrDefault(problem => problem is not OperationCanceledException)),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return answer;
            }

            // Workers that were stopped have left the rest out.
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await done.ConfigureAwait(false);
        }

        async Task WorkAsync(int worker)
        {
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var index && index < ranges.Length)
                {
                    // Another worker at each attempt: the first one's silo may be the one that is gone.
                    var answer = await AskedAsync(
                        settings,
                        attempt => ask(grains.GetGrain<IOwnersGrain>(worker + (attempt * settings.MaxInFlight)), ranges[index]),
                        stop.Token).ConfigureAwait(false);
                    await answers.Writer.WriteAsync(answer, stop.Token).ConfigureAwait(false);
                }
            }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                // If one range fails, the whole answer fails.
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private static async Task<T> AskedAsync<T>(FanOutSettings settings, Func<int, Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask(attempt - 1).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception problem)
                when (attempt < settings.MostTries && problem is RelationshipStoreException or TimeoutException or OrleansException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
