namespace RelationshipKit.SampleConsole.Input;

/// <summary>Thrown when an argument cannot be used: the message names it and says what would do.</summary>
internal sealed class UsageException(string argument, string reason) : Exception($"{argument}: {reason}");
