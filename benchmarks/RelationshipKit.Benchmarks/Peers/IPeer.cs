namespace RelationshipKit.Benchmarks.Peers;

/// <summary>One way to do the peers' work.</summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>Does the work once; what is timed.</summary>
    void Run();

    /// <summary>Returns what the last run found; not timed.</summary>
    PeerAnswer Answer();
}
