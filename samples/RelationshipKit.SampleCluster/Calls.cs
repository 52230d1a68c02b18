using RelationshipKit.Orleans;

namespace RelationshipKit.SampleCluster;

/// <summary>Calls to a cluster. A failed call is made again, with the same operation id, until there is an answer.</summary>
internal static class Calls
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes a call until it is answered.</summary>
    /// <param name="call">The call; each time with the same operation id.</param>
    /// <param name="onRepeat">What to do before each further time; null for nothing.</param>
    /// <returns>The answer.</returns>
    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> call, Action? onRepeat = null)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception problem) when (problem is RelationshipStoreException or TimeoutException or OrleansException or IOException)
            {
                // The store, the silo or the way to it failed, and perhaps after the operation was saved.
                onRepeat?.Invoke();
                await Task.Delay(Pause);
            }
        }
    }
}
