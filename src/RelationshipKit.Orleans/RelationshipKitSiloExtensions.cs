using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationshipKit.DependencyInjection;
using RelationshipKit.Orleans;
using RelationshipKit.Storage;

// Where every silo already looks for its Add methods.
namespace Orleans.Hosting;

/// <summary>Registers the grains of owners in a silo.</summary>
public static class RelationshipKitSiloExtensions
{
    /// <summary>Registers RelationshipKit and the grains of owners. The silo does not start without a store.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="configure">
    /// Chooses the store, such as <c>kit.UseNpgsql(...)</c>, and settings other than the default ones. Called twice, the last choices
    /// hold.
    /// </param>
    /// <param name="options">Settings of the grains; null for the default ones.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="silo"/> or <paramref name="configure"/> is <see langword="null"/>.
    /// </exception>
    public static ISiloBuilder AddRelationshipKit(
        this ISiloBuilder silo, Action<IRelationshipKitBuilder> configure, RelationshipGrainOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddRelationshipKit(configure);
        silo.Services.Replace(ServiceDescriptor.Singleton(options ?? new RelationshipGrainOptions()));
        silo.Services.TryAddSingleton<INetworkCounter, BookNetworkCounter>();
        if (silo.Services.Any(service => service.ServiceType == typeof(ClusterChanges)))
        {
            return silo;
        }

        silo.Services.AddSingleton<ClusterChanges>();
        silo.Services.AddSingleton<OpenBooks>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<ClusterChanges>());
        silo.Services.AddSingleton<IConfigurationValidator, StoreValidator>();
        return silo;
    }

    private sealed class StoreValidator(IServiceProvider services) : IConfigurationValidator
    {
        public void ValidateConfiguration()
        {
            if (services.GetService<IRelationshipStore>() is null)
            {
                throw new OrleansConfigurationException(
                    "The silo has no store of books; name one in AddRelationshipKit, such as kit.UseNpgsql(\"Host=...\").");
            }
        }
    }
}
