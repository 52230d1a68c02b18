namespace RelationshipKit.Benchmarks.Peers;

/// <summary>What the bulk paths cost at one size.</summary>
internal sealed record ScalingPoint(
    int Touchpoints, int Ties, double GroupedNs, double UnsortedNs, double RescoreNsPerTie, double BytesPerTie);
