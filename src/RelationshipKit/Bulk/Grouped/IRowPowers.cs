using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>How a row decays: as a type, so that it is chosen once a block and not once a row.</summary>
internal interface IRowPowers
{
    /// <summary>Returns what a contact of weight 1 counts for at an age.</summary>
    /// <param name="age">The age in microseconds.</param>
    /// <param name="density">The curve.</param>
    /// <param name="balanceRate">The rate of the balance.</param>
    /// <param name="side">Receives what is left of a direction-day.</param>
    static abstract T Counts<T, TDepth>(T age, CurveDensity density, double balanceRate, out T side)
        where T : struct, ILanes<T>
        where TDepth : struct, IPowerDepth;
}

/// <summary>Of decades whose longest half-life is 5/3 of that of the balance, as with the stock settings: one exponential is all.</summary>
/// <remarks>
/// With y = 2^(-a/3h) of the longest half-life h, y^3 is what is left of it and y^5 that of 3h/5. The relative error of the shortest of
/// three decades stays below 3e-14, as that of <see cref="Decades"/>.
/// </remarks>
internal readonly struct OneExponential : IRowPowers
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Counts<T, TDepth>(T age, CurveDensity density, double balanceRate, out T side)
        where T : struct, ILanes<T>
        where TDepth : struct, IPowerDepth
    {
        var third = TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * density.ThirdOfLongestRate));
        var square = third * third;
        var longest = square * third;
        side = longest * square;
        return density.CountsOfDecades(longest);
    }
}

/// <summary>Of decades beside a balance of any half-life.</summary>
internal readonly struct DecadesAndBalance : IRowPowers
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Counts<T, TDepth>(T age, CurveDensity density, double balanceRate, out T side)
        where T : struct, ILanes<T>
        where TDepth : struct, IPowerDepth
    {
        side = TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * balanceRate));
        return density.CountsOfDecades(TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * density.LongestRate)));
    }
}

/// <summary>Of any half-lives: each power is taken by itself.</summary>
internal readonly struct AnyPowers : IRowPowers
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Counts<T, TDepth>(T age, CurveDensity density, double balanceRate, out T side)
        where T : struct, ILanes<T>
        where TDepth : struct, IPowerDepth
    {
        side = TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * balanceRate));
        var (rates, shares) = (density.Rates, density.Shares);
        var counts = T.Of(shares[^1]) * TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * rates[^1]));
        for (var i = rates.Length - 2; i >= 0; i--)
        {
            counts += T.Of(shares[i]) * TDepth.PowerOfSixteenths(age * T.Of(Elementary.Cells * rates[i]));
        }

        return counts;
    }
}
