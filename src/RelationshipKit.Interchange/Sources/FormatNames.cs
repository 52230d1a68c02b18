namespace RelationshipKit.Interchange.Sources;

/// <summary>What people call the formats, and the names that options give them.</summary>
internal static class FormatNames
{
    private static readonly Dictionary<SourceFormat, (string Option, string Name, string Records)> Names = new()
    {
        [SourceFormat.VCard] = ("vcard", "a vCard file", "cards"),
        [SourceFormat.AddressBookCsv] = ("contacts-csv", "an address book in CSV", "rows"),
        [SourceFormat.LinkedInConnections] = ("linkedin-connections", "a list of LinkedIn connections", "rows"),
        [SourceFormat.TouchpointCsv] = ("touchpoint-csv", "a touchpoint CSV", "rows"),
        [SourceFormat.EdgeList] = ("edges", "an edge list", "rows"),
        [SourceFormat.Mbox] = ("mbox", "a mailbox", "messages"),
        [SourceFormat.Message] = ("eml", "a mail message", "messages"),
        [SourceFormat.Calendar] = ("ics", "an iCalendar file", "events"),
        [SourceFormat.WhatsApp] = ("whatsapp", "a WhatsApp export", "messages"),
        [SourceFormat.Telegram] = ("telegram", "a Telegram export", "messages"),
        [SourceFormat.SignalText] = ("signal", "a Signal export", "messages"),
        [SourceFormat.SignalJson] = ("signal-json", "a Signal export", "messages"),
        [SourceFormat.IMessage] = ("imessage", "an iMessage export", "messages"),
        [SourceFormat.SmsBackup] = ("sms", "a backup of SMS and calls", "messages and calls"),
        [SourceFormat.LinkedInMessages] = ("linkedin-messages", "a list of LinkedIn messages", "rows"),
        [SourceFormat.Monica] = ("monica", "a Monica export", "contacts"),
    };

    /// <summary>Gets the names that an option may give.</summary>
    public static IEnumerable<string> Options => Names.Values.Select(name => name.Option);

    /// <summary>Returns the name that an option gives the format.</summary>
    public static string OptionOf(SourceFormat format) => Names.TryGetValue(format, out var name) ? name.Option : "unknown";

    /// <summary>Returns the format that an option names, or <see langword="null"/> if it names none.</summary>
    public static SourceFormat? Parse(string option) =>
        Names.Where(pair => pair.Value.Option.Equals(option, StringComparison.OrdinalIgnoreCase))
            .Select(pair => (SourceFormat?)pair.Key)
            .FirstOrDefault();

    public static string Of(SourceFormat format) => Names.TryGetValue(format, out var name) ? name.Name : "a file";

    public static string RecordsOf(SourceFormat format) => Names.TryGetValue(format, out var name) ? name.Records : "records";
}
