namespace RelationshipKit.Benchmarks.Peers;

/// <summary>What was asked for cannot be; the message is for whoever asked.</summary>
internal sealed class UsageException(string message) : Exception(message);
