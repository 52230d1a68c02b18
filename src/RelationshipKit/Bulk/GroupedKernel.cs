using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>The second and third pass over grouped columns: lets what a reader left in an arena decay, all at once, and adds it up tie by tie.</summary>
/// <remarks>Every element goes through the same operations however many lie side by side. Immutable and safe to share between threads.</remarks>
internal sealed class GroupedKernel<T>
    where T : struct, ILanes<T>
{
    // Exponents down to here have normal powers of two, with room for rounding.
    private const double LeastExponent = -1_021;

    private readonly FoldPlan plan;
    private readonly GroupedTouchpoints touchpoints;
    private readonly long asOf;
    private readonly double[] rates;
    private readonly double[] densities;

    // The oldest age at which no half-life gives less than a normal number.
    private readonly double deepAge;

    public GroupedKernel(FoldPlan plan, GroupedTouchpoints touchpoints, long asOf)
    {
        this.plan = plan;
        this.touchpoints = touchpoints;
        this.asOf = asOf;
        rates = Array.ConvertAll(plan.MassHalfLives, days => -1 / (days * SupportedTime.MicrosPerDay));
        densities = Array.ConvertAll(plan.Settings.Curve.DensityPerDay, density => Lambda.HorizonDays * density);
        deepAge = LeastExponent / rates.Min();
    }

    /// <summary>Sums up the ties from one up to, but not including, another, so far as the finish needs it.</summary>
    public void Sum(TieArena arena, int first, int end, ScoreFinish finish)
    {
        if (!(finish.NeedsLambda || finish.NeedsMomentum || finish.NeedsBalance))
        {
            return;
        }

        var offsets = touchpoints.Offsets.Span[first..(end + 1)];
        var rows = offsets[^1] - offsets[0];
        if (FillAges(arena.Ages, touchpoints.Instants.Span.Slice(offsets[0], rows)))
        {
            Sum<Deep>(arena, offsets, finish);
        }
        else
        {
            Sum<Normal>(arena, offsets, finish);
        }
    }

    // Returns whether any age is deep.
    private bool FillAges(Span<double> ages, ReadOnlySpan<long> instants)
    {
        var (zero, oldest) = (T.Of(0), T.Of(0));
        var i = 0;
        for (; i + T.Count <= instants.Length; i += T.Count)
        {
            var age = T.Below(asOf, instants[i..]);
            age = T.IfLess(age, zero, zero, age);
            oldest = T.IfLess(oldest, age, age, oldest);
            age.Store(ages[i..]);
        }

        var rest = 0.0;
        for (; i < instants.Length; i++)
        {
            ages[i] = Math.Max(0, asOf - instants[i]);
            rest = Math.Max(rest, ages[i]);
        }

        ages.Slice(i, TieArena.Margin).Clear(); // whole vectors reach into what a larger block has left there
        return rest > deepAge || T.AnyLess(T.Of(deepAge), oldest);
    }

    private void Sum<TDepth>(TieArena arena, ReadOnlySpan<int> offsets, ScoreFinish finish)
        where TDepth : struct, IDepth
    {
        var rows = offsets[^1] - offsets[0];
        var sums = arena.Sums;
        if (finish.NeedsLambda)
        {
            DecayCells<TDepth>(arena, rows);
            LaneSums.Of<T>(arena.Left, arena.Right, offsets, sums.Light, sums.Rich);
        }

        if (finish.NeedsMomentum)
        {
            DecayMomentum<TDepth>(arena, rows);
            LaneSums.Of<T>(arena.Left, arena.Right, offsets, sums.ShortMomentum, sums.LongMomentum);
        }

        if (finish.NeedsBalance)
        {
            DecaySides<TDepth>(arena, rows);
            LaneSums.Of<T>(arena.Left, arena.Right, offsets, sums.Outgoing, sums.Incoming);
        }
    }

    private void DecayCells<TDepth>(TieArena arena, int rows)
        where TDepth : struct, IDepth
    {
        var ages = arena.Ages.AsSpan();
        var weights = arena.Weights.AsSpan();
        var light = arena.Left.AsSpan();
        var rich = arena.Right.AsSpan();
        var (rate, share) = (rates, densities);
        var zero = T.Of(0);
        for (var i = 0; i < rows; i += T.Count)
        {
            var age = T.Load(ages[i..]);
            var density = zero;
            for (var j = 0; j < share.Length; j++)
            {
                density += T.Of(share[j]) * TDepth.Exp2(age * T.Of(rate[j]));
            }

            var weight = T.Load(weights[i..]);
            (T.IfLess(zero, weight, weight, zero) * density).Store(light[i..]);
            (T.IfLess(weight, zero, zero - weight, zero) * density).Store(rich[i..]);
        }
    }

    private void DecayMomentum<TDepth>(TieArena arena, int rows)
        where TDepth : struct, IDepth
    {
        var ages = arena.Ages.AsSpan();
        var weights = arena.Weights.AsSpan();
        var lately = arena.Left.AsSpan();
        var before = arena.Right.AsSpan();
        var (shortRate, longRate) = (T.Of(rates[plan.ShortMomentum]), T.Of(rates[plan.LongMomentum]));
        var zero = T.Of(0);
        for (var i = 0; i < rows; i += T.Count)
        {
            var age = T.Load(ages[i..]);
            var weight = T.Load(weights[i..]);
            weight = T.IfLess(weight, zero, zero - weight, weight);
            (weight * TDepth.Exp2(age * shortRate)).Store(lately[i..]);
            (weight * TDepth.Exp2(age * longRate)).Store(before[i..]);
        }
    }

    private void DecaySides<TDepth>(TieArena arena, int rows)
        where TDepth : struct, IDepth
    {
        var ages = arena.Ages.AsSpan();
        var sides = arena.Sides.AsSpan();
        var outgoing = arena.Left.AsSpan();
        var incoming = arena.Right.AsSpan();
        var rate = T.Of(rates[plan.Outgoing]);
        var (zero, one, two) = (T.Of(0), T.Of(1), T.Of(2));
        for (var i = 0; i < rows; i += T.Count)
        {
            var retained = TDepth.Exp2(T.Load(ages[i..]) * rate);
            var side = T.Load(sides[i..]);
            var isIncoming = T.IfLess(one, side, one, zero);
            ((side - (two * isIncoming)) * retained).Store(outgoing[i..]);
            (isIncoming * retained).Store(incoming[i..]);
        }
    }

    // Chosen once a block, not once a number: the branch would cost more than the power.
    private interface IDepth
    {
        static abstract T Exp2(T x);
    }

    private readonly struct Normal : IDepth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Exp2(T x) => LaneElementary.Exp2OfNormal(x);
    }

    private readonly struct Deep : IDepth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Exp2(T x) => LaneElementary.Exp2(x);
    }
}
