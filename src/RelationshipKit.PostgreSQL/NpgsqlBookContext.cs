using Microsoft.EntityFrameworkCore;

namespace RelationshipKit.PostgreSQL;

/// <summary>The tables of the store and nothing else, for the migrations.</summary>
internal sealed class NpgsqlBookContext(DbContextOptions<NpgsqlBookContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseRelationshipKit();
}
