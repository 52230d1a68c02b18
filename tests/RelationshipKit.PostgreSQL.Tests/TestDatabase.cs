using Npgsql;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.PostgreSQL;

namespace RelationshipKit.Tests.Stores;

/// <summary>A schema of its own on the server that the environment names, gone with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("RELATIONSHIPKIT_POSTGRES");

    public TestDatabase()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { SearchPath = Schema, Pooling = false }.ToString();
        Ask($"CREATE SCHEMA {Schema}");
    }

    /// <summary>Gets why there is no database to test with; null if there is one.</summary>
    public static string? Missing { get; } = string.IsNullOrEmpty(Server)
        ? "RELATIONSHIPKIT_POSTGRES names no PostgreSQL server, such as Host=localhost;Username=postgres."
        : null;

    public string Schema { get; } = $"test_{Guid.NewGuid():n}";

    public string ConnectionString { get; }

    public NpgsqlDatabase Database => new(ConnectionString);

    /// <summary>Opens the database as a program of its own would.</summary>
    public DatabaseStore Store(int cachedBooks = 200) =>
        new(Database, new RelationshipBookFactory(), new StoreOptions { CachedBooks = cachedBooks });

    /// <summary>Returns whether any column of any row holds a text.</summary>
    public bool Holds(string text) =>
        StoreTables.All.Any(
            table => Ask($"SELECT COUNT(*) FROM {table.Name} row WHERE position(@text IN row::text) > 0", ("text", text)) is not 0L);

    /// <summary>Runs a command and returns the first value of what it returns.</summary>
    public object? Ask(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteScalar();
    }

    public void Dispose() => Ask($"DROP SCHEMA {Schema} CASCADE");
}
