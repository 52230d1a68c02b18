using Microsoft.EntityFrameworkCore;

namespace RelationshipKit.Sqlite;

/// <summary>The tables of the store and nothing else, for the migrations.</summary>
internal sealed class SqliteBookContext(DbContextOptions<SqliteBookContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseRelationshipKit();
}
