using RelationshipKit.Forecasts;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Counts new touchpoints by what their log is of. Tables, edge lists and other programs' exports do not show a kind.</summary>
internal sealed class LogKindCount
{
    // From this share on, one kind is that of the whole.
    private const double Most = 0.8;

    private readonly long[] counts = new long[Enum.GetValues<LogKind>().Length];

    public void Add(in PendingEvent told)
    {
        var kind = told.Source switch
        {
            "mail" => LogKind.Mail,
            "ics" => LogKind.Calendar,
            "whatsapp" or "telegram" or "signal" or "imessage" or "linkedin" or "sms" or "mms" or "call" =>
                told.Channel == Channel.Voice || told.Channel == Channel.Video ? LogKind.Calls : LogKind.Chat,
            _ => LogKind.Unknown,
        };
        counts[(int)kind]++;
    }

    /// <summary>
    /// Returns the kind of four in five of those that show one, else that of people; unknown if most touchpoints do not show a kind.
    /// </summary>
    public LogKind ToKind()
    {
        var known = counts.Sum() - counts[(int)LogKind.Unknown];
        return known == 0 || known < counts[(int)LogKind.Unknown] ? LogKind.Unknown
            : Array.FindIndex(counts, 1, count => count >= Most * known) is var kind and > 0 ? (LogKind)kind
            : LogKind.People;
    }
}
