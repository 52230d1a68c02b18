using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Chats;

/// <summary>Reads a chat that WhatsApp exported as text.</summary>
/// <remarks>
/// The file is read twice: first for the order of day and month and for who takes part, then for the messages. Lines of the app itself are
/// not messages. Where the order is neither proven nor given, lines that both orders could read are left out and reported.
/// </remarks>
internal sealed class WhatsAppReader
{
    private const int MostMembers = 1_024;

    private readonly SourceContext context;
    private readonly WhatsAppDates dates = new();
    private readonly Dictionary<string, SourceAddress> senders = new(StringComparer.Ordinal);
    private readonly HashSet<string> groupNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> partners = new(StringComparer.Ordinal);

    private WhatsAppReader(SourceContext context) => this.context = context;

    /// <summary>Reads the messages of a chat.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var reader = new WhatsAppReader(context);
        reader.LookThrough();
        return reader.Messages();
    }

    private static (string Sender, string Text)? Split(WhatsAppLine line)
    {
        // A sender ends at the first colon; what follows is a blank in every real export.
        var colon = line.Rest.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon > 150)
        {
            return null;
        }

        var sender = NameText.Clean(line.Rest[..colon].TrimStart('~', ' ', '\u202F'));
        return sender.Length > 0 && !sender.Contains('"', StringComparison.Ordinal) && !sender.Contains('„', StringComparison.Ordinal)
            ? (sender, line.Rest[(colon + 1)..])
            : null;
    }

    private void LookThrough()
    {
        var spoke = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, line) in Lines())
        {
            dates.Add(line);
            if (Split(line) is { } message)
            {
                if (ChatSystemLines.IsNotice(message.Text))
                {
                    (ChatSystemLines.IsOfGroup(message.Text) ? groupNames : partners).Add(message.Sender);
                }
                else if (spoke.Add(message.Sender) && senders.Count < MostMembers && context.Addresses.Any(message.Sender) is { } address)
                {
                    senders.Add(message.Sender, address);
                }
            }
        }
    }

    private IEnumerable<SourceItem> Messages()
    {
        var order = dates.OrderWith(context.Settings.DateOrder);
        if (senders.Count <= 1 && groupNames.Count == 0 && partners.Count == 1 && context.Addresses.Any(partners.Single()) is { } partner)
        {
            // Of a chat of two in which one never wrote, the notice at its beginning names that one.
            senders.TryAdd(partners.Single(), partner);
        }

        var members = senders.Select(pair => new SourceParticipant(pair.Value, pair.Key, ParticipantRole.Present, IsMe(pair.Key)))
            .ToImmutableArray();
        var bySender = members.ToDictionary(member => member.Name, member => Participants(member, members), StringComparer.Ordinal);
        var isGroup = members.Length > 2 || groupNames.Any(name => !senders.ContainsKey(name));

        // Who spoke in a group changes from one export to the next; who a chat of two is with does not.
        var chat = isGroup ? ChatMembers.Group : string.Join(
            '|', members.Where(member => !member.IsMe).Select(member => member.Address!.Value.Value).Order(StringComparer.Ordinal));
        var ordinals = new Ordinals();
        if (order is null && dates.HasUnclear)
        {
            context.Account.OnNote("nothing in the chat tells whether the day or the month stands first; say which, such as dmy or mdy.");
        }

        foreach (var (number, line) in Lines())
        {
            context.Account.OnRecord();
            var where = FileAccount.Line(number);
            var message = Split(line);
            if (message is null || ChatSystemLines.IsNotice(message.Value.Text) || groupNames.Contains(message.Value.Sender)
                || !bySender.TryGetValue(message.Value.Sender, out var participants))
            {
                context.Account.OnUnused(where, "the line is the app's own and no message.");
                continue;
            }

            if (order is null && line is { A: <= 12, B: <= 12, Separator: not '.' } && line.A != line.B)
            {
                context.Account.OnBad(where, "nothing tells whether the day or the month stands first.");
                continue;
            }

            if (At(line, order ?? DateOrder.DayMonthYear) is not { } at)
            {
                context.Account.OnBad(where, "the stamp names no day of the calendar.");
                continue;
            }

            var missed = ChatSystemLines.IsMissedCall(message.Value.Text);
            yield return new SourceEvent
            {
                At = at,
                Channel = missed ? Channel.Voice : Channel.Message,
                Participants = participants,
                IsAttempt = missed,
                IsGroup = isGroup,
                GroupSize = Math.Max(1, members.Length - 1),
                Key = ordinals.Key("whatsapp", chat, at, message.Value.Sender),
            };
        }
    }

    // All messages of a sender share one list.
    private static ImmutableArray<SourceParticipant> Participants(SourceParticipant sender, ImmutableArray<SourceParticipant> members) =>
        [sender with { Role = ParticipantRole.Sender }, .. members.Where(member => member != sender).Take(MostMembers)];

    private bool IsMe(string sender) =>
        sender is "You" or "Du" or "Vous" or "Tú" or "Tu" or "Você"
            || context.Settings.Me.Any(me => string.Equals(NameText.Clean(me), sender, StringComparison.OrdinalIgnoreCase));

    private Instant? At(WhatsAppLine line, DateOrder order)
    {
        if (WhatsAppDates.DateOf(line, order) is not { Year: { } year, Month: { } month, Day: { } day })
        {
            return null;
        }

        var local = new LocalDate(year, month, day).AtMidnight().PlusSeconds(line.Seconds);
        return context.Settings.Zone.AtLeniently(local).ToInstant();
    }

    private IEnumerable<(long Number, WhatsAppLine Line)> Lines()
    {
        using var stream = context.OpenText();
        var reader = new LineReader(stream);
        while (ChatLines.TryRead(reader, out var text))
        {
            context.OnStep();
            if (WhatsAppLine.TryParse(text) is { } line)
            {
                yield return (reader.LineNumber, line);
            }
        }
    }
}
