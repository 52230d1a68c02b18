using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>What a contact of weight 1 counts for in the expected contacts of 30 days, by its age.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal sealed class CurveDensity
{
    private readonly double longest;
    private readonly double middle;
    private readonly double shortest;

    public CurveDensity(DecayCurve curve)
    {
        double[] days = [.. curve.HalfLifeDays];
        IsDecades = days.Length <= Decades.MostHalfLives && Enumerable.Range(1, days.Length - 1).All(i => days[i] == 10 * days[i - 1]);
        Rates = Array.ConvertAll(days, RateOf);
        ThirdOfLongestRate = RateOf(3 * days[^1]);
        Shares = Array.ConvertAll(curve.DensityPerDay, density => ExpectedContacts.HorizonDays * density);

        // Where there are fewer, the others count for nothing.
        (longest, middle, shortest) = (Shares[^1], Shares.Length > 1 ? Shares[^2] : 0, Shares.Length > 2 ? Shares[^3] : 0);
    }

    /// <summary>Gets a value indicating whether <see cref="Decades"/> will do, as it does for the stock curve.</summary>
    public bool IsDecades { get; }

    /// <summary>Gets what a microsecond adds to the binary logarithm of what is left, by half-life.</summary>
    public double[] Rates { get; }

    /// <summary>Gets what a contact counts for at age 0, by half-life.</summary>
    public double[] Shares { get; }

    /// <summary>Gets the rate of the longest half-life.</summary>
    public double LongestRate => Rates[^1];

    /// <summary>Gets the rate of three times the longest half-life.</summary>
    public double ThirdOfLongestRate { get; }

    /// <summary>Gets the rate that falls fastest, of those that powers of 2 are taken with.</summary>
    public double DeepestRate => IsDecades ? Rates[^1] : Rates.Min();

    /// <summary>Returns what a contact of weight 1 counts for, where half-lives are <see cref="Decades"/>.</summary>
    /// <param name="power">What is left of the longest half-life.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T CountsOfDecades<T>(T power)
        where T : struct, ILanes<T>
    {
        var tenth = Decades.TenthPower(power);
        return (T.Of(longest) * power) + (T.Of(middle) * tenth) + (T.Of(shortest) * Decades.TenthPower(tenth));
    }

    /// <summary>Returns what a microsecond adds to the binary logarithm of what is left.</summary>
    public static double RateOf(double halfLifeDays) => -1 / (halfLifeDays * SupportedTime.MicrosPerDay);
}

/// <summary>
/// How the powers of a curve follow from each other, from the longest half-life to the shortest: as a type, so that it is chosen once a
/// block.
/// </summary>
internal interface ICurvePowers
{
    /// <summary>Returns what is left of a half-life.</summary>
    /// <param name="longer">What is left of the next longer one.</param>
    /// <param name="age">The age in microseconds.</param>
    /// <param name="rate">The rate of the half-life.</param>
    static abstract T Next<T, TDepth>(T longer, T age, T rate)
        where T : struct, ILanes<T>
        where TDepth : struct, IPowerDepth;
}

/// <summary>Of any half-lives: each power is taken by itself.</summary>
internal readonly struct AnyHalfLives : ICurvePowers
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Next<T, TDepth>(T longer, T age, T rate)
        where T : struct, ILanes<T>
        where TDepth : struct, IPowerDepth => TDepth.Exp2(age * rate);
}

/// <summary>Of no more than three half-lives that are each ten times the one before: 2^(-a/h) = (2^(-a/10h))^10.</summary>
/// <remarks>
/// Four multiplications are a sixth of an exponential. A relative error is multiplied by ten, by a hundred in the second step: with the
/// exponential's 1.3e-16 and what the multiplications round, it stays below 3e-14 for the shortest of three, in a sum that promises 1e-12.
/// </remarks>
internal readonly struct Decades : ICurvePowers
{
    /// <summary>A fourth would lose another digit, and the sum would no longer be what it promises to be.</summary>
    public const int MostHalfLives = 3;

    // What is smaller is as good as nothing beside the longer half-life's power, and this one's tenth power is still a normal number.
    private const double Least = 1.0 / (1UL << 50) / (1UL << 50);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Next<T, TDepth>(T longer, T age, T rate)
        where T : struct, ILanes<T>
        where TDepth : struct, IPowerDepth => TenthPower(longer);

    /// <summary>Returns the tenth power of what is left of a half-life; that of next to nothing is next to nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T TenthPower<T>(T longer)
        where T : struct, ILanes<T>
    {
        var power = T.IfLess(longer, T.Of(Least), T.Of(Least), longer);
        var square = power * power;
        var fifth = square * square * power;
        return fifth * fifth;
    }
}
