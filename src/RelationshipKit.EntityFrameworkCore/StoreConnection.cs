using System.Data.Common;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>An open connection to the database of a store, and what is freed with it.</summary>
/// <param name="connection">The open connection.</param>
/// <param name="owner">
/// What is disposed of in place of the connection, such as the scope of a DbContext; null for the connection itself.
/// </param>
/// <remarks>Not safe to share between threads.</remarks>
public sealed class StoreConnection(DbConnection connection, IAsyncDisposable? owner = null) : IAsyncDisposable
{
    /// <summary>Gets the open connection.</summary>
    public DbConnection Connection => connection;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => (owner ?? connection).DisposeAsync();
}
