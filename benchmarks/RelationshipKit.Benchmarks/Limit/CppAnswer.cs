using RelationshipKit.Benchmarks.Peers;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary>The columns that the C++ program writes.</summary>
internal sealed class CppAnswer(int contacts)
{
    public PeerAnswer Columns { get; } = new(contacts);

    public double[] Strength { get; } = new double[contacts];
}
