using RelationshipKit.DependencyInjection;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Sqlite;

// Where every host already looks for its Use methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a store for books in a SQLite file.</summary>
public static class RelationshipKitSqliteExtensions
{
    /// <summary>Keeps books in a SQLite file.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">A connection string such as "Data Source=people.db".</param>
    /// <param name="options">Settings of the store; null for the default ones.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IRelationshipKitBuilder UseSqlite(
        this IRelationshipKitBuilder builder, string connectionString, StoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var database = new SqliteDatabase(connectionString);
        return builder.UseDatabase(_ => database, options);
    }
}
