namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The work as LINQ says it.</summary>
internal sealed class LinqPeer(PeerData data) : ListPeer(data)
{
    public override string Name => "linq";

    protected override void Score(List<Row> rows, PeerAnswer answer, int tie)
    {
        var days = rows.GroupBy(row => row.Micros / PeerData.MicrosPerDay).ToList();
        var cells = days
            .SelectMany(day => day.GroupBy(row => row.Rich))
            .Select(
                cell => (Rich: cell.Key, Mass: cell.Max(row => row.Weight) * Formula.Density(Formula.AgeDays(cell.Max(row => row.Micros)))))
            .ToList();
        answer.ExpectedContacts[tie] = Formula.ExpectedContacts(
            cells.Where(cell => !cell.Rich).Sum(cell => cell.Mass), cells.Where(cell => cell.Rich).Sum(cell => cell.Mass));
        answer.Balance[tie] = Formula.Balance(
            days.Where(day => day.Any(row => row.Outgoing))
                .Sum(day => Formula.Direction(Formula.AgeDays(day.Where(row => row.Outgoing).Max(row => row.Micros)))),
            days.Where(day => day.Any(row => row.Incoming))
                .Sum(day => Formula.Direction(Formula.AgeDays(day.Where(row => row.Incoming).Max(row => row.Micros)))));
        answer.ContactDays[tie] = days.Count;
        answer.LastTouch[tie] = rows.Max(row => row.Micros);
        answer.Touchpoints[tie] = rows.Count;
    }
}
