using System.Data.Common;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>A database whose tables are brought up to date when it is first opened.</summary>
/// <remarks>For those who write a provider. Safe to share between threads if the provider's own methods are.</remarks>
public abstract class MigratedDatabase : StoreDatabase
{
    private readonly Lock gate = new();
    private Task? prepared;

    /// <inheritdoc/>
    public override async ValueTask<StoreConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await PreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return new StoreConnection(await ConnectAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Opens a connection, whatever the tables are like.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The open connection.</returns>
    protected abstract Task<DbConnection> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Makes the tables, or brings them up to date.</summary>
    /// <returns>A task that ends when the tables are those of this version.</returns>
    protected abstract Task PrepareAsync();

    /// <summary>
    /// Sees to it that the tables are up to date: once for all who ask. After a failure, such as a full disk or a server that is not up
    /// yet, the next one tries again.
    /// </summary>
    /// <returns>A task that ends when the tables are up to date.</returns>
    protected Task PreparedAsync()
    {
        lock (gate)
        {
            return prepared is { IsFaulted: false } ? prepared : prepared = PrepareAsync();
        }
    }
}
