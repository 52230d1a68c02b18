using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>
/// The later passes over grouped columns: lets what a reader left in an arena decay, all at once, and adds it up tie by tie.
/// </summary>
/// <remarks>
/// Every element goes through the same operations however many lie side by side. Immutable and safe to share between threads.
/// </remarks>
internal sealed class GroupedKernel<T>
    where T : struct, ILanes<T>
{
    private readonly long asOf;
    private readonly CurveDensity density;
    private readonly double balanceRate;
    private readonly double shortRate;
    private readonly double longRate;

    // Of half-lives that one exponential serves: three times the longest, of which the fifth power is that of the balance.
    private readonly bool isOneExponential;

    // The oldest age at which no half-life gives less than a normal number.
    private readonly double deepAge;

    public GroupedKernel(TieLayout plan, long asOf)
    {
        this.asOf = asOf;
        density = new CurveDensity(plan.Settings.Curve);
        balanceRate = CurveDensity.RateOf(plan.MassHalfLives[plan.Outgoing]);
        shortRate = CurveDensity.RateOf(plan.MassHalfLives[plan.ShortMomentum]);
        longRate = CurveDensity.RateOf(plan.MassHalfLives[plan.LongMomentum]);
        isOneExponential = density.IsDecades && 5 * plan.MassHalfLives[plan.Outgoing] == 3 * plan.Settings.Curve.HalfLifeDays[^1];
        deepAge = IPowerDepth.LeastNormal / Math.Min(Math.Min(density.DeepestRate, balanceRate), Math.Min(shortRate, longRate));
    }

    /// <summary>Sums up ties, so far as the finish needs it.</summary>
    /// <param name="arena">What the reader left, and room for sums.</param>
    /// <param name="block">The rows.</param>
    /// <param name="earliest">The earliest instant of a row, or any earlier.</param>
    /// <param name="finish">What is needed.</param>
    [MethodImpl(Compile.AtOnce)]
    public void Sum(TieArena arena, in RowBlock block, long earliest, ScoreFinish finish)
    {
        if (!(finish.NeedsLambda || finish.NeedsMomentum || finish.NeedsBalance))
        {
            return;
        }

        if ((double)asOf - earliest > deepAge)
        {
            Sum<DeepPowers>(arena, block, finish);
        }
        else
        {
            Sum<NormalPowers>(arena, block, finish);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void Sum<TDepth>(TieArena arena, in RowBlock block, ScoreFinish finish)
        where TDepth : struct, IPowerDepth
    {
        if (finish.NeedsLambda || finish.NeedsBalance)
        {
            if (isOneExponential)
            {
                Decay<TDepth, OneExponential>(arena, block);
            }
            else if (density.IsDecades)
            {
                Decay<TDepth, DecadesAndBalance>(arena, block);
            }
            else
            {
                Decay<TDepth, AnyPowers>(arena, block);
            }
        }

        if (finish.NeedsMomentum)
        {
            DecayMomentum<TDepth>(arena, block);
        }

        // All sums of a tie before those of the next: how many rows there are is guessed wrong once a tie, not once a sum.
        var sums = arena.Sums;
        var offsets = block.Offsets;
        for (var tie = 0; tie < block.Ties; tie++)
        {
            var (start, length) = (offsets[tie] - offsets[0], offsets[tie + 1] - offsets[tie]);
            if (finish.NeedsLambda || finish.NeedsBalance)
            {
                LaneSums.Of<T>(
                    arena.Terms, start, length, out sums.Light[tie], out sums.Rich[tie], out sums.Outgoing[tie], out sums.Incoming[tie]);
            }

            if (finish.NeedsMomentum)
            {
                (sums.ShortMomentum[tie], sums.LongMomentum[tie]) = LaneSums.Of<T>(
                    arena.ShortTerms.AsSpan(start), arena.LongTerms.AsSpan(start), length);
            }
        }
    }

    // What each row adds to the four sums. The arena has room for a vector more than there are rows, which is not checked for each.
    [MethodImpl(Compile.AtOnce)]
    private void Decay<TDepth, TPowers>(TieArena arena, in RowBlock block)
        where TDepth : struct, IPowerDepth
        where TPowers : struct, IRowPowers
    {
        var instants = block.Instants;
        arena.ThrowIfNoRoomFor(instants.Length);
        ref var bits = ref MemoryMarshal.GetReference(arena.Merge.Bits);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(arena.Weights);
        ref var terms = ref MemoryMarshal.GetArrayDataReference(arena.Terms.Columns);
        var stride = arena.Terms.Stride;
        for (var row = 0; row < instants.Length; row += T.Count)
        {
            var age = T.Below(asOf, row + T.Count <= instants.Length ? instants[row..] : arena.Last(instants[row..]));
            var counts = TPowers.Counts<T, TDepth>(age, density, balanceRate, out var side);
            var weighted = T.LoadUnsafe(in Unsafe.Add(ref weights, row)) * counts;
            T.StoreByBitsUnsafe(in Unsafe.Add(ref bits, row), weighted, side, ref Unsafe.Add(ref terms, row), stride);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void DecayMomentum<TDepth>(TieArena arena, in RowBlock block)
        where TDepth : struct, IPowerDepth
    {
        arena.ReserveMomentum();
        var instants = block.Instants;
        for (var row = 0; row < instants.Length; row += T.Count)
        {
            var age = T.Below(asOf, row + T.Count <= instants.Length ? instants[row..] : arena.Last(instants[row..]));
            var weight = T.Load(arena.Weights.AsSpan(row));
            (weight * TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * shortRate))).Store(arena.ShortTerms.AsSpan(row));
            (weight * TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * longRate))).Store(arena.LongTerms.AsSpan(row));
        }
    }
}
