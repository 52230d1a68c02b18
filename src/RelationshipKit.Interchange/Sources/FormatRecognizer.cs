using System.Text;
using System.Text.RegularExpressions;
using RelationshipKit.Interchange.Chats;
using RelationshipKit.Interchange.Tables;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Tells from the first bytes of a file what it is; the name of the file plays no part.</summary>
internal static partial class FormatRecognizer
{
    private const int HeadLength = 1 << 16;

    private const int LinesLookedAt = 60;

    private static readonly string[] MailFields =
        [
            "from", "to", "date", "subject", "received", "return-path", "message-id", "mime-version", "delivered-to", "cc", "sender",
            "content-type", "x-mozilla-status", "reply-to"
        ];

    /// <summary>Recognises a file.</summary>
    /// <exception cref="InterchangeException">The file is empty, or of no known format; the exception says what it seems to be.</exception>
    public static SourceFormat Recognize(SourceFile file, SourceSettings settings)
    {
        var text = Head(file);
        var lines = text.Split('\n', LinesLookedAt + 1).Take(LinesLookedAt).Select(line => line.TrimEnd('\r')).ToArray();
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
        {
            throw new InterchangeException(
                file.Name,
                text.Length < HeadLength / 4 ? "the file is empty." : "the file is not of a known format; it begins with empty lines.");
        }

        var format = OfText(text, lines[first..], settings);
        return format != SourceFormat.Unknown ? format
            : throw new InterchangeException(file.Name, $"the file is not of a known format; {Guess(text)}");
    }

    private static string Head(SourceFile file)
    {
        var buffer = new byte[HeadLength];
        int got;
        using (var stream = file.Open())
        {
            try
            {
                got = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                throw new InterchangeException(
                    file.Name, UnpackedTooLargeException.ReasonOf(e) ?? "the file cannot be unpacked; it may be damaged or cut off.",
                    innerException: e);
            }
        }

        var bytes = buffer.AsSpan(0, got);
        var (encoding, length) = TextEncodings.OfMark(bytes);
        return (encoding is null or UTF8Encoding ? Encoding.UTF8 : encoding).GetString(bytes[length..]);
    }

    private static SourceFormat OfText(string text, string[] lines, SourceSettings settings)
    {
        var start = text.TrimStart();
        if (start[0] is '{' or '[' && Json(start) is var json && json != SourceFormat.Unknown)
        {
            return json;
        }

        if (start[0] == '<')
        {
            return Xml().IsMatch(start) ? SourceFormat.SmsBackup : SourceFormat.Unknown;
        }

        foreach (var line in lines)
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
            {
                return SourceFormat.VCard;
            }

            if (trimmed.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            {
                return SourceFormat.Calendar;
            }
        }

        return Mail(lines) is var mail && mail != SourceFormat.Unknown ? mail
            : Chat(lines) is var chat && chat != SourceFormat.Unknown ? chat
            : TableHeader.Find(lines) is { } header ? header.Format
            : Edges(lines) ? SourceFormat.EdgeList
            : SourceFormat.Unknown;
    }

    private static SourceFormat Json(string text) =>
        text.Contains("\"app_version\"", StringComparison.Ordinal) && text.Contains("\"account\"", StringComparison.Ordinal)
            ? SourceFormat.Monica
        : SignalLine().IsMatch(text) ? SourceFormat.SignalJson
        : TelegramKey().IsMatch(text) ? SourceFormat.Telegram
        : SourceFormat.Unknown;

    private static SourceFormat Mail(string[] lines)
    {
        if (lines[0].StartsWith("From ", StringComparison.Ordinal))
        {
            return lines.Length > 1 && (Field().IsMatch(lines[1]) || lines[1].StartsWith('>')) ? SourceFormat.Mbox : SourceFormat.Unknown;
        }

        if (!Field().IsMatch(lines[0].TrimStart('\uFEFF')))
        {
            return SourceFormat.Unknown;
        }

        var known = 0;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                break;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            known += colon > 0 && MailFields.Contains(line[..colon].Trim().TrimStart('\uFEFF'), StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        }

        // One field is enough only if it fills all that was looked at.
        return known >= 2 || (known == 1 && lines.Length == 1) ? SourceFormat.Message : SourceFormat.Unknown;
    }

    private static SourceFormat Chat(string[] lines)
    {
        // The first lines decide; a chat may begin with the end of a message that was cut.
        foreach (var line in lines.Where(line => line.Length > 0).Take(5))
        {
            if (IMessageReader.IsStamp(line))
            {
                return SourceFormat.IMessage;
            }

            if (SignalReader.IsStamp(line))
            {
                return SourceFormat.SignalText;
            }

            if (WhatsAppLine.IsStamp(line))
            {
                return SourceFormat.WhatsApp;
            }
        }

        return SourceFormat.Unknown;
    }

    private static bool Edges(string[] lines) =>
        lines.FirstOrDefault(line => line.Trim() is [not ('#' or '%'), ..]) is { } row && EdgeLine().IsMatch(row);

    private static string Guess(string text)
    {
        var start = text.TrimStart();
        return start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            ? "it seems to be a web page."
            : start[0] == '<' ? "it is XML of another kind."
            : start[0] is '{' or '[' ? "it is JSON of another kind."
            : start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) ? "it is a zip within another file; take it out first."
            : start.StartsWith("%PDF", StringComparison.Ordinal) ? "it is a PDF."
            : start.StartsWith("SQLite format 3", StringComparison.Ordinal) ? "it is an SQLite database."
            : text.Contains('\0', StringComparison.Ordinal) ? "it is not text."
            : "it is text of another kind.";
    }

    [GeneratedRegex(@"^[!-9;-~]+[ \t]*:")]
    private static partial Regex Field();

    [GeneratedRegex(@"<(smses|calls|allsms|sms|mms|call)[\s>/]", RegexOptions.IgnoreCase)]
    private static partial Regex Xml();

    [GeneratedRegex("""^\{(?=[^\n]*"sender")(?=[^\n]*"date")[^\n]*"body"[^\n]*\}\s*(\n|$)""")]
    private static partial Regex SignalLine();

    [GeneratedRegex("""^\s*\{[\s\S]*"(messages|chats|personal_information|contacts)"\s*:""")]
    private static partial Regex TelegramKey();

    [GeneratedRegex(@"^\s*\S+\s+\S+\s+-?\d+\s*$")]
    private static partial Regex EdgeLine();
}
