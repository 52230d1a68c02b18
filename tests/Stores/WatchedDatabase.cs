using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using RelationshipKit.EntityFrameworkCore;

namespace RelationshipKit.Tests.Stores;

/// <summary>
/// A database that calls back before each command that a store sends, and before and after each commit; what is called may throw.
/// </summary>
internal sealed class WatchedDatabase(StoreDatabase inner, Action<string> watch) : StoreDatabase
{
    public override async ValueTask<StoreConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = await inner.OpenAsync(cancellationToken);
        return new StoreConnection(new WatchedConnection(opened.Connection, watch), opened);
    }

    public override async ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new WatchedTransaction(
            (WatchedConnection)connection, await inner.BeginReadAsync(((WatchedConnection)connection).Inner, cancellationToken), watch);

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new WatchedTransaction(
            (WatchedConnection)connection, await inner.BeginWriteAsync(((WatchedConnection)connection).Inner, cancellationToken), watch);

    public override async Task InsertAsync(
        DbTransaction transaction, StoreTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 0)
        {
            watch($"INSERT INTO {table.Name}");
        }

        await inner.InsertAsync(((WatchedTransaction)transaction).Inner, table, rows, cancellationToken);
    }

    public override Task AfterErasureAsync(CancellationToken cancellationToken) => inner.AfterErasureAsync(cancellationToken);

    private sealed class WatchedTransaction(WatchedConnection connection, DbTransaction inner, Action<string> watch) : DbTransaction
    {
        public DbTransaction Inner => inner;

        public override IsolationLevel IsolationLevel => inner.IsolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
            watch("COMMIT");
            inner.Commit();
            watch("COMMITTED");
        }

        public override void Rollback() => inner.Rollback();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class WatchedConnection(DbConnection inner, Action<string> watch) : DbConnection
    {
        public DbConnection Inner => inner;

        [AllowNull]
        public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Close() => inner.Close();

        public override void Open() => inner.Open();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => new WatchedCommand(inner.CreateCommand(), watch);
    }

    private sealed class WatchedCommand(DbCommand inner, Action<string> watch) : DbCommand
    {
        [AllowNull]
        public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

        public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

        public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction =
            (value as WatchedTransaction)?.Inner; }

        public override void Cancel() => inner.Cancel();

        public override int ExecuteNonQuery() => Watched().ExecuteNonQuery();

        public override object? ExecuteScalar() => Watched().ExecuteScalar();

        public override void Prepare() => inner.Prepare();

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Watched().ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private DbCommand Watched()
        {
            watch(inner.CommandText);
            return inner;
        }
    }
}
