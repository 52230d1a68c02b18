using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Cadences;

/// <summary>When the tie has faded to a strength, within bounds.</summary>
internal sealed class StrengthCadence : StockCadence
{
    public StrengthCadence(Strength level, int leastDays, int mostDays)
    {
        if (level <= Strength.None)
        {
            throw new ArgumentOutOfRangeException(nameof(level), level.Value, "The strength is 0; it must be more than 0 and at most 1.");
        }

        Guard.InRange(leastDays, 1, 36_525);
        Guard.InRange(mostDays, leastDays, 36_525);
        (Level, LeastDays, MostDays) = (level, leastDays, mostDays);
    }

    public Strength Level { get; }

    public int LeastDays { get; }

    public int MostDays { get; }

    protected override IReadOnlyList<object?> Settings => [Level, LeastDays, MostDays];

    public override string ToString() =>
        $"when the strength falls to {Level.ToString("G3")}, every {LeastDays} to {PeriodText.Count(MostDays, "day")}";

    // A tie that is no stronger right after the last touch is wanted as soon as the bounds allow.
    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        var fall = context.AskedScore.FallsTo(Level) is { } instant ? Period.DaysBetween(reference, context.DateOf(instant)) : LeastDays;
        var days = Math.Clamp(fall, LeastDays, MostDays);
        return CadenceDates.Plus(reference, days) is { } ideal ? new Wanted(CadenceWindow.From(ideal, days / 2), reference, this) : null;
    }
}
