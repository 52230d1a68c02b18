using System.Text.Json.Serialization.Metadata;
using RelationshipKit.Cadences;

namespace RelationshipKit.DependencyInjection;

/// <summary>The cadence policies that a host registered, some of them made with its services.</summary>
/// <remarks>Filled while services are registered, by one thread.</remarks>
internal sealed class NamedPolicies(CadencePolicies first)
{
    private readonly List<(string Name, Func<IServiceProvider, ICadencePolicy> Factory)> factories = [];
    private CadencePolicies ready = first;

    public void Add(string name, ICadencePolicy policy)
    {
        ThrowIfTaken(name);
        ready = ready.Add(name, policy);
    }

    public void Add(string name, Func<IServiceProvider, ICadencePolicy> factory)
    {
        Numerics.Names.Check(name);
        ThrowIfTaken(name);
        factories.Add((name, factory));
    }

    public void AddKind<T>(string kind, JsonTypeInfo<T> type)
        where T : ICadencePolicy => ready = ready.AddKind(kind, type);

    public CadencePolicies Make(IServiceProvider provider) => factories.Aggregate(
        ready,
        (policies, made) =>
            policies.Add(
                made.Name,
                made.Factory(provider)
                    ?? throw new InvalidOperationException($"The factory of the cadence policy \"{made.Name}\" made none.")));

    private void ThrowIfTaken(string name)
    {
        if (factories.Exists(made => made.Name == name) || ready.Names.Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The name \"{name}\" is taken; each policy must have its own.", nameof(name));
        }
    }
}
