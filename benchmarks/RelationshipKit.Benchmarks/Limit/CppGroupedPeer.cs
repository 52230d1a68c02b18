using RelationshipKit.Benchmarks.Peers;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary>The C++ program over the columns of <see cref="KitGroupedPeer"/>.</summary>
internal sealed class CppGroupedPeer(PeerData data) : IPeer
{
    private readonly CppKinds kinds = new();
    private readonly CppAnswer answer = new(data.Contacts);

    public string Name => "cpp-grouped";

    public void Run() =>
        CppLibrary.Grouped(data.Contacts, data.Offsets, data.Micros, data.Kinds, data.Directions, kinds, PeerData.AsOfMicros, answer);

    public PeerAnswer Answer() => answer.Columns;

    public void Dispose()
    {
    }
}
