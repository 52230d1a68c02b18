using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RelationshipKit.Sqlite;

/// <summary>Makes the context for the tool that writes migrations.</summary>
internal sealed class SqliteBookContextFactory : IDesignTimeDbContextFactory<SqliteBookContext>
{
    public SqliteBookContext CreateDbContext(string[] args) => Of("Data Source=:memory:");

    public static SqliteBookContext Of(string connectionString) =>
        new(new DbContextOptionsBuilder<SqliteBookContext>().UseSqlite(connectionString).Options);
}
