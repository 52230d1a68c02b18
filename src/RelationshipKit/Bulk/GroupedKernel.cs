using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk;

/// <summary>The second and third pass over grouped columns: lets what a reader left in an arena decay, all at once, and adds it up tie by tie.</summary>
/// <remarks>Every element goes through the same operations however many lie side by side. Immutable and safe to share between threads.</remarks>
internal sealed class GroupedKernel<T>
    where T : struct, ILanes<T>
{
    private readonly long asOf;
    private readonly CurveDensity density;
    private readonly double balanceRate;
    private readonly double shortRate;
    private readonly double longRate;

    // The oldest age at which no half-life gives less than a normal number.
    private readonly double deepAge;

    public GroupedKernel(TieLayout plan, long asOf)
    {
        this.asOf = asOf;
        density = new CurveDensity(plan.Settings.Curve);
        balanceRate = CurveDensity.RateOf(plan.MassHalfLives[plan.Outgoing]);
        shortRate = CurveDensity.RateOf(plan.MassHalfLives[plan.ShortMomentum]);
        longRate = CurveDensity.RateOf(plan.MassHalfLives[plan.LongMomentum]);
        deepAge = IPowerDepth.LeastNormal / Math.Min(Math.Min(density.DeepestRate, balanceRate), Math.Min(shortRate, longRate));
    }

    /// <summary>Sums up ties, so far as the finish needs it.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Sum(TieArena arena, in RowBlock block, ScoreFinish finish)
    {
        if (!(finish.NeedsLambda || finish.NeedsMomentum || finish.NeedsBalance))
        {
            return;
        }

        if (FillAges(arena.Ages, block.Instants))
        {
            Sum<DeepPowers>(arena, block.Offsets, finish);
        }
        else
        {
            Sum<NormalPowers>(arena, block.Offsets, finish);
        }
    }

    // Returns whether any age is deep.
    [MethodImpl(Compile.AtOnce)]
    private bool FillAges(Span<double> ages, ReadOnlySpan<long> instants)
    {
        var oldest = T.Of(0);
        var i = 0;
        for (; i + T.Count <= instants.Length; i += T.Count)
        {
            var age = T.Below(asOf, instants[i..]);
            oldest = T.IfLess(oldest, age, age, oldest);
            age.Store(ages[i..]);
        }

        var rest = 0.0;
        for (; i < instants.Length; i++)
        {
            ages[i] = asOf - instants[i];
            rest = Math.Max(rest, ages[i]);
        }

        ages.Slice(i, TieArena.Margin).Clear(); // whole vectors reach into what a larger block has left there
        return rest > deepAge || T.AnyLess(T.Of(deepAge), oldest);
    }

    [MethodImpl(Compile.AtOnce)]
    private void Sum<TDepth>(TieArena arena, ReadOnlySpan<int> offsets, ScoreFinish finish)
        where TDepth : struct, IPowerDepth
    {
        var rows = offsets[^1] - offsets[0];
        if (finish.NeedsLambda)
        {
            if (density.IsDecades)
            {
                DecayCells<TDepth, Decades>(arena, rows);
            }
            else
            {
                DecayCells<TDepth, AnyHalfLives>(arena, rows);
            }
        }

        if (finish.NeedsBalance)
        {
            DecaySides<TDepth>(arena, rows);
        }

        if (finish.NeedsMomentum)
        {
            DecayMomentum<TDepth>(arena, rows);
        }

        // All sums of a tie before those of the next: how many rows there are is guessed wrong once a tie, not once a sum.
        var sums = arena.Sums;
        for (var tie = 0; tie < offsets.Length - 1; tie++)
        {
            var (start, length) = (offsets[tie] - offsets[0], offsets[tie + 1] - offsets[tie]);
            if (finish.NeedsLambda)
            {
                (sums.Light[tie], sums.Rich[tie]) = LaneSums.Of<T>(arena.Cells.Left.AsSpan(start), arena.Cells.Right.AsSpan(start), length);
            }

            if (finish.NeedsBalance)
            {
                (sums.Outgoing[tie], sums.Incoming[tie]) = LaneSums.Of<T>(arena.Directions.Left.AsSpan(start), arena.Directions.Right.AsSpan(start), length);
            }

            if (finish.NeedsMomentum)
            {
                (sums.ShortMomentum[tie], sums.LongMomentum[tie]) = LaneSums.Of<T>(arena.Momentum.Left.AsSpan(start), arena.Momentum.Right.AsSpan(start), length);
            }
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void DecayCells<TDepth, TPowers>(TieArena arena, int rows)
        where TDepth : struct, IPowerDepth
        where TPowers : struct, ICurvePowers
    {
        arena.Cells.Reserve(arena);
        var ages = arena.Ages.AsSpan();
        var weights = arena.Weights.AsSpan();
        var light = arena.Cells.Left.AsSpan();
        var rich = arena.Cells.Right.AsSpan();
        var (rates, shares) = (density.Rates, density.Shares);
        var zero = T.Of(0);
        for (var i = 0; i < rows; i += T.Count)
        {
            var age = T.Load(ages[i..]);
            var power = TDepth.Exp2(age * T.Of(rates[^1]));
            var counts = T.Of(shares[^1]) * power;
            for (var j = rates.Length - 2; j >= 0; j--)
            {
                power = TPowers.Next<T, TDepth>(power, age, T.Of(rates[j]));
                counts += T.Of(shares[j]) * power;
            }

            var weight = T.Load(weights[i..]);
            (T.IfLess(zero, weight, weight, zero) * counts).Store(light[i..]);
            (T.IfLess(weight, zero, zero - weight, zero) * counts).Store(rich[i..]);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void DecayMomentum<TDepth>(TieArena arena, int rows)
        where TDepth : struct, IPowerDepth
    {
        arena.Momentum.Reserve(arena);
        var ages = arena.Ages.AsSpan();
        var weights = arena.Weights.AsSpan();
        var lately = arena.Momentum.Left.AsSpan();
        var before = arena.Momentum.Right.AsSpan();
        var zero = T.Of(0);
        for (var i = 0; i < rows; i += T.Count)
        {
            var age = T.Load(ages[i..]);
            var weight = T.Load(weights[i..]);
            weight = T.IfLess(weight, zero, zero - weight, weight);
            (weight * TDepth.Exp2(age * T.Of(shortRate))).Store(lately[i..]);
            (weight * TDepth.Exp2(age * T.Of(longRate))).Store(before[i..]);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void DecaySides<TDepth>(TieArena arena, int rows)
        where TDepth : struct, IPowerDepth
    {
        arena.Directions.Reserve(arena);
        var ages = arena.Ages.AsSpan();
        var sides = arena.Sides.AsSpan();
        var outgoing = arena.Directions.Left.AsSpan();
        var incoming = arena.Directions.Right.AsSpan();
        var (zero, one, two) = (T.Of(0), T.Of(1), T.Of(2));
        for (var i = 0; i < rows; i += T.Count)
        {
            var retained = TDepth.Exp2(T.Load(ages[i..]) * T.Of(balanceRate));
            var side = T.Load(sides[i..]);
            var isIncoming = T.IfLess(one, side, one, zero);
            ((side - (two * isIncoming)) * retained).Store(outgoing[i..]);
            (isIncoming * retained).Store(incoming[i..]);
        }
    }
}
