using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>What the policy of a name asks for.</summary>
internal sealed class NamedCadence(string name) : StockCadence
{
    public string Name { get; } = Numerics.Names.Check(name);

    protected override IReadOnlyList<object?> Settings => [Name];

    public override string ToString() => Name;

    // What the name stands for says why.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden)
    {
        var before = overridden?.Count ?? 0;
        var asked = Ask(context.Policies.Get(Name), context, reference, overridden);
        for (var i = before; i < overridden?.Count; i++)
        {
            overridden[i] = overridden[i] with { Name = overridden[i].Name ?? Name };
        }

        return asked is { } wanted ? wanted with { Name = wanted.Name ?? Name } : null;
    }
}
