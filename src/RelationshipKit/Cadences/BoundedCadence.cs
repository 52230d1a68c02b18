using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A policy that never asks sooner than a period after the date to count from, or never later.</summary>
internal sealed class BoundedCadence(ICadencePolicy policy, Period bound, bool isAtLeast) : StockCadence
{
    public ICadencePolicy Policy => policy;

    public Period Bound { get; } = CadenceDates.CheckPeriod(bound).Normalize();

    public bool IsAtLeast => isAtLeast;

    public override ImmutableArray<ICadencePolicy> Parts => [policy];

    protected override IReadOnlyList<object?> Settings => [bound, isAtLeast];

    public override string ToString() => $"{policy}, {(isAtLeast ? "at least" : "at most")} {PeriodText.Of(Bound)} apart";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        if (Ask(policy, context, reference, aside) is not { } asked)
        {
            return null;
        }

        var bounded = CadenceDates.Plus(asked.Reference, Bound);
        return isAtLeast ? bounded is { } earliest ? asked.NotBefore(earliest) : null
            : bounded is { } latest && latest < asked.Window.Ideal ? asked.MovedTo(latest)
            : asked;
    }
}
