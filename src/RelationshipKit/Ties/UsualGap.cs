using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Ties;

/// <summary>The usual gap as people understand it: the geometric mean of the gaps, from the sum of their logarithms.</summary>
/// <remarks>A gap shorter than a day counts as a day: days, not hours, are the unit of contact.</remarks>
internal static class UsualGap
{
    /// <summary>Returns what one gap adds to the sum: the logarithm of its days, 0 up to a day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LogOf(long fromMicros, long toMicros) =>
        Elementary.Log(Math.Max(1, SupportedTime.DaysBetween(fromMicros, toMicros)));

    /// <summary>Returns the usual gap in days; at least 1, NaN without a gap.</summary>
    public static double Of(double logs, int gaps) => gaps > 0 ? Elementary.Exp(logs / gaps) : double.NaN;
}
