using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationshipKit;
using RelationshipKit.Cadences;
using RelationshipKit.DependencyInjection;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

// Where every host already looks for its Add methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers RelationshipKit in a service collection.</summary>
public static class RelationshipKitServiceCollectionExtensions
{
    /// <summary>Registers RelationshipKit with its default settings.</summary>
    /// <param name="services">The collection to register into.</param>
    /// <returns>The value of <paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <remarks>
    /// Registers <see cref="RelationshipBookFactory"/>, <see cref="FoldSettings"/>, <see cref="ScoreSettings"/>,
    /// <see cref="CadencePolicies"/> and the <see cref="ICadencePolicy"/> of owners without a plan as singletons, each only if
    /// the host has not registered its own. Calling this twice is harmless.
    /// </remarks>
    public static IServiceCollection AddRelationshipKit(this IServiceCollection services) => services.AddRelationshipKit(static _ => { });

    /// <summary>Registers RelationshipKit and lets the host configure it.</summary>
    /// <param name="services">The collection to register into.</param>
    /// <param name="configure">Chooses settings other than the default ones.</param>
    /// <returns>The value of <paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="services"/> or <paramref name="configure"/> is <see langword="null"/>.
    /// </exception>
    public static IServiceCollection AddRelationshipKit(this IServiceCollection services, Action<IRelationshipKitBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);

        // The host's own choices first; the defaults only fill what it left open.
        configure(new Builder(services));
        services.TryAddSingleton(FoldSettings.Default);
        services.TryAddSingleton(ScoreSettings.Default);
        services.TryAddSingleton(CadencePolicies.Empty);
        services.TryAddSingleton(Cadence.ByCircle());
        services.TryAddSingleton(static provider =>
        {
            var scoring = provider.GetRequiredService<ScoreSettings>();
            return new RelationshipBookFactory(
                provider.GetRequiredService<FoldSettings>(),
                provider.GetService<RhythmHazard>() is { } hazard ? scoring with { Hazard = hazard } : scoring,
                provider.GetRequiredService<CadencePolicies>(),
                provider.GetRequiredService<ICadencePolicy>());
        });
        return services;
    }

    private sealed class Builder(IServiceCollection services) : IRelationshipKitBuilder
    {
        public IServiceCollection Services => services;

        public IRelationshipKitBuilder UseFold(FoldSettings settings)
        {
            ArgumentNullException.ThrowIfNull(settings);
            settings.ThrowIfInvalid(nameof(settings));
            services.Replace(ServiceDescriptor.Singleton(settings));
            return this;
        }

        public IRelationshipKitBuilder UseScoring(ScoreSettings settings)
        {
            ArgumentNullException.ThrowIfNull(settings);
            settings.ThrowIfInvalid(nameof(settings));
            services.Replace(ServiceDescriptor.Singleton(settings));
            return this;
        }

        public IRelationshipKitBuilder UseForecast(RhythmHazard hazard)
        {
            ArgumentNullException.ThrowIfNull(hazard);
            services.Replace(ServiceDescriptor.Singleton(hazard));
            return this;
        }

        public IRelationshipKitBuilder UseCadence(ICadencePolicy policy)
        {
            ArgumentNullException.ThrowIfNull(policy);
            services.Replace(ServiceDescriptor.Singleton(policy));
            return this;
        }

        public IRelationshipKitBuilder AddCadencePolicy(string name, ICadencePolicy policy)
        {
            ArgumentNullException.ThrowIfNull(policy);
            Registered().Add(name, policy);
            services.AddKeyedSingleton(name, policy);
            return this;
        }

        public IRelationshipKitBuilder AddCadencePolicy(string name, Func<IServiceProvider, ICadencePolicy> factory)
        {
            ArgumentNullException.ThrowIfNull(factory);
            Registered().Add(name, factory);
            services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredService<CadencePolicies>().Get(name));
            return this;
        }

        public IRelationshipKitBuilder AddCadenceKind<T>(string kind, JsonTypeInfo<T> type)
            where T : ICadencePolicy
        {
            Registered().AddKind(kind, type);
            return this;
        }

        // What is registered so far is kept in the services, so that a name is told to be taken here, and not when it is asked for.
        private NamedPolicies Registered()
        {
            if (services.FirstOrDefault(
                service => service.ServiceType == typeof(NamedPolicies))?.ImplementationInstance is not NamedPolicies registered)
            {
                var held = services.LastOrDefault(
                    service => service.ServiceType == typeof(CadencePolicies)
                        && !service.IsKeyedService)?.ImplementationInstance as CadencePolicies;
                registered = new NamedPolicies(held ?? CadencePolicies.Empty);
                services.AddSingleton(registered);
                services.Replace(
                    ServiceDescriptor.Singleton(static provider => provider.GetRequiredService<NamedPolicies>().Make(provider)));
            }

            return registered;
        }
    }
}
