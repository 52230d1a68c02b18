using RelationshipKit.Benchmarks.Peers;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary>The C++ program over the stream of <see cref="KitStreamScoresPeer"/>; it keeps nothing.</summary>
internal sealed class CppStreamPeer(PeerData data) : IPeer
{
    private readonly CppKinds kinds = new();
    private readonly CppAnswer answer = new(data.Contacts);

    public string Name => "cpp-stream";

    public void Run() =>
        CppLibrary.Stream(
            data.Contacts, data.StreamTies, data.StreamMicros, data.StreamKinds, data.StreamDirections, kinds, PeerData.AsOfMicros, answer);

    public PeerAnswer Answer() => answer.Columns;

    public void Dispose()
    {
    }
}
