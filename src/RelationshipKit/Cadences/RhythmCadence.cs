using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>As often as the two usually are in touch, within bounds.</summary>
internal sealed class RhythmCadence : StockCadence
{
    public RhythmCadence(int leastDays, int mostDays)
    {
        Numerics.Guard.InRange(leastDays, 1, 36_525);
        Numerics.Guard.InRange(mostDays, leastDays, 36_525);
        LeastDays = leastDays;
        MostDays = mostDays;
    }

    public int LeastDays { get; }

    public int MostDays { get; }

    protected override IReadOnlyList<object?> Settings => [LeastDays, MostDays];

    public override string ToString() => $"as often as usual, every {LeastDays} to {PeriodText.Count(MostDays, "day")}";

    // Up to a whole day, so that a usual gap is not called late before it is over. Without a usual gap there is no hurry.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var days = context.Rhythm.UsualGapDays is { } usual ? (int)Math.Clamp(Math.Ceiling(usual), LeastDays, MostDays) : MostDays;
        return CadenceDates.Plus(reference, days) is { } ideal ? new Wanted(CadenceWindow.From(ideal, days / 2), reference, this) : null;
    }
}
