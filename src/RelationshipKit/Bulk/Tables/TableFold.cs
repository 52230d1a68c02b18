using System.Runtime.CompilerServices;
using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>What the chunks of a table fold with: settings and zone, decay, days and weights.</summary>
internal sealed class TableFold
{
    public TableFold(TieLayout plan, LaneWidth width)
    {
        Plan = plan;
        Kinds = plan.Kinds;
        Lanes = new DecayLanes(plan, width);
        Days = new DayLookup(plan.Zone);
        Weights = new WeightList(plan.Kinds);
    }

    private TableFold(TableFold other)
    {
        Plan = other.Plan;
        Kinds = other.Kinds;
        Lanes = other.Lanes;
        Days = other.Days;
        Weights = other.Weights.Copy();
    }

    public TieLayout Plan { get; }

    public KindColumns Kinds { get; }

    public DecayLanes Lanes { get; }

    public DayLookup Days { get; }

    public WeightList Weights { get; }

    /// <summary>Finds the days of instants, none of which is older or newer than two that are given.</summary>
    public void DaysOf(ReadOnlySpan<long> micros, long oldest, long newest, Span<double> days)
    {
        LaneWidths.Run(Lanes.LaneWidth, new Dating(Days, micros, oldest, newest, days));
    }

    /// <summary>Returns the class of a kind as the index of <see cref="DateCells"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ClassOf(byte kind) => Kinds.RichWeights[kind] > 0 ? 1 : 0;

    /// <summary>Returns the same for another table that goes on from the same cells: it may meet weights of its own.</summary>
    public TableFold Copy() => new(this);

    private readonly ref struct Dating(DayLookup lookup, ReadOnlySpan<long> micros, long oldest, long newest, Span<double> days) : ILaneWork
    {
        private readonly ReadOnlySpan<long> micros = micros;
        private readonly Span<double> days = days;

        public void On<T>()
            where T : struct, ILanes<T> => lookup.DaysOf<T>(micros, oldest, newest, days);
    }
}
