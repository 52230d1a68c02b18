namespace RelationshipKit.Bulk;

/// <summary>A cell on its way into a chunk or out of it.</summary>
/// <remarks>The weight is a number of <see cref="WeightList"/>; a direction not seen is <see cref="Ties.TieCell.Never"/>.</remarks>
internal readonly record struct CellParts(int Day, bool IsRich, int Weight, long Earliest, long Latest, long Outgoing, long Incoming);
