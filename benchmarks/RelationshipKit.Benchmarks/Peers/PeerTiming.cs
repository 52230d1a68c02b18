namespace RelationshipKit.Benchmarks.Peers;

/// <summary>What one implementation took.</summary>
internal sealed record PeerTiming(string Name, double NsPerTouchpoint, long AllocatedBytes);
