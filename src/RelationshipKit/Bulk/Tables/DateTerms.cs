using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// What one date counts for, part by part: a weight, and the instant it decays from. A part that is missing weighs 0, from any instant of
/// the date.
/// </summary>
internal struct DateTerms
{
    /// <summary>The numbers of the parts; the incoming one follows the outgoing one.</summary>
    public const int Light = 0;
    public const int Rich = 1;
    public const int Outgoing = 2;

    // As doubles, which they are to the microsecond near enough to 1970, and as they are.
    private Four weights;
    private Four instants;
    private FourWhole micros;

    /// <summary>Gets the weight of each part.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<double> Weights => weights;

    /// <summary>Gets the instant of each part in microseconds, rounded.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<double> Instants => instants;

    /// <summary>Gets the instant of each part in microseconds.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<long> Micros => micros;

    /// <summary>
    /// Sets weights and instants of all parts. Each four at once, as they are read: what is written apart is slow to read together.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(Vector256<double> weight, Vector256<long> at)
    {
        weight.CopyTo(weights);
        Vector256.ConvertToDouble(at).CopyTo(instants);
        at.CopyTo(micros);
    }

    [InlineArray(4)]
    private struct Four
    {
        private double first;
    }

    [InlineArray(4)]
    private struct FourWhole
    {
        private long first;
    }
}
