namespace RelationshipKit.Benchmarks.Peers;

/// <summary>The work as one pass over the rows with <see cref="Math.Pow"/>: the yardstick of the ratios.</summary>
internal sealed class LoopPeer(PeerData data) : ListPeer(data)
{
    public override string Name => "loop";

    protected override void Score(List<Row> rows, PeerAnswer answer, int tie)
    {
        var (light, rich, given, received) = (0.0, 0.0, 0.0, 0.0);
        var days = 0;
        for (var i = 0; i < rows.Count;)
        {
            var day = rows[i].Micros / PeerData.MicrosPerDay;
            var (lightWeight, richWeight) = (0.0, 0.0);
            var (lightLatest, richLatest, outgoing, incoming) = (0L, 0L, 0L, 0L);
            for (; i < rows.Count && rows[i].Micros / PeerData.MicrosPerDay == day; i++)
            {
                var row = rows[i];
                if (row.Rich)
                {
                    richWeight = Math.Max(richWeight, row.Weight);
                    richLatest = row.Micros;
                }
                else
                {
                    lightWeight = Math.Max(lightWeight, row.Weight);
                    lightLatest = row.Micros;
                }

                outgoing = row.Outgoing ? row.Micros : outgoing;
                incoming = row.Incoming ? row.Micros : incoming;
            }

            light += lightWeight > 0 ? lightWeight * Formula.Density(Formula.AgeDays(lightLatest)) : 0;
            rich += richWeight > 0 ? richWeight * Formula.Density(Formula.AgeDays(richLatest)) : 0;
            given += outgoing > 0 ? Formula.Direction(Formula.AgeDays(outgoing)) : 0;
            received += incoming > 0 ? Formula.Direction(Formula.AgeDays(incoming)) : 0;
            days++;
        }

        answer.ExpectedContacts[tie] = Formula.ExpectedContacts(light, rich);
        answer.Balance[tie] = Formula.Balance(given, received);
        answer.ContactDays[tie] = days;
        answer.LastTouch[tie] = rows[^1].Micros;
        answer.Touchpoints[tie] = rows.Count;
    }
}
