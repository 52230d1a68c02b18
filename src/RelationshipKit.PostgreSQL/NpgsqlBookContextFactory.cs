using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace RelationshipKit.PostgreSQL;

/// <summary>Makes the context for the tool that writes migrations.</summary>
internal sealed class NpgsqlBookContextFactory : IDesignTimeDbContextFactory<NpgsqlBookContext>
{
    // The database may be the app's own, whose migrations have a table of their own.
    internal const string History = "relationship_migrations";

    public NpgsqlBookContext CreateDbContext(string[] args) => Of(new NpgsqlConnection(), null);

    public static NpgsqlBookContext Of(NpgsqlConnection connection, string? schema) => new(
        new DbContextOptionsBuilder<NpgsqlBookContext>()
            .UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable(History, schema)).Options);
}
