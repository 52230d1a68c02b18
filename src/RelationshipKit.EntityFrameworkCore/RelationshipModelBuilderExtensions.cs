using RelationshipKit.EntityFrameworkCore;

// Where every DbContext already looks for its Use methods.
namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds the tables of RelationshipKit to a model.</summary>
public static class RelationshipModelBuilderExtensions
{
    /// <summary>Adds the tables of the store, so that they live in the app's own context and migrations.</summary>
    /// <param name="modelBuilder">The builder of the app's model.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="modelBuilder"/> is <see langword="null"/>.</exception>
    public static ModelBuilder UseRelationshipKit(this ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        foreach (var table in StoreTables.All)
        {
            modelBuilder.SharedTypeEntity<Dictionary<string, object>>(table.Name, entity =>
            {
                entity.ToTable(table.Name, (string?)null);
                foreach (var column in table.Columns)
                {
                    var type = column.IsRequired || !column.Type.IsValueType ? column.Type : typeof(Nullable<>)
                        .MakeGenericType(column.Type);
                    var property = entity.IndexerProperty(type, column.Name).HasColumnName(column.Name).IsRequired(column.IsRequired);
                    if (column.MaxLength is { } length)
                    {
                        property.HasMaxLength(length);
                    }
                }

                entity.HasKey([.. table.Key]);
                foreach (var index in table.Indexes)
                {
                    entity.HasIndex([.. index]).IsUnique(index is ["name"] or [.., "update_id"]);
                }

                if (table != StoreTables.Owners)
                {
                    entity.HasOne(StoreTables.Owners.Name, null).WithMany().HasForeignKey("owner_id").OnDelete(DeleteBehavior.Cascade);
                }
            });
        }

        return modelBuilder;
    }
}
