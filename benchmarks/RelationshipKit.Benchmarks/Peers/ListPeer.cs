namespace RelationshipKit.Benchmarks.Peers;

/// <summary>Lists of record structs, one a tie, sorted by time: what an app has in memory.</summary>
internal abstract class ListPeer : IPeer
{
    private readonly PeerAnswer answer;

    protected ListPeer(PeerData data)
    {
        answer = new PeerAnswer(data.Contacts);
        Ties = new List<Row>[data.Contacts];
        for (var tie = 0; tie < Ties.Length; tie++)
        {
            Ties[tie] = new List<Row>(data.Offsets[tie + 1] - data.Offsets[tie]);
            for (var i = data.Offsets[tie]; i < data.Offsets[tie + 1]; i++)
            {
                var (weight, rich) = PeerData.Weights[data.Kinds[i]];
                Ties[tie].Add(
                    new Row(
                        data.Micros[i], weight, rich, PeerData.IsOutgoing(data.Directions[i]), PeerData.IsIncoming(data.Directions[i])));
            }
        }
    }

    public abstract string Name { get; }

    protected List<Row>[] Ties { get; }

    public void Run()
    {
        for (var tie = 0; tie < Ties.Length; tie++)
        {
            Score(Ties[tie], answer, tie);
        }

        answer.Rank();
    }

    public PeerAnswer Answer() => answer;

    public void Dispose()
    {
    }

    protected abstract void Score(List<Row> rows, PeerAnswer answer, int tie);

    protected readonly record struct Row(long Micros, double Weight, bool Rich, bool Outgoing, bool Incoming);
}
