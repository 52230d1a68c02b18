using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The cells of one date on their way into a tie: one of light channels, one of rich, or both.</summary>
internal struct DateCells
{
    // Light, then rich: which a touchpoint has is random, and better looked up than branched on.
    private Pair cells;

    /// <summary>Gets the date in days from 1970-01-01.</summary>
    public int Day { get; private set; }

    /// <summary>Gets the cell of light channels, empty if there is none.</summary>
    [UnscopedRef]
    public readonly ref readonly DateCell Light => ref cells[0];

    /// <summary>Gets the cell of rich channels, empty if there is none.</summary>
    [UnscopedRef]
    public readonly ref readonly DateCell Rich => ref cells[1];

    /// <summary>Gets the cell of a class.</summary>
    [UnscopedRef]
    public readonly ref readonly DateCell this[int @class] => ref cells[@class];

    /// <summary>Gets a value indicating whether there is a cell of each class.</summary>
    public readonly bool HasBoth => !Light.IsEmpty && !Rich.IsEmpty;

    /// <summary>Puts down what the date counts for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void FillTerms(ref DateTerms terms)
    {
        // What is missing is random: no branches. Of an empty cell all instants are those before all others.
        var (light, rich) = (Light.Latest, Rich.Latest);
        var (outgoing, incoming) = (Math.Max(Light.Outgoing, Rich.Outgoing), Math.Max(Light.Incoming, Rich.Incoming));
        var latest = Vector256.Create(light, rich, outgoing, incoming);
        var isMissing = Vector256.Equals(latest, Vector256.Create(TieCell.Never));
        var any = light == TieCell.Never ? rich : light;
        terms.Set(
            Vector256.AndNot(Vector256.Create(Light.Weight, Rich.Weight, 1, 1), isMissing.AsDouble()),
            Vector256.ConditionalSelect(isMissing, Vector256.Create(any), latest));
    }

    /// <summary>Turns to a date without cells. In place, because copies would cost more than all the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TurnTo(int day)
    {
        Day = day;
        cells[0].Empty();
        cells[1].Empty();
    }

    /// <summary>Gets the cell of a class: 0 for light channels, 1 for rich.</summary>
    [UnscopedRef]
    public ref DateCell Of(int @class) => ref cells[@class];

    [InlineArray(2)]
    private struct Pair
    {
        private DateCell first;
    }
}
