using System.Globalization;
using System.Text;
using NodaTime;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>
/// Reads an edge list as events: <c>SRC DST UNIXSECONDS</c>, or milliseconds where seconds would be thousands of years away.
/// </summary>
internal static class EdgeReader
{
    private const long FirstMillisecond = 100_000_000_000;

    /// <summary>Reads the rows of a file; each names who sent and who received.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        using var stream = context.OpenText(refuseGuess: true);
        var lines = new LineReader(stream);
        while (lines.TryRead(out var line, out var tooLong))
        {
            context.OnStep();
            var text = Encoding.UTF8.GetString(line).Trim();
            if (!tooLong && (text.Length == 0 || text[0] is '#' or '%'))
            {
                continue;
            }

            context.Account.OnRecord();
            var (told, reason) = tooLong ? (null, "the line is longer than 1 MiB.") : Row(text, context);
            if (told is null)
            {
                context.Account.OnBad(FileAccount.Line(lines.LineNumber), reason);
                continue;
            }

            yield return told;
        }
    }

    private static (SourceEvent? Event, string Reason) Row(string text, SourceContext context)
    {
        var parts = text.Split((char[]?)null, 5, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3)
        {
            return (null, "the row must be SRC DST UNIXSECONDS.");
        }

        if (!long.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return (null, "the time must be a whole number of seconds or milliseconds since 1970-01-01T00:00:00Z.");
        }

        var isMilliseconds = Math.Abs((decimal)number) >= FirstMillisecond;
        if (isMilliseconds)
        {
            context.Account.OnNote("times of twelve digits and more were read as milliseconds.");
        }

        var seconds = isMilliseconds ? number / 1_000 : number;
        if (seconds < SupportedSpan.FirstSeconds || seconds > SupportedSpan.LastSeconds)
        {
            return (null, $"the time must be {SupportedSpan.Text}.");
        }

        var (from, to) = (context.Addresses.Any(parts[0]), context.Addresses.Any(parts[1]));
        if (from is null || to is null)
        {
            return (null, "an id must have from 1 to 256 characters that can be seen.");
        }

        var at = isMilliseconds ? SupportedSpan.Floor(Instant.FromUnixTimeMilliseconds(number)) : Instant.FromUnixTimeSeconds(number);
        return (new SourceEvent
        {
            At = at,
            Channel = Channel.Message,
            Participants =
                [new SourceParticipant(from, "", ParticipantRole.Sender), new SourceParticipant(to, "", ParticipantRole.Recipient)],
            Key = string.Create(CultureInfo.InvariantCulture, $"edges|{at.ToUnixTimeTicks()}|{from.Value.Value}|{to.Value.Value}"),
        }, "");
    }
}
