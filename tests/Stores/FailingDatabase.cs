using System.Data.Common;
using RelationshipKit.EntityFrameworkCore;

namespace RelationshipKit.Tests.Stores;

/// <summary>A database whose disk is full after some tables were written to.</summary>
internal sealed class FailingDatabase(StoreDatabase inner, int writes) : StoreDatabase
{
    private int left = writes;

    public override ValueTask<StoreConnection> OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) => inner.BeginReadAsync(connection, cancellationToken);

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) => inner.BeginWriteAsync(connection, cancellationToken);

    public override async Task InsertAsync(DbTransaction transaction, StoreTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        await inner.InsertAsync(transaction, table, rows, cancellationToken);
        if (left-- == 0)
        {
            throw new IOException("The disk is full.");
        }
    }
}
