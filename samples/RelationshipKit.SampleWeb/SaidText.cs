namespace RelationshipKit.SampleWeb;

/// <summary>A sentence on what was done or why not.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsProblem">Whether it was not done.</param>
/// <param name="UndoRevision">The revision at which it can be taken back; null if it cannot.</param>
internal sealed record SaidText(string Text, bool IsProblem, long? UndoRevision);
