using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>
/// Parts of integrals of <see cref="HazardCurve"/>, stored side by side and computed on lanes: the bits of
/// <see cref="HazardCurve.Between"/>.
/// </summary>
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

    /// <summary>
    /// Turns the first stored parts into the probabilities that a gap ends within them, <c>1 - e^-Λ</c>, in <see cref="Level"/>.
    /// </summary>
    /// <remarks>Step by step over all of them: in one go there would be more than a compiler is willing to put side by side.</remarks>
    public void WorkOut<T>(int count)
        where T : struct, ILanes<T>
    {
        FindRates<T>(count);
        FindHeads<T>(count);
        FindTails<T>(count);
        AddParts<T>(count, Rate, From, Slope, Step, Level);
        AddUp<T>(count);
    }

    // The rate where each begins.
    [MethodImpl(Compile.AtOnce)]
    private void FindRates<T>(int count)
        where T : struct, ILanes<T>
    {
        for (var i = 0; i < count; i += T.Count)
        {
            var power = (T.Of(0) - T.Load(Slope.AsSpan(i))) * LaneLogarithms.Log(T.Load(From.AsSpan(i)) / T.Load(Anchor.AsSpan(i)));
            (T.Load(Rate.AsSpan(i)) * LaneLogarithms.Exp(power)).Store(Rate.AsSpan(i));
        }
    }

    // How far each goes in its first piece, as a logarithm.
    [MethodImpl(Compile.AtOnce)]
    private void FindHeads<T>(int count)
        where T : struct, ILanes<T>
    {
        for (var i = 0; i < count; i += T.Count)
        {
            var (from, step) = (T.Load(From.AsSpan(i)), T.Load(Step.AsSpan(i)));
            T.IfLess(T.Of(0), step, LaneLogarithms.Log1P(step / from), LaneLogarithms.Log(T.Load(Next.AsSpan(i)) / from))
                .Store(Step.AsSpan(i));
        }
    }

    // How far each goes in its last piece.
    [MethodImpl(Compile.AtOnce)]
    private void FindTails<T>(int count)
        where T : struct, ILanes<T>
    {
        for (var i = 0; i < count; i += T.Count)
        {
            LaneLogarithms.Log(T.Load(End.AsSpan(i)) / T.Load(LastStart.AsSpan(i))).Store(End.AsSpan(i));
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private static void AddParts<T>(int count, double[] rates, double[] starts, double[] slopes, double[] logs, double[] sums)
        where T : struct, ILanes<T>
    {
        for (var i = 0; i < count; i += T.Count)
        {
            var (zero, one, z) = (T.Of(0), T.Of(1), T.Load(logs.AsSpan(i)));
            var power = (one - T.Load(slopes.AsSpan(i))) * z;
            var isPower = T.IfLess(power, zero, one, T.IfLess(zero, power, one, zero));
            var mean = T.IfLess(zero, isPower, LaneLogarithms.ExpM1(power) / T.IfLess(zero, isPower, power, one), one);
            (T.Load(sums.AsSpan(i)) + (T.Load(rates.AsSpan(i)) * T.Load(starts.AsSpan(i)) * z * mean)).Store(sums.AsSpan(i));
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void AddUp<T>(int count)
        where T : struct, ILanes<T>
    {
        Rate.AsSpan(0, count).Clear();
        AddParts<T>(count, LastRate, LastStart, LastSlope, End, Rate);
        for (var i = 0; i < count; i += T.Count)
        {
            var sum = T.Load(Level.AsSpan(i)) + T.Load(Between.AsSpan(i)) + T.Load(Rate.AsSpan(i));
            (T.Of(0) - LaneLogarithms.ExpM1(T.Of(0) - sum)).Store(Level.AsSpan(i)); // a difference, so that none is 0 and not -0
        }
    }
}
