using RelationshipKit.DependencyInjection;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.PostgreSQL;

// Where every host already looks for its Use methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a store for books in a PostgreSQL database.</summary>
public static class RelationshipKitNpgsqlExtensions
{
    /// <summary>Keeps books in a PostgreSQL database.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">A connection string such as "Host=localhost;Database=people;Username=kit".</param>
    /// <param name="options">Settings of the store; null for the default ones.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="connectionString"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public static IRelationshipKitBuilder UseNpgsql(
        this IRelationshipKitBuilder builder, string connectionString, StoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var database = new NpgsqlDatabase(connectionString);
        return builder.UseDatabase(_ => database, options);
    }
}
