using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A policy whose ideal date avoids some days of the week.</summary>
internal sealed class QuietDaysCadence(ICadencePolicy policy, WeekDays days) : StockCadence
{
    public ICadencePolicy Policy => policy;

    public WeekDays Days => days;

    public override ImmutableArray<ICadencePolicy> Parts => [policy];

    protected override IReadOnlyList<object?> Settings => [days];

    public override string ToString() => $"{policy}, not on {days}";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside) =>
        Ask(policy, context, reference, aside) is { } asked ? asked.MovedTo(days.NextOrSame(asked.Window.Ideal, isIn: false)) : null;
}
