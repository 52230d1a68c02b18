namespace RelationshipKit.Interchange.Sources;

/// <summary>What a file is.</summary>
internal enum SourceFormat
{
    Unknown,
    VCard,
    AddressBookCsv,
    LinkedInConnections,
    TouchpointCsv,
    EdgeList,
    Mbox,
    Message,
    Calendar,
    WhatsApp,
    Telegram,
    SignalText,
    SignalJson,
    IMessage,
    SmsBackup,
    LinkedInMessages,
    Monica,
}
