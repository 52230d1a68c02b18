namespace RelationshipKit.Interchange;

/// <summary>The result of reading a file: the network, and a report on the rows.</summary>
public sealed class ReadResult
{
    internal ReadResult(Network network, ReadReport report)
    {
        Network = network;
        Report = report;
    }

    /// <summary>Gets the owner's contacts and touchpoints.</summary>
    public Network Network { get; }

    /// <summary>Gets what became of the rows.</summary>
    public ReadReport Report { get; }

    /// <summary>Returns the counts of the report, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => Report.ToString();
}
