using System.Data.Common;
using Npgsql;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.PostgreSQL.Tests;

/// <summary>A database whose server ends the connection after some tables were written to.</summary>
internal sealed class CutDatabase(TestDatabase database, int writes) : StoreDatabase
{
    private readonly NpgsqlDatabase inner = database.Database;
    private int left = writes;

    public override ValueTask<StoreConnection> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        inner.BeginReadAsync(connection, cancellationToken);

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        inner.BeginWriteAsync(connection, cancellationToken);

    public override async Task InsertAsync(
        DbTransaction transaction, StoreTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        await inner.InsertAsync(transaction, table, rows, cancellationToken);
        if (left-- == 0)
        {
            database.Ask("SELECT pg_terminate_backend(@process, 5000)", ("process", ((NpgsqlConnection)transaction.Connection!).ProcessID));
        }
    }
}
