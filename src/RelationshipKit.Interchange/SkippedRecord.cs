namespace RelationshipKit.Interchange;

/// <summary>A record of a file that was left out, or a value that was left out of one.</summary>
/// <remarks>Immutable, so it is safe to share between threads. It never quotes the record.</remarks>
public sealed class SkippedRecord
{
    internal SkippedRecord(string where, string reason)
    {
        Where = where;
        Reason = reason;
    }

    /// <summary>Gets where in the file it stands, such as "line 12" or "line 12, column Birthday".</summary>
    public string Where { get; }

    /// <summary>Gets why it was left out.</summary>
    public string Reason { get; }

    /// <summary>Returns place and reason.</summary>
    /// <returns>A text such as "line 12: the message has no date.".</returns>
    public override string ToString() => $"{Where}: {Reason}";
}
