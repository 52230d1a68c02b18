using System.Data;
using System.Data.Common;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>What a store must know of its database: how to open it, and the fastest way to write many rows.</summary>
/// <remarks>For those who write a provider. Must be safe to share between threads.</remarks>
public abstract class StoreDatabase
{
    /// <summary>Opens a connection.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The open connection.</returns>
    public abstract ValueTask<StoreConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that sees one state of the database throughout.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The transaction.</returns>
    public virtual ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }

    /// <summary>Begins a transaction that writes; it is durable when its commit returns.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The transaction.</returns>
    public virtual ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
    }

    /// <summary>Writes rows to a table.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The values in the order of the columns; null for none.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>A task that ends when all rows are written.</returns>
    public virtual async Task InsertAsync(
        DbTransaction transaction, StoreTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            return;
        }

        var command = transaction.Connection!.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
            command.CommandText = table.Insert;
            foreach (var column in table.Columns)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = column.Name;
                parameter.DbType = column.DbType;
                command.Parameters.Add(parameter);
            }

            if (rows.Count > 1)
            {
                await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
            }

            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    command.Parameters[i].Value = row[i] ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does what is left to do for the bytes of the erased to be gone from the files.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>A task that ends when it is done.</returns>
    public virtual Task AfterErasureAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
