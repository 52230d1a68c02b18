using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Interchange.Sources;

/// <summary>A touch as one file tells of it: who took part is known by source address, not yet by contact.</summary>
internal sealed class SourceEvent : SourceItem
{
    /// <summary>Gets the instant.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Gets who took part, the owner included where the source tells.</summary>
    public required ImmutableArray<SourceParticipant> Participants { get; init; }

    /// <summary>Gets the direction, if the source says; else it follows from who sent: the owner or somebody else.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Gets how long it lasted, if the source says.</summary>
    public Duration? Length { get; init; }

    /// <summary>Gets a value indicating whether nobody was reached.</summary>
    public bool IsAttempt { get; init; }

    /// <summary>Gets a value indicating whether a machine wrote it, or it went to a list.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Gets a value indicating whether it was of a group, whatever the number of those who took part.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Gets how many people took part, the owner not counted; 0 if only <see cref="Participants"/> tell.</summary>
    public int GroupSize { get; init; }

    /// <summary>Gets the key that makes it the same event in another export; <see langword="null"/> if the source has none.</summary>
    public string? Key
    {
        get => field ?? Row?.Text(At, Channel, Direction ?? RelationshipKit.Direction.Unknown);
        init;
    }

    /// <summary>Gets what makes the key of a row of a table that has no id; <see langword="null"/> for anything else.</summary>
    public RowKey? Row { get; init; }

    /// <summary>Gets the facet that the source says it belongs to.</summary>
    public string? Facet { get; init; }

    /// <summary>Gets a note of the owner's own; never what somebody wrote to them.</summary>
    public string? Note { get; init; }

    /// <summary>Gets the outcome, if the source says more than whether somebody was reached.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Gets the gesture, if the source says.</summary>
    public Gesture Gesture { get; init; }

    /// <summary>Gets who sent it, if that is known.</summary>
    public SourceParticipant? Sender => Participants.FirstOrDefault(participant => participant.Role == ParticipantRole.Sender);

    /// <summary>Returns the channel, without anybody.</summary>
    public override string ToString() => $"an event, {Channel}";
}
