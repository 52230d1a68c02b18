using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RelationshipKit;
using RelationshipKit.DependencyInjection;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Storage;

// Where every host already looks for its Use methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a store for books in a database.</summary>
public static class RelationshipKitEntityFrameworkExtensions
{
    /// <summary>
    /// Keeps books in the tables of the app's own context; its model must call
    /// <see cref="RelationshipModelBuilderExtensions.UseRelationshipKit"/>.
    /// </summary>
    /// <typeparam name="TContext">The app's context.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="options">Settings of the store; null for the default ones.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IRelationshipKitBuilder UseEntityFrameworkCore<TContext>(
        this IRelationshipKitBuilder builder, StoreOptions? options = null)
        where TContext : DbContext =>
        builder.UseDatabase(provider => new ContextDatabase<TContext>(provider.GetRequiredService<IServiceScopeFactory>()), options);

    /// <summary>Keeps books in a database that a provider knows.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="database">Makes the database.</param>
    /// <param name="options">Settings of the store; null for the default ones.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="database"/> is <see langword="null"/>.
    /// </exception>
    public static IRelationshipKitBuilder UseDatabase(
        this IRelationshipKitBuilder builder, Func<IServiceProvider, StoreDatabase> database, StoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        builder.Services.Replace(ServiceDescriptor.Singleton<IRelationshipStore>(provider => new DatabaseStore(
            database(provider), provider.GetRequiredService<RelationshipBookFactory>(), options,
            provider.GetService<ILogger<DatabaseStore>>(), provider.GetService<IMeterFactory>())));
        return builder;
    }
}
