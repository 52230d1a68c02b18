namespace RelationshipKit.SampleConsole.Json;

/// <summary>Who opens conversations, and who answers.</summary>
internal sealed record ConversationJson(
    int OwnerOpenings,
    int ContactOpenings,
    double Initiation,
    double InitiationLow,
    double InitiationHigh,
    string InitiationVerdict,
    ReplyJson OwnerReplies,
    ReplyJson ContactReplies);
