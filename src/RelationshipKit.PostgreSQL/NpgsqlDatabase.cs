using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using RelationshipKit.EntityFrameworkCore;

namespace RelationshipKit.PostgreSQL;

/// <summary>Books in a PostgreSQL database.</summary>
/// <remarks>
/// <para>
/// The tables are made and brought up to date when the database is first opened, in the first schema of the search path. Many rows are
/// written by COPY.
/// </para>
/// <para>Safe to share between threads; several programs may use the same database.</para>
/// </remarks>
public sealed class NpgsqlDatabase : MigratedDatabase
{
    // The migration that made the tables as this version knows them; a test holds it.
    internal const string LastMigration = "20261129233000_Views";

    // Any number that no other program locks: the first eight letters of the product.
    private const long MigrationLock = 0x52656C6174696F6E;

    // A server may be told to answer before the disk does. What is acknowledged here is durable, whatever the default of the server.
    private const string WaitForTheDisk =
        "SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'";

    private readonly string connectionString;

    /// <summary>Creates the database.</summary>
    /// <param name="connectionString">A connection string such as "Host=localhost;Database=people;Username=kit".</param>
    /// <exception cref="ArgumentNullException"><paramref name="connectionString"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public NpgsqlDatabase(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        this.connectionString = new NpgsqlConnectionStringBuilder(connectionString).ToString();
    }

    /// <inheritdoc/>
    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        try
        {
            await AskAsync((NpgsqlConnection)connection, WaitForTheDisk, cancellationToken).ConfigureAwait(false);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task InsertAsync(
        DbTransaction transaction, StoreTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count <= 1)
        {
            await base.InsertAsync(transaction, table, rows, cancellationToken).ConfigureAwait(false);
            return;
        }

        var types = table.Columns.Select(TypeOf).ToArray();
        var copy = await ((NpgsqlConnection)transaction.Connection!).BeginBinaryImportAsync(
            $"COPY {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)",
            cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < row.Length; i++)
                {
                    await (row[i] is { } value
                        ? copy.WriteAsync(value, types[i], cancellationToken)
                        : copy.WriteNullAsync(cancellationToken))
                        .ConfigureAwait(false);
                }
            }

            await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync()
    {
        var connection = (NpgsqlConnection)await ConnectAsync(default).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Entity Framework is only started where there is something to migrate.
            if (!await IsCurrentAsync(connection).ConfigureAwait(false))
            {
                await MigrateAsync(connection).ConfigureAwait(false);
            }
        }
    }

    private static NpgsqlDbType TypeOf(StoreColumn column) => column.DbType switch
    {
        DbType.Int64 => NpgsqlDbType.Bigint,
        DbType.Int32 => NpgsqlDbType.Integer,
        DbType.Boolean => NpgsqlDbType.Boolean,
        DbType.Binary => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Text,
    };

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // One program at a time; the others find the work done.
    private static async Task MigrateAsync(NpgsqlConnection connection)
    {
        var schema = await AskAsync(connection, "SELECT current_schema()", default).ConfigureAwait(false) as string
            ?? throw new InvalidOperationException(
                "The search path of the connection names no schema that is there; create one for the tables of the store.");
        await AskAsync(connection, $"SELECT pg_advisory_lock({MigrationLock})", default).ConfigureAwait(false);
        try
        {
            var context = NpgsqlBookContextFactory.Of(connection, schema);
            await using (context.ConfigureAwait(false))
            {
                await context.Database.MigrateAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await AskAsync(connection, $"SELECT pg_advisory_unlock({MigrationLock})", default).ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsCurrentAsync(NpgsqlConnection connection) =>
        await AskAsync(connection, $"SELECT to_regclass('{NpgsqlBookContextFactory.History}') IS NOT NULL", default)
            .ConfigureAwait(false) is true
        && await AskAsync(
            connection, $"SELECT COUNT(*) FROM {NpgsqlBookContextFactory.History} WHERE \"MigrationId\" = '{LastMigration}'", default)
            .ConfigureAwait(false) is 1L;
}
