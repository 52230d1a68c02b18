using Microsoft.Extensions.Diagnostics.HealthChecks;
using RelationshipKit.Storage;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>Says whether the store answers: its database can be opened, and its tables are there.</summary>
/// <remarks>
/// Registered by <c>services.AddHealthChecks().AddCheck&lt;RelationshipStoreHealthCheck&gt;("relationships")</c>. Its messages name nobody.
/// Safe to share between threads.
/// </remarks>
public sealed class RelationshipStoreHealthCheck : IHealthCheck
{
    private readonly IRelationshipStore store;

    /// <summary>Creates the health check.</summary>
    /// <param name="store">The store.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is <see langword="null"/>.</exception>
    public RelationshipStoreHealthCheck(IRelationshipStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            if (store is DatabaseStore own)
            {
                await own.ProbeAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var owners = store.ListOwnersAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
                await using (owners.ConfigureAwait(false))
                {
                    await owners.MoveNextAsync().ConfigureAwait(false);
                }
            }

            return HealthCheckResult.Healthy("The store of relationships answers.");
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // Only the kind of problem: a message may hold a path or a name.
            return new HealthCheckResult(
                context.Registration.FailureStatus, $"The store of relationships does not answer: {problem.GetType().Name}.");
        }
    }
}
