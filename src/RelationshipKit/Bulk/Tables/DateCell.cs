using System.Runtime.CompilerServices;
using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>A <see cref="TieCell"/> while it is at work on.</summary>
/// <param name="Weight">The weight; 0 for none.</param>
/// <param name="Number">The number of the weight in <see cref="WeightList"/>.</param>
/// <param name="Earliest">The earliest instant.</param>
/// <param name="Latest">The latest instant.</param>
/// <param name="Outgoing">The latest outgoing one, or <see cref="TieCell.Never"/>.</param>
/// <param name="Incoming">The latest incoming one, or <see cref="TieCell.Never"/>.</param>
internal record struct DateCell(double Weight, int Number, long Earliest, long Latest, long Outgoing, long Incoming)
{
    public readonly bool IsEmpty => Weight == 0;

    /// <summary>Makes the cell one that merges into anything without a trace.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Empty()
    {
        Weight = 0;
        Earliest = long.MaxValue;
        Latest = Outgoing = Incoming = TieCell.Never;
    }

    /// <summary>
    /// Merges another cell of the same date and class: the largest weight, the earliest and latest instants, each direction's last.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Merge(double weight, int number, long earliest, long latest, long outgoing, long incoming)
    {
        // What is larger is random: no branches.
        Number ^= (Number ^ number) & -(weight > Weight ? 1 : 0);
        Weight = double.MaxNative(Weight, weight);
        Earliest = ~Larger(~Earliest, ~earliest);
        Latest = Larger(Latest, latest);
        Outgoing = Larger(Outgoing, outgoing);
        Incoming = Larger(Incoming, incoming);
    }

    private static long Larger(long left, long right) => left ^ ((left ^ right) & -(right > left ? 1L : 0L));
}
