using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Calls;

/// <summary>Reads the XML of SMS Backup &amp; Restore: sms, mms and call elements.</summary>
/// <remarks>
/// The app writes XML that is not well-formed (surrogate references, files cut off), so the elements are read by a scanner of its own that
/// keeps only the attributes it needs.
/// </remarks>
internal static class SmsBackupReader
{
    private static readonly HashSet<string> Nobody = new(
        StringComparer.OrdinalIgnoreCase) { "", "null", "(unknown)", "-1", "-2", "-3", "unknown", "private", "anonymous" };

    /// <summary>Reads the messages and calls of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        using var stream = context.OpenText();
        var scanner = new TagScanner(stream);
        var ordinals = new Ordinals();
        Tag? mms = null;
        var addresses = new List<(string Address, string Type)>();
        while (scanner.TryRead(out var tag))
        {
            context.OnStep();
            if (mms is not null && tag.Name is "sms" or "call" or "mms" or "/mms" or "/smses")
            {
                if (Mms(mms, addresses, context, ordinals) is { } message)
                {
                    yield return message;
                }

                mms = null;
                addresses.Clear();
            }

            switch (tag.Name)
            {
                case "sms" or "call" or "mms":
                    context.Account.OnRecord();
                    if (!tag.IsComplete)
                    {
                        context.Account.OnBad(Where(tag), "the element is cut off.");
                    }
                    else if (tag.Name == "mms")
                    {
                        mms = tag;
                    }
                    else if ((tag.Name == "sms" ? Sms(tag, context, ordinals) : Call(tag, context, ordinals)) is { } told)
                    {
                        yield return told;
                    }

                    break;
                case "addr" when mms is not null && addresses.Count < 1_024:
                    addresses.Add((tag["address"], tag["type"]));
                    break;
            }
        }

        if (mms is not null && Mms(mms, addresses, context, ordinals) is { } last)
        {
            yield return last;
        }
    }

    private static string Where(Tag tag) => FileAccount.Line(tag.Line);

    private static SourceEvent? Sms(Tag tag, SourceContext context, Ordinals ordinals)
    {
        var type = tag["type"];
        if (type is "3")
        {
            context.Account.OnUnused(Where(tag), "the message is a draft.");
            return null;
        }

        var address = AddressOf(tag["address"], context);
        if (address is null || At(tag["date"]) is not { } at)
        {
            context.Account.OnBad(
                Where(tag), address is null ? "the message is of nobody: it has no number." : "the message has no date that can be read.");
            return null;
        }

        var incoming = type == "1";
        var person = new SourceParticipant(
            address, Shown(tag["contact_name"]), incoming ? ParticipantRole.Sender : ParticipantRole.Recipient);
        return new SourceEvent
        {
            At = at,
            Channel = Channel.Message,
            Direction = incoming ? Direction.Incoming : Direction.Outgoing,
            Participants = incoming
                ? [person, SourceParticipant.Me(ParticipantRole.Recipient)]
                : [SourceParticipant.Me(ParticipantRole.Sender), person],
            GroupSize = 1,

            // Four and more: waiting to be sent, failed, queued.
            IsAttempt = type is "4" or "5" or "6",
            IsAutomatic = address.Value.Kind != SourceAddressKind.Phone,
            Key = ordinals.Key("sms", address.Value.Value, at, incoming ? "in" : "out"),
        };
    }

    private static SourceEvent? Call(Tag tag, SourceContext context, Ordinals ordinals)
    {
        var address = tag["presentation"] is "2" or "3" or "4" ? null : AddressOf(tag["number"], context);
        if (address is null || At(tag["date"]) is not { } at)
        {
            context.Account.OnBad(
                Where(tag), address is null ? "the call is of nobody: it has no number." : "the call has no date that can be read.");
            return null;
        }

        var type = tag["type"];
        var seconds = long.TryParse(tag["duration"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < 2_678_400 ? number : 0;
        var outgoing = type == "2";
        var person = new SourceParticipant(
            address, Shown(tag["contact_name"]), outgoing ? ParticipantRole.Recipient : ParticipantRole.Sender);
        return new SourceEvent
        {
            At = at,
            Channel = Channel.Voice,
            Direction = outgoing ? Direction.Outgoing : Direction.Incoming,
            Participants = outgoing
                ? [SourceParticipant.Me(ParticipantRole.Sender), person]
                : [person, SourceParticipant.Me(ParticipantRole.Recipient)],
            GroupSize = 1,
            Length = Duration.FromSeconds(seconds),

            // Missed, gone to the mailbox, rejected, refused by a list; and those that lasted no second.
            IsAttempt = type is not ("1" or "2" or "7") || seconds == 0,
            Key = ordinals.Key("call", address.Value.Value, at, outgoing ? "out" : "in"),
        };
    }

    private static SourceEvent? Mms(Tag tag, List<(string Address, string Type)> listed, SourceContext context, Ordinals ordinals)
    {
        var box = tag["msg_box"];
        if (box == "3")
        {
            context.Account.OnUnused(Where(tag), "the message is a draft.");
            return null;
        }

        var incoming = box == "1";
        var people = ImmutableArray.CreateBuilder<SourceParticipant>();
        var names = tag["contact_name"].Split(',');
        var others = tag["address"].Split('~');

        // The owner's own number is among those listed and not among those of the message; who sent is of type 137.
        var sender = listed.Find(entry => entry.Type == "137").Address;
        var senderAddress = sender is null ? null : AddressOf(sender, context);
        for (var i = 0; i < others.Length && people.Count < 1_024; i++)
        {
            if (AddressOf(others[i], context) is { } address && !people.Any(person => person.Address == address))
            {
                var isSender = incoming && (address == senderAddress || (senderAddress is null && others.Length == 1));
                people.Add(
                    new SourceParticipant(
                        address, names.Length == others.Length ? Shown(names[i]) : "",
                        isSender ? ParticipantRole.Sender : ParticipantRole.Recipient));
            }
        }

        if (people.Count == 0 || At(tag["date"]) is not { } at)
        {
            context.Account.OnBad(
                Where(tag),
                people.Count == 0 ? "the message is of nobody: it has no number." : "the message has no date that can be read.");
            return null;
        }

        var count = people.Count;
        var key = ordinals.Key(
            "mms", string.Join('~', people.Select(person => person.Address!.Value.Value).Order(StringComparer.Ordinal)), at,
            incoming ? "in" : "out");
        var isAutomatic = people.All(person => person.Address!.Value.Kind is SourceAddressKind.Handle or SourceAddressKind.Name);
        people.Add(SourceParticipant.Me(incoming ? ParticipantRole.Recipient : ParticipantRole.Sender));
        return new SourceEvent
        {
            At = at,
            Channel = Channel.Message,
            Direction = incoming ? Direction.Incoming : Direction.Outgoing,
            Participants = people.ToImmutable(),
            IsGroup = count > 1,
            GroupSize = count,
            IsAttempt = box is "4" or "5",
            IsAutomatic = isAutomatic,
            Key = key,
        };
    }

    // A sender may be a word: a bank, a shop. It can be told apart and not be answered.
    private static SourceAddress? AddressOf(string text, SourceContext context)
    {
        var plain = NameText.Clean(text);
        return Nobody.Contains(plain) || plain == "insert-address-token" ? null
            : AddressText.Email(plain) ?? context.Addresses.Phone(plain) ?? AddressText.Handle("sms", plain.ToUpperInvariant());
    }

    private static string Shown(string name) => Nobody.Contains(name.Trim()) ? "" : NameText.Clean(name);

    // Milliseconds; older versions wrote seconds.
    private static Instant? At(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0)
        {
            return null;
        }

        var at = number < 100_000_000_000 ? Instant.FromUnixTimeSeconds(number)
            : number <= SupportedSpan.LastSeconds * 1_000 ? Instant.FromUnixTimeMilliseconds(number)
            : Instant.MaxValue;
        return SupportedSpan.Contains(at) ? at : null;
    }
}
