using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk;

/// <summary>
/// How powers of 2 are taken: as a type, so that it is chosen once a block and not once a number, where the branch would cost more than the
/// power.
/// </summary>
internal interface IPowerDepth
{
    // Exponents down to here have normal powers of two, and so have the parts that they are made of.
    public const double LeastNormal = -900;

    static abstract T Exp2<T>(T x)
        where T : struct, ILanes<T>;

    /// <summary>Returns 2^(x/16) in the cheaper way; either depth gives the same bits.</summary>
    static abstract T PowerOfSixteenths<T>(T x)
        where T : struct, ILanes<T>;
}

/// <summary>Of exponents whose powers are all normal numbers.</summary>
internal readonly struct NormalPowers : IPowerDepth
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp2<T>(T x)
        where T : struct, ILanes<T> => LaneElementary.Exp2OfNormal(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfSixteenths<T>(T x)
        where T : struct, ILanes<T> => LaneElementary.PowerOfSixteenthsOfNormal(x);
}

/// <summary>Of any exponents, down to where powers round to 0.</summary>
internal readonly struct DeepPowers : IPowerDepth
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp2<T>(T x)
        where T : struct, ILanes<T> => LaneElementary.Exp2(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfSixteenths<T>(T x)
        where T : struct, ILanes<T> => LaneElementary.PowerOfSixteenths(x);
}
