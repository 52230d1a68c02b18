using System.Globalization;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;
using RelationshipKit.Interchange.VCards;
using static RelationshipKit.Interchange.Monica.MonicaJson;

namespace RelationshipKit.Interchange.Monica;

/// <summary>Reads the JSON that Monica 4 exports: contacts with their relations and rhythms, calls and activities.</summary>
/// <remarks>
/// An export names everything by key and is read as a whole; it may have 48 MiB. Records are contacts, calls and activities.
/// </remarks>
internal sealed class MonicaReader
{
    private const int LargestFile = 48 << 20;

    private readonly SourceContext context;
    private readonly Dictionary<string, SourcePerson> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fieldTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> activities = new(StringComparer.Ordinal);
    private readonly List<SourceEvent> calls = [];
    private string? me;

    private MonicaReader(SourceContext context) => this.context = context;

    /// <summary>Reads the people and events of an export.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        using var document = Parse(context);
        var reader = new MonicaReader(context);
        var account = Get(document.RootElement, "account");
        reader.Types(Get(account, "instance"));
        reader.Owner(account);
        foreach (var value in Values(account, "contact"))
        {
            reader.Contact(value);
        }

        reader.Relations(account);
        var items = new List<SourceItem>(reader.people.Values);
        items.AddRange(reader.calls);
        items.AddRange(reader.Activities(account));
        return items;
    }

    private static JsonDocument Parse(SourceContext context)
    {
        using var stream = context.OpenText();
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int got;
        while ((got = stream.Read(buffer)) > 0)
        {
            bytes.Write(buffer, 0, got);
            if (bytes.Length > LargestFile)
            {
                throw new InterchangeException(context.File.Name, "the export has more than 48 MiB.");
            }
        }

        try
        {
            return JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException e)
        {
            throw new InterchangeException(
                context.File.Name, "the file is not JSON; it may be damaged or cut off.", e.LineNumber + 1, innerException: e);
        }
    }

    private void Types(JsonElement instance)
    {
        foreach (var type in Array(Get(instance, "contact_field_types")))
        {
            var properties = Get(type, "properties");
            fieldTypes.TryAdd(
                Text(type, "uuid"),
                Text(properties, "type") is { Length: > 0 } kind ? kind : Text(properties, "protocol") + Text(properties, "name"));
        }
    }

    private void Owner(JsonElement account)
    {
        foreach (var user in Values(account, "user"))
        {
            me ??= Text(Get(user, "properties"), "me");
        }
    }

    private void Contact(JsonElement value)
    {
        context.Account.OnRecord();
        context.OnStep();
        var where = string.Create(CultureInfo.InvariantCulture, $"contact {people.Count + 1}");
        var key = Text(value, "uuid");
        var properties = Get(value, "properties");
        var parts = new NameParts(
            NameText.Clean(Text(properties, "last_name")), NameText.Clean(Text(properties, "first_name")),
            NameText.Clean(Text(properties, "middle_name")));
        var person = new SourcePerson
        {
            Key = key.Length > 0 ? key : null,
            Name = parts.Full,
            Parts = parts.Full.Length > 0 ? parts : null,
            Nickname = NameText.Clean(Text(properties, "nickname")),
            Organisation = NameText.Clean(Text(properties, "company")),
            Title = NameText.Clean(Text(properties, "job")),
            IsMe = key.Length > 0 && key == me,
            Birthday = Date(Get(properties, "birthdate")),
            Death = Date(Get(properties, "deceased_date")),
        };
        person.AddNote(Text(properties, "description"));
        person.AddNote(Text(properties, "food_preferences"));
        foreach (var tag in Array(Get(properties, "tags")))
        {
            person.AddTag(tag.ValueKind == JsonValueKind.String ? JsonText.Of(tag) : Text(Get(tag, "properties"), "name"));
        }

        if (Date(Get(properties, "first_met_date")) is var met && met != default)
        {
            person.Dates.Add(new SourceDate("first met", met));
        }

        if (Text(properties, "first_met_through") is { Length: > 0 } introducer)
        {
            person.Related.Add(new SourceRelation("introducer", "", introducer));
        }

        if (Get(properties, "stay_in_touch_frequency") is { ValueKind: JsonValueKind.Number } frequency
            && frequency.TryGetInt32(out var days)
            && days is > 0 and <= 36_525)
        {
            person.CadenceDays = days;
        }

        Data(value, key, person);
        if (person.HasIdentity && people.TryAdd(key.Length > 0 ? key : where, person))
        {
            return;
        }

        context.Account.OnBad(
            where, person.HasIdentity ? "another contact has the same key." : "the contact has neither a name nor an address.");
    }

    private void Data(JsonElement value, string key, SourcePerson person)
    {
        foreach (var field in Values(value, "contact_field"))
        {
            var properties = Get(field, "properties");
            var (text, type) = (Text(properties, "data"), fieldTypes.GetValueOrDefault(Text(properties, "type"), ""));
            var address = type.Contains("mail", StringComparison.OrdinalIgnoreCase) ? AddressText.Email(text)
                : type.Contains("phone", StringComparison.OrdinalIgnoreCase) || type.Contains("tel:", StringComparison.OrdinalIgnoreCase)
                    ? context.Addresses.Phone(text)
                : AddressText.Handle(type.Length > 0 ? type.ToLowerInvariant().TrimEnd(':') : "monica", text);
            person.Add(address, text);
        }

        foreach (var note in Values(value, "note"))
        {
            person.AddNote(Text(Get(note, "properties"), "body"));
        }

        foreach (var reminder in Values(value, "reminder"))
        {
            var properties = Get(reminder, "properties");
            if (VCardDate.TryParse(Text(properties, "initial_date"), out var date)
                && Text(properties, "frequency_type") is "year" or "one_time")
            {
                person.Dates.Add(new SourceDate(NameText.Clean(Text(properties, "title")), date));
            }
        }

        foreach (var call in Values(value, "call"))
        {
            Call(call, key, person);
        }

        foreach (var activity in Values(value, "activity"))
        {
            var id = activity.ValueKind == JsonValueKind.String ? JsonText.Of(activity) : Text(activity, "uuid");
            if (!activities.TryGetValue(id, out var members))
            {
                activities.Add(id, members = []);
            }

            members.Add(key);
        }
    }

    private void Call(JsonElement call, string key, SourcePerson person)
    {
        context.Account.OnRecord();
        var where = string.Create(CultureInfo.InvariantCulture, $"call {calls.Count + 1}");
        var properties = Get(call, "properties");
        if (!TryInstant(Text(properties, "called_at"), out var at))
        {
            context.Account.OnBad(where, "the call has no date that can be read.");
            return;
        }

        var theyCalled = Get(properties, "contact_called").ValueKind == JsonValueKind.True;
        calls.Add(new SourceEvent
        {
            At = at,
            Channel = Channel.Voice,
            Direction = theyCalled ? Direction.Incoming : Direction.Outgoing,
            Participants = [Participant(key, person, theyCalled ? ParticipantRole.Sender : ParticipantRole.Recipient)],
            GroupSize = 1,
            Key = $"monica|{Text(call, "uuid")}",
            Note = Note(Text(properties, "content")),
        });
    }

    private IEnumerable<SourceEvent> Activities(JsonElement account)
    {
        var count = 0;
        foreach (var activity in Values(account, "activity"))
        {
            context.Account.OnRecord();
            var where = string.Create(CultureInfo.InvariantCulture, $"activity {++count}");
            var properties = Get(activity, "properties");
            var key = Text(activity, "uuid");
            var members = activities.GetValueOrDefault(key, []).Where(people.ContainsKey).Distinct(StringComparer.Ordinal).ToArray();
            if (!TryInstant(Text(properties, "happened_at"), out var at))
            {
                context.Account.OnBad(where, "the activity has no date that can be read.");
            }
            else if (members.Length == 0)
            {
                context.Account.OnUnused(where, "the activity is with nobody.");
            }
            else
            {
                yield return new SourceEvent
                {
                    At = at,
                    Channel = members.Length > 20 ? Channel.GroupEvent : Channel.InPerson,
                    Direction = Direction.Mutual,
                    Participants = [.. members.Select(member => Participant(member, people[member], ParticipantRole.Present))],
                    GroupSize = members.Length,
                    Key = $"monica|{key}",
                    Note = Note(
                        string.Join(
                            '\n', new[] { Text(properties, "summary"), Text(properties, "description") }.Where(text => text.Length > 0))),
                };
            }
        }
    }

    private void Relations(JsonElement account)
    {
        foreach (var relation in Values(account, "relationship"))
        {
            var properties = Get(relation, "properties");
            var (from, to) = (Text(properties, "contact_is"), Text(properties, "of_contact"));
            if (people.TryGetValue(to, out var person) && people.ContainsKey(from))
            {
                person.Related.Add(new SourceRelation(NameText.Clean(Text(properties, "type")), "", from));
            }
            else
            {
                context.Account.OnNote("a relation names a contact that is not in the file; it was left out.");
            }
        }
    }

    private static SourceParticipant Participant(string key, SourcePerson person, ParticipantRole role) =>
        new(AddressText.Handle("monica", key), person.Name, role, person.IsMe);

    private static string? Note(string text) =>
        NameText.CleanLines(text) is { Length: > 0 } note ? note[..Math.Min(note.Length, 10_000)] : null;

    private bool TryInstant(string text, out Instant at) => InstantText.TryParse(text, context.Settings.Zone, out at);

    // A date that was made of an age is right to the year.
    private static PartialDate Date(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !VCardDate.TryParse(Text(value, "date"), out var date))
        {
            return default;
        }

        var isYearUnknown = Get(value, "is_year_unknown").ValueKind == JsonValueKind.True;
        var isAgeBased = Get(value, "is_age_based").ValueKind == JsonValueKind.True;
        return date switch
        {
            { Year: { } year } when isAgeBased => PartialDate.FromYear(year),
            { Month: { } month, Day: { } day } when isYearUnknown => PartialDate.FromMonthDay(month, day),
            _ => date,
        };
    }

    // Lists stand as {count, type, values} in an array named data.
    private static IEnumerable<JsonElement> Values(JsonElement owner, string type) =>
        Array(Get(owner, "data")).Where(list => Text(list, "type") == type).SelectMany(list => Array(Get(list, "values")));
}
