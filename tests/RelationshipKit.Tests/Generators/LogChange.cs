using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Generators;

public enum ChangeKind
{
    Add,
    Retract,
    Restore,
    Correct,
    Erase,
}

/// <summary>One thing a writer does to a log.</summary>
public sealed record LogChange(ChangeKind Kind, Touchpoint Touchpoint, Touchpoint Corrected, Instant? RecordedAt)
{
    public ContactId Erased => Corrected.Participants[0];

    /// <summary>Makes the change and returns what became of it, refusals included.</summary>
    public string ApplyTo(TouchpointLog log)
    {
        var recordedAt = RecordedAt ?? Touchpoint.At;
        try
        {
            return Kind switch
            {
                ChangeKind.Add when RecordedAt is null => log.Add(Touchpoint).ToString(),
                ChangeKind.Add => log.Add(Touchpoint, recordedAt).ToString(),
                ChangeKind.Retract => log.Retract(Touchpoint, recordedAt).ToString(),
                ChangeKind.Restore => log.Restore(Touchpoint, recordedAt).ToString(),
                ChangeKind.Correct => log.Correct(Touchpoint, Corrected, recordedAt).ToString(),
                _ => log.Erase(Erased).ToString(),
            };
        }
        catch (ArgumentException refusal)
        {
            return refusal.GetType().Name;
        }
    }
}
