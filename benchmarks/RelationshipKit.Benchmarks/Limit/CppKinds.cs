using RelationshipKit.Benchmarks.Peers;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary>What each kind weighs, as the C++ program reads it.</summary>
internal sealed class CppKinds
{
    // As many as the program's shuffles look up at once.
    private const int Most = 16;

    public double[] Weights { get; } = [.. PeerData.Weights.Take(Most).Select(row => row.Weight)];

    public byte[] Rich { get; } = [.. PeerData.Weights.Take(Most).Select(row => (byte)(row.Rich ? 1 : 0))];
}
