using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Chats;

/// <summary>Reads result.json of Telegram Desktop: one chat or a whole account, a message at a time.</summary>
/// <remarks>Calls of a chat of two are calls; other entries of the service, broadcasts and notes to oneself are not touches.</remarks>
internal sealed class TelegramReader
{
    private readonly SourceContext context;
    private readonly Ordinals ordinals = new();
    private SourceAddress? me;
    private string name = "";
    private string type = "";
    private string chat = "";
    private long number;

    private TelegramReader(SourceContext context) => this.context = context;

    /// <summary>Reads the people and messages of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var reader = new TelegramReader(context);
        using var items = reader.Items().GetEnumerator();
        while (true)
        {
            try
            {
                if (!items.MoveNext())
                {
                    yield break;
                }
            }
            catch (JsonException)
            {
                context.Account.OnBad("after " + reader.Place(), "from here the file is not JSON; it may be damaged or cut off.");
                yield break;
            }

            yield return items.Current;
        }
    }

    private string Place() => string.Create(CultureInfo.InvariantCulture, $"message {number}");

    private IEnumerable<SourceItem> Items()
    {
        using var json = new JsonPath(context.OpenText());
        var property = "";
        while (json.Read())
        {
            context.OnStep();
            if (json.Kind == JsonTokenType.PropertyName)
            {
                property = json.Text!;
                if (property is "personal_information")
                {
                    using var information = json.ReadValue();
                    me = information is null ? null : User(Field(information.RootElement, "user_id"));
                }
                else if (property == "contacts")
                {
                    foreach (var person in Contacts(json))
                    {
                        yield return person;
                    }
                }
                else if (property == "messages")
                {
                    foreach (var message in Messages(json))
                    {
                        yield return message;
                    }
                }
                else if (property is "frequent_contacts" or "sessions" or "other_data" or "profile_pictures" or "stories" or "web_sessions"
                    or "ips")
                {
                    json.Skip();
                }
                else if (property is "name" or "type" or "id")
                {
                    using var value = json.ReadValue();
                    var text = value is null ? "" : Text(value.RootElement);
                    (name, type, chat) = property switch
                    {
                        "name" => (text, type, chat),
                        "type" => (name, text, chat),
                        _ => (name, type, text),
                    };
                }
            }
            else if (json.Kind == JsonTokenType.StartObject)
            {
                (name, type, chat) = ("", "", "");
            }
        }
    }

    private IEnumerable<SourceItem> Contacts(JsonPath json)
    {
        using var contacts = json.ReadValue();
        if (contacts is null || contacts.RootElement.ValueKind != JsonValueKind.Object
            || !contacts.RootElement.TryGetProperty("list", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var index = 0;
        foreach (var contact in list.EnumerateArray())
        {
            index++;
            if (contact.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var parts = new NameParts(NameText.Clean(Field(contact, "last_name")), NameText.Clean(Field(contact, "first_name")));
            var person = new SourcePerson
            {
                Name = parts.Full,
                Parts = parts.Full.Length > 0 ? parts : null,
            };
            var phone = Field(contact, "phone_number");
            person.Add(context.Addresses.Phone(phone), phone);
            var user = Field(contact, "user_id");
            person.Add(user is "" or "0" ? null : User(user), user, "telegram");
            if (person.HasIdentity)
            {
                yield return person;
            }
            else
            {
                context.Account.OnBad(
                    string.Create(CultureInfo.InvariantCulture, $"contact {index}"), "the contact has neither a name nor an address.");
            }
        }
    }

    private IEnumerable<SourceItem> Messages(JsonPath json)
    {
        if (!json.Read() || json.Kind != JsonTokenType.StartArray)
        {
            yield break;
        }

        var (chatName, chatType, chatId) = (name, type, chat);
        while (json.ReadValue() is { } document)
        {
            SourceEvent? message;
            using (document)
            {
                number++;
                context.OnStep();
                context.Account.OnRecord();
                message = Message(document.RootElement, chatName, chatType, chatId);
            }

            if (message is not null)
            {
                yield return message;
            }
        }
    }

    private SourceEvent? Message(JsonElement message, string chatName, string chatType, string chatId)
    {
        var where = Place();
        if (message.ValueKind != JsonValueKind.Object)
        {
            context.Account.OnBad(where, "the entry is not a message.");
            return null;
        }

        var action = Field(message, "action");
        var isCall = action is "phone_call" or "conference_call" or "group_call";
        if (Field(message, "type") == "service" && (!isCall || action == "group_call"))
        {
            context.Account.OnUnused(where, "the entry is the service's own and no message.");
            return null;
        }

        if (chatType.Contains("channel", StringComparison.Ordinal) || chatType is "saved_messages" or "bot_chat")
        {
            context.Account.OnUnused(
                where,
                chatType == "saved_messages"
                    ? "the message is a note to oneself."
                    : "the message is of a channel or a bot and of no person.");
            return null;
        }

        if (At(message) is not { } at)
        {
            context.Account.OnBad(where, "the message has no date that can be read.");
            return null;
        }

        var sender = Field(message, isCall ? "actor" : "from");
        var senderId = Field(message, isCall ? "actor_id" : "from_id");
        if (senderId.StartsWith("channel", StringComparison.Ordinal) || (senderId.Length == 0 && sender.Length == 0))
        {
            context.Account.OnUnused(where, "the message is of no person.");
            return null;
        }

        var seconds = message.TryGetProperty("duration_seconds", out var duration) && isCall && duration.ValueKind == JsonValueKind.Number
            && duration.TryGetInt64(out var length)
            && length is >= 0 and < 2_678_400 ? length : 0;
        var participants = Participants(sender, senderId, chatName, chatType, chatId);
        return new SourceEvent
        {
            At = at,
            Channel = isCall ? Channel.Voice : Channel.Message,
            Length = isCall ? Duration.FromSeconds(seconds) : null,
            IsAttempt = isCall && (Field(message, "discard_reason") is "missed" or "busy" || seconds == 0),
            Participants = participants,
            IsGroup = chatType.Contains("group", StringComparison.Ordinal),
            GroupSize = participants.Length - 1,
            Key = Field(message, "id") is { Length: > 0 } id && chatId.Length > 0
                ? $"telegram|{chatId}|{id}"
                : ordinals.Key("telegram", chatName, at, senderId + sender),
        };
    }

    private ImmutableArray<SourceParticipant> Participants(string sender, string senderId, string chatName, string chatType, string chatId)
    {
        var address = User(senderId) ?? context.Addresses.Any(sender);
        var list = ImmutableArray.CreateBuilder<SourceParticipant>();
        list.Add(new SourceParticipant(address, NameText.Clean(sender), ParticipantRole.Sender, me is not null && address == me));
        if (chatType == "personal_chat" && chatId.Length > 0 && User(chatId) is { } partner && partner != address && me is not null)
        {
            list.Add(new SourceParticipant(partner, NameText.Clean(chatName), ParticipantRole.Recipient, partner == me));
        }
        else if (!chatType.Contains("group", StringComparison.Ordinal) && chatName.Length > 0
            && NameText.Clean(chatName) != NameText.Clean(sender))
        {
            // Without the owner's own information a chat of two is known by its name, which is that of the other.
            list.Add(new SourceParticipant(context.Addresses.Any(chatName), NameText.Clean(chatName), ParticipantRole.Recipient));
        }

        return list.ToImmutable();
    }

    // Numbers stand with the word user in front, and without it where the chat itself is named.
    private static SourceAddress? User(string id)
    {
        var digits = id.StartsWith("user", StringComparison.Ordinal) ? id[4..] : id;
        return digits.Length is > 0 and < 20 && digits.All(char.IsAsciiDigit) ? AddressText.Handle("telegram", digits) : null;
    }

    // The local date names no zone; the UNIX time is the truth where it is there.
    private Instant? At(JsonElement message) =>
        long.TryParse(Field(message, "date_unixtime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds > 0 && seconds <= SupportedSpan.LastSeconds ? Instant.FromUnixTimeSeconds(seconds) : null
            : InstantText.TryParse(Field(message, "date"), context.Settings.Zone, out var at) ? at : null;

    private static string Field(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) ? Text(value) : "";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
