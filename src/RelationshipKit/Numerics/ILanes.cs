using System.Numerics;

namespace RelationshipKit.Numerics;

/// <summary>Numbers side by side, on which a formula works as on one: the same operations on each, so the same bits in each.</summary>
/// <typeparam name="TSelf">The lanes themselves.</typeparam>
/// <remarks>
/// A formula written once over lanes runs on one number, on two, four or eight, as the hardware allows. There is no fused multiply-add and
/// no operation across lanes, so that how many lanes there are never shows in a result.
/// </remarks>
internal interface ILanes<TSelf>
    : IAdditionOperators<TSelf, TSelf, TSelf>,
      ISubtractionOperators<TSelf, TSelf, TSelf>,
      IMultiplyOperators<TSelf, TSelf, TSelf>,
      IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Gets the number of lanes: 1, 2, 4 or 8.</summary>
    static abstract int Count { get; }

    /// <summary>Returns the same number in all lanes.</summary>
    static abstract TSelf Of(double value);

    /// <summary>Returns the numbers that begin a span of at least <see cref="Count"/>.</summary>
    static abstract TSelf Load(ReadOnlySpan<double> source);

    /// <summary>Returns the bytes that begin a span of at least <see cref="Count"/>.</summary>
    static abstract TSelf Load(ReadOnlySpan<byte> source);

    /// <summary>
    /// Returns how far the whole numbers that begin a span of at least <see cref="Count"/> lie below another, rounded once.
    /// </summary>
    static abstract TSelf Below(long upper, ReadOnlySpan<long> source);

    /// <summary>Writes the numbers to the beginning of a span of at least <see cref="Count"/>.</summary>
    void Store(Span<double> target);

    /// <summary>Returns, in each lane, one of two numbers, as a third is less than a fourth or not; the latter also for NaN.</summary>
    static abstract TSelf IfLess(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary>Returns whether in any lane one number is less than another.</summary>
    static abstract bool AnyLess(TSelf left, TSelf right);

    /// <summary>Returns the whole numbers not above.</summary>
    static abstract TSelf Floor(TSelf value);

    /// <summary>Returns 2^k for whole numbers k from -1,022 to 1,023.</summary>
    static abstract TSelf PowerOfTwo(TSelf k);

    /// <summary>
    /// Returns 2^(j/16) in two parts for whole numbers n = 16 k + j below 2^50 in size, as <see cref="Elementary"/> has them.
    /// </summary>
    static abstract (TSelf High, TSelf Low) SixteenthPower(TSelf n);

    /// <summary>Returns the significand, from 1 up to but not including 2, and the power of 2 of normal numbers above 0.</summary>
    static abstract (TSelf Significand, TSelf Power) Split(TSelf value);

    /// <summary>Returns 2^(n/16), rounded once, of n + 1.5 · 2^52, for whole n from -16 · 1,022 to 16 · 1,023.</summary>
    static abstract TSelf PowerOfSixteenths(TSelf shifted);

    /// <summary>Returns, in each lane, one of four numbers.</summary>
    /// <param name="four">The numbers; at least four.</param>
    /// <param name="which">Which of them, from 0 to 3; at least <see cref="Count"/>.</param>
    static abstract TSelf Pick(ReadOnlySpan<double> four, ReadOnlySpan<long> which);

    /// <summary>Returns, in each lane, one of sixteen numbers.</summary>
    /// <param name="sixteen">The numbers; at least sixteen.</param>
    /// <param name="which">Which of them, from 0 to 15; at least <see cref="Count"/>.</param>
    static abstract TSelf PickBy(ReadOnlySpan<double> sixteen, ReadOnlySpan<byte> which);

    /// <summary>Returns the numbers from a place on, of which there must be at least <see cref="Count"/>; that is not checked.</summary>
    static abstract TSelf LoadUnsafe(ref readonly double from);

    /// <summary>
    /// Writes the numbers from a place on, where there must be room for at least <see cref="Count"/>; that is not checked.
    /// </summary>
    void StoreUnsafe(ref double to);

    /// <summary>
    /// Writes two numbers twice each, or 0 in their place: the first by bits 0 and 1 of a byte, the second by bits 2 and 3.
    /// </summary>
    /// <param name="bits">The first of at least <see cref="Count"/> bytes; that is not checked.</param>
    /// <param name="first">The number that bits 0 and 1 let through.</param>
    /// <param name="second">The number that bits 2 and 3 let through.</param>
    /// <param name="to">
    /// Where to write what bit 0 lets through; there must be room for at least <see cref="Count"/>, as further on for the others; that is
    /// not checked.
    /// </param>
    /// <param name="stride">How much further on the place for the next bit is.</param>
    static abstract void StoreByBitsUnsafe(ref readonly byte bits, TSelf first, TSelf second, ref double to, int stride);

    /// <summary>Returns the sum of all lanes: the second half added to the first, again and again.</summary>
    double SumByHalves();
}
