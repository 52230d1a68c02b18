using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Chats;

/// <summary>Reads a chat that imessage-exporter wrote as text: a stamp on one line, the sender on the next, then the message.</summary>
internal static partial class IMessageReader
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Returns whether a line is a stamp.</summary>
    public static bool IsStamp(string line) => Stamp().IsMatch(line);

    /// <summary>Reads the messages of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var members = new ChatMembers(context, "Me");
        foreach (var (_, _, sender, isMessage) in Blocks(context))
        {
            if (isMessage)
            {
                members.Add(sender);
            }
        }

        members.Complete();
        var ordinals = new Ordinals();
        foreach (var (number, stamp, sender, isMessage) in Blocks(context))
        {
            context.Account.OnRecord();
            var where = FileAccount.Line(number);
            if (!isMessage)
            {
                context.Account.OnUnused(where, "the line is the app's own and no message.");
            }
            else if (At(stamp, context.Settings.Zone) is not { } at)
            {
                context.Account.OnBad(where, "the stamp names no moment of the calendar.");
            }
            else if (members.Of(sender) is not { } participants)
            {
                context.Account.OnBad(where, "the message names no sender.");
            }
            else
            {
                yield return new SourceEvent
                {
                    At = at,
                    Channel = Channel.Message,
                    Participants = participants,
                    IsGroup = members.IsGroup,
                    GroupSize = members.Others,
                    Key = ordinals.Key("imessage", members.Chat, at, NameText.Clean(sender)),
                };
            }
        }
    }

    // A stamp begins a block at the beginning of the file and after an empty line; quoted text may hold others.
    private static IEnumerable<(long Number, Match Stamp, string Sender, bool IsMessage)> Blocks(SourceContext context)
    {
        using var stream = context.OpenText();
        var reader = new LineReader(stream);
        Match? open = null;
        long number = 0;
        var afterEmpty = true;
        while (ChatLines.TryRead(reader, out var text))
        {
            context.OnStep();
            if (open is not null)
            {
                yield return (number, open, text, text.Length > 0);
                open = null;
            }
            else if (afterEmpty && Stamp().Match(text) is { Success: true } stamp)
            {
                number = reader.LineNumber;
                var rest = text[stamp.Length..].Trim();
                if (rest.Length == 0 || (rest[0] == '(' && rest[^1] == ')'))
                {
                    open = stamp;
                }
                else
                {
                    yield return (number, stamp, "", false);
                }
            }

            afterEmpty = text.Length == 0;
        }

        if (open is not null)
        {
            yield return (number, open, "", true);
        }
    }

    private static Instant? At(Match stamp, DateTimeZone zone)
    {
        int Number(string group) => int.Parse(stamp.Groups[group].Value, CultureInfo.InvariantCulture);
        var (year, month, day) = (Number("year"), Array.IndexOf(Months, stamp.Groups["month"].Value) + 1, Number("day"));
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        if (month == 0 || year is < 1 or > 9998 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month) || hour is < 1 or > 12
            || minute > 59
            || second > 59)
        {
            return null;
        }

        hour = (hour % 12) + (stamp.Groups["half"].Value == "PM" ? 12 : 0);
        return zone.AtLeniently(new LocalDateTime(year, month, day, hour, minute, second)).ToInstant();
    }

    [GeneratedRegex(
        @"^(?<month>[A-Z][a-z]{2}) +(?<day>\d{1,2}), (?<year>\d{4}) +(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2}) (?<half>[AP]M)")]
    private static partial Regex Stamp();
}
