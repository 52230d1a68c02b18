namespace RelationshipKit.Interchange.Sources;

/// <summary>What somebody did in an event.</summary>
internal enum ParticipantRole
{
    /// <summary>Sent, called or invited.</summary>
    Sender,

    /// <summary>Was written to, called or invited.</summary>
    Recipient,

    /// <summary>Was there; in a chat, is one of its members.</summary>
    Present,
}
