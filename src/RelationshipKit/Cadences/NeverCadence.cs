using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>Asks for nothing.</summary>
internal sealed class NeverCadence : StockCadence
{
    protected override IReadOnlyList<object?> Settings => [];

    public override string ToString() => "never";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside) => null;
}
