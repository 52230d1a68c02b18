using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Bulk.Grouped;

/// <summary>Touchpoints of many ties as objects, and the same as columns.</summary>
internal sealed class TouchpointTable(FoldSettings fold, IReadOnlyList<IReadOnlyList<Touchpoint>> ties)
{
    public IReadOnlyList<IReadOnlyList<Touchpoint>> Ties { get; } =
        [.. ties.Select(tie => tie.OrderBy(touchpoint => touchpoint.At).ToArray())];

    public GroupedTouchpoints Grouped
    {
        get
        {
            var rows = Ties.SelectMany(tie => tie).ToArray();
            var offsets = new int[Ties.Count + 1];
            for (var i = 0; i < Ties.Count; i++)
            {
                offsets[i + 1] = offsets[i] + Ties[i].Count;
            }

            return new GroupedTouchpoints
            {
                Offsets = offsets,
                Instants = Array.ConvertAll(rows, row => SupportedTime.ToMicros(row.At)),
                Kinds = Array.ConvertAll(rows, row => fold.Kinds.IndexOf(row)),
                Directions = Array.ConvertAll(rows, row => (byte)row.Direction),
            };
        }
    }
}
