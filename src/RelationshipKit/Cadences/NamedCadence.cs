using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>What the policy of a name asks for.</summary>
internal sealed class NamedCadence(string name) : StockCadence
{
    public string Name { get; } = Numerics.Names.Check(name);

    public override string ToString() => Name;

    // The name decides, and what it stands for says why.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, List<Wanted>? overridden) =>
        Ask(context.Policies.Get(Name), context, reference, overridden);
}
