using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>What the policy of a name asks for.</summary>
internal sealed class NamedCadence(string name) : StockCadence
{
    public string Name { get; } = Numerics.Names.Check(name);

    protected override IReadOnlyList<object?> Settings => [Name];

    public override string ToString() => Name;

    // What the name stands for says why.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var (before, datesBefore) = (aside.Overridden?.Count ?? 0, aside.Dates.Count);
        var asked = Ask(context.Policies.Get(Name), context, reference, aside);
        Say(aside.Overridden, before);
        Say(aside.Dates, datesBefore);
        return asked is { } wanted ? wanted with { Name = wanted.Name ?? Name } : null;
    }

    private void Say(List<Wanted>? said, int from)
    {
        for (var i = from; i < said?.Count; i++)
        {
            said[i] = said[i] with { Name = said[i].Name ?? Name };
        }
    }
}
