using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>Parts of integrals of <see cref="HazardCurve"/>, put down side by side and worked out on lanes: the bits of <see cref="HazardCurve.Between"/>.</summary>
/// <remarks>Used again and again, by one thread at a time.</remarks>
internal sealed class HazardParts(int capacity)
{
    public double[] Level { get; } = new double[capacity];

    public double[] From { get; } = new double[capacity];

    public double[] Anchor { get; } = new double[capacity];

    public double[] Rate { get; } = new double[capacity];

    public double[] Slope { get; } = new double[capacity];

    public double[] Step { get; } = new double[capacity];

    public double[] Next { get; } = new double[capacity];

    public double[] LastRate { get; } = new double[capacity];

    public double[] LastSlope { get; } = new double[capacity];

    public double[] LastStart { get; } = new double[capacity];

    public double[] End { get; } = new double[capacity];

    public double[] Between { get; } = new double[capacity];

    /// <summary>Puts down a part of no length at no place.</summary>
    public void LayNone(int i)
    {
        (Level[i], From[i], Anchor[i], Rate[i], Slope[i], Step[i], Next[i]) = (0, 1, 1, 0, 0, 0, 1);
        (LastRate[i], LastSlope[i], LastStart[i], End[i], Between[i]) = (0, 0, 1, 1, 0);
    }

    /// <summary>Returns, of some that were put down, the probability that a gap ends within them: <c>1 - e^-Λ</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T EndWithin<T>(int at)
        where T : struct, ILanes<T>
    {
        var (from, slope) = (T.Load(From.AsSpan(at)), T.Load(Slope.AsSpan(at)));
        var rate = T.Load(Rate.AsSpan(at)) * LaneLogarithms.Exp((T.Of(0) - slope) * LaneLogarithms.Log(from / T.Load(Anchor.AsSpan(at))));
        var step = T.Load(Step.AsSpan(at));
        var zero = T.Of(0);
        var z = T.IfLess(zero, step, LaneLogarithms.Log1P(step / from), LaneLogarithms.Log(T.Load(Next.AsSpan(at)) / from));
        var head = T.Load(Level.AsSpan(at)) + Part(rate, from, slope, z);
        var start = T.Load(LastStart.AsSpan(at));
        var tail = Part(T.Load(LastRate.AsSpan(at)), start, T.Load(LastSlope.AsSpan(at)), LaneLogarithms.Log(T.Load(End.AsSpan(at)) / start));
        return zero - LaneLogarithms.ExpM1(zero - (head + T.Load(Between.AsSpan(at)) + tail)); // a difference, so that none is 0 and not -0
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Part<T>(T rate, T from, T slope, T z)
        where T : struct, ILanes<T>
    {
        var (zero, one) = (T.Of(0), T.Of(1));
        var power = (one - slope) * z;
        var isPower = T.IfLess(power, zero, one, T.IfLess(zero, power, one, zero));
        var divisor = T.IfLess(zero, isPower, power, one);
        return rate * from * z * T.IfLess(zero, isPower, LaneLogarithms.ExpM1(power) / divisor, one);
    }
}
