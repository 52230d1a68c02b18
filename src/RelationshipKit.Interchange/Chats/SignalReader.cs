using System.Text.Json;
using System.Text.RegularExpressions;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Chats;

/// <summary>Reads a chat that signal-export wrote, as Markdown or as a line of JSON for each message.</summary>
internal static partial class SignalReader
{
    private const string NoSender = "No-Sender";

    private const string NoSenderReason = "the message names no sender.";

    /// <summary>Returns whether a line begins with a stamp.</summary>
    public static bool IsStamp(string line) => Stamp().IsMatch(line);

    /// <summary>Reads the messages of a Markdown or text file.</summary>
    public static IEnumerable<SourceItem> ReadText(SourceContext context)
    {
        IEnumerable<(string Where, string Date, string Sender, bool IsMissed, bool IsCall)> Lines()
        {
            using var stream = context.OpenText();
            var reader = new LineReader(stream);
            while (ChatLines.TryRead(reader, out var text))
            {
                context.OnStep();
                if (Stamp().Match(text) is { Success: true } match)
                {
                    yield return (FileAccount.Line(reader.LineNumber), match.Groups["date"].Value.Replace(
                        ", ", " ", StringComparison.Ordinal), match.Groups["sender"].Value, false, false);
                }
            }
        }

        return Messages(context, Lines);
    }

    /// <summary>Reads the messages of a file of JSON lines.</summary>
    public static IEnumerable<SourceItem> ReadJson(SourceContext context)
    {
        IEnumerable<(string Where, string Date, string Sender, bool IsMissed, bool IsCall)> Lines()
        {
            using var stream = context.OpenText();
            var reader = new LineReader(stream);
            while (TryRead(reader, out var bytes))
            {
                context.OnStep();
                if (bytes.AsSpan().Trim((byte)' ').Length > 0)
                {
                    yield return Json(bytes, FileAccount.Line(reader.LineNumber));
                }
            }
        }

        return Messages(context, Lines);
    }

    private static bool TryRead(LineReader reader, out byte[] bytes)
    {
        var read = reader.TryRead(out var line, out _);
        bytes = line.ToArray();
        return read;
    }

    private static (string Where, string Date, string Sender, bool IsMissed, bool IsCall) Json(byte[] line, string where)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            string Text(string name) =>
                root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : "";
            bool Is(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
            return root.ValueKind == JsonValueKind.Object
                ? (where, Text("date"), Text("sender"), Is("missed"), Is("call"))
                : (where, "", "", false, false);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (where, "", "", false, false);
        }
    }

    private static IEnumerable<SourceItem> Messages(
        SourceContext context, Func<IEnumerable<(string Where, string Date, string Sender, bool IsMissed, bool IsCall)>> lines)
    {
        var members = new ChatMembers(context, "Me");
        foreach (var line in lines())
        {
            if (line.Sender != NoSender)
            {
                members.Add(line.Sender);
            }
        }

        members.Complete();
        var ordinals = new Ordinals();
        foreach (var line in lines())
        {
            context.Account.OnRecord();
            if (!InstantText.TryParse(line.Date, context.Settings.Zone, out var at))
            {
                context.Account.OnBad(line.Where, "the message has no date and time that can be read.");
            }
            else if (members.Of(line.Sender) is not { } participants)
            {
                context.Account.OnUnused(line.Where, NoSenderReason);
            }
            else
            {
                yield return new SourceEvent
                {
                    At = at,
                    Channel = line.IsCall || line.IsMissed ? Channel.Voice : Channel.Message,
                    Participants = participants,
                    IsAttempt = line.IsMissed,
                    IsGroup = members.IsGroup,
                    GroupSize = members.Others,
                    Key = ordinals.Key("signal", members.Chat, at, NameText.Clean(line.Sender)),
                };
            }
        }
    }

    [GeneratedRegex(@"^\[(?<date>\d{4}-\d{2}-\d{2},? \d{2}:\d{2}(:\d{2})?)\] (?<sender>[^:]{1,150}):")]
    private static partial Regex Stamp();
}
