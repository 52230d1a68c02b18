using RelationshipKit.Numerics;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk;

/// <summary>What the chunks of a table fold with: settings and zone, decay, days and weights.</summary>
internal sealed class TableFold
{
    public TableFold(FoldPlan plan, LaneWidth width)
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

    public FoldPlan Plan { get; }

    public KindColumns Kinds { get; }

    public DecayLanes Lanes { get; }

    public DayLookup Days { get; }

    public WeightList Weights { get; }

    /// <summary>Returns the same for another table that goes on from the same cells: it may meet weights of its own.</summary>
    public TableFold Copy() => new(this);
}
