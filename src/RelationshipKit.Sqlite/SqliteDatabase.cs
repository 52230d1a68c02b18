using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RelationshipKit.EntityFrameworkCore;

namespace RelationshipKit.Sqlite;

/// <summary>Books in one SQLite file.</summary>
/// <remarks>
/// <para>The file is made and its tables are brought up to date when it is first opened. Commits wait for the disk, and what is deleted is
/// overwritten.</para>
/// <para>Safe to share between threads; several programs may use the same file.</para>
/// </remarks>
public sealed class SqliteDatabase : MigratedDatabase
{
    // The migration that made the tables as this version knows them; a test holds it.
    internal const string LastMigration = "20261129233000_Views";

    // Connections of the pool keep what they were told, and nobody else uses this connection string.
    private readonly ConditionalWeakTable<object, object> told = [];
    private readonly string connectionString;

    /// <summary>Creates the database.</summary>
    /// <param name="connectionString">A connection string such as "Data Source=people.db".</param>
    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public SqliteDatabase(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        this.connectionString = new SqliteConnectionStringBuilder(connectionString).ToString();
    }

    /// <inheritdoc/>
    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    /// <inheritdoc/>
    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    /// <inheritdoc/>
    public override async Task AfterErasureAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Overwritten content stays in the log beside the file until the log is emptied.
            await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Returns whether the file holds the tables of the store, of whatever version. It makes neither the file nor the tables.
    /// </summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns><see langword="true"/> if it does; <see langword="false"/> also if there is no file.</returns>
    /// <exception cref="SqliteException">The file is not a database.</exception>
    public async Task<bool> HasBooksAsync(CancellationToken cancellationToken = default)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly };
        if (!File.Exists(settings.DataSource))
        {
            return false;
        }

        var connection = new SqliteConnection(settings.ToString());
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = $"SELECT COUNT(*) FROM sqlite_master WHERE name = '{StoreTables.Owners.Name}'";
                return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is 1L;
            }
        }
    }

    /// <summary>Copies the whole database to another file, also while it is in use.</summary>
    /// <param name="path">The file to write; it must not be there.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>A task that ends when the copy is on the disk.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="IOException">The file is there already.</exception>
    public async Task BackUpAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (File.Exists(path))
        {
            throw new IOException("The file of the backup is there already; it must not be.");
        }

        await PreparedAsync().ConfigureAwait(false);
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = "VACUUM INTO @path";
                ((SqliteCommand)command).Parameters.AddWithValue("@path", path);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (connection.Handle is { } handle && !told.TryGetValue(handle, out _))
        {
            await RunAsync(connection, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON", cancellationToken).ConfigureAwait(false);
            told.TryAdd(handle, this);
        }

        return connection;
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync()
    {
        var connection = await ConnectAsync(default).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Entity Framework is only started where there is something to migrate.
            if (await IsCurrentAsync(connection).ConfigureAwait(false))
            {
                return;
            }

            await RunAsync(connection, "PRAGMA journal_mode = WAL", default).ConfigureAwait(false);
        }

        await MigrateAsync().ConfigureAwait(false);
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task MigrateAsync()
    {
        var context = SqliteBookContextFactory.Of(connectionString);
        await using (context.ConfigureAwait(false))
        {
            await context.Database.MigrateAsync().ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsCurrentAsync(DbConnection connection)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
            if (await command.ExecuteScalarAsync().ConfigureAwait(false) is 0L)
            {
                return false;
            }

            command.CommandText = $"SELECT COUNT(*) FROM __EFMigrationsHistory WHERE MigrationId = '{LastMigration}'";
            return await command.ExecuteScalarAsync().ConfigureAwait(false) is 1L;
        }
    }
}
