using System.Globalization;
using CsvHelper;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Tables;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange;

/// <summary>Makes touchpoints and names of the rows of a CSV file.</summary>
internal sealed class TouchpointCsvRows(TouchpointCsvSettings settings, RowAccount account, CsvReader csv, Dictionary<string, int> columns)
{
    private const string BadId = "an id must have from 1 to 256 characters that can be seen, none of them a control character.";

    private const int LongestShort = 256;

    private const int MostRemembered = 50_000;

    private readonly HashSet<string> owners = [.. settings.OtherOwners.Prepend(settings.Owner).Select(TouchpointCells.Id)];
    private readonly RowsApart rowsApart = new();
    private readonly TouchpointPositions positions = TouchpointPositions.Of(columns);
    private readonly Dictionary<string, (ContactId[] Contacts, Touchpoint Usual)> casts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactId> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<ContactId, string> names = [];

    public IEnumerable<Contact> Contacts() => account.Log.Contacts.Select(id => new Contact(id, names.GetValueOrDefault(id, id.Value)));

    public void OnRow()
    {
        try
        {
            Add();
        }
        catch (BadRowException bad)
        {
            account.OnBad(csv.LineNumber, bad.Field, bad.Reason);
        }
    }

    private void Add()
    {
        if (csv.RawRecord.Length > LineReader.MaxLength)
        {
            throw new BadRowException(null, "the row is longer than 1 MiB.");
        }

        if (csv.FieldCount != columns.Count)
        {
            throw new BadRowException(
                null,
                string.Create(CultureInfo.InvariantCulture, $"the row has {csv.FieldCount} fields; the header has {columns.Count}."));
        }

        Span<char> room = stackalloc char[LongestShort];
        var at = InstantText.TryPlain(Short(positions.At, room), out var plain) ? plain
            : TouchpointCells.At(Required("at"), settings.Zone, settings.DateOrder);
        var (contacts, usual) = Participants(room);
        var channel = KindNames.FindChannel(Short(positions.Channel, room)) ?? KindNames.ToChannel(Required("channel"));
        var length = TouchpointCells.TryWhole(Bytes(positions.Minutes), out var whole) ? whole
            : Optional("minutes") is { } minutes ? TouchpointCells.Length(minutes)
            : (Duration?)null;
        var touchpoint = usual with
        {
            At = at,
            Channel = channel,
            Direction = KindNames.FindDirection(Short(positions.Direction, room)) ?? KindNames.ToDirection(Required("direction")),
            Id = Optional("id") is { } id ? CheckedId(id) : null,
            Outcome = Optional("outcome") is { } outcome ? KindNames.ToOutcome(outcome) : TouchpointCells.OutcomeOf(channel, length),
            Gesture = Optional("gesture") is { } gesture ? KindNames.ToGesture(gesture) : Gesture.None,
            Length = length,
            Note = Optional("note") is { } note ? CheckedNote(note) : null,
        };
        var contactNames = Optional("name") is { } name ? Names(name, contacts.Length) : [];
        Add(touchpoint);
        account.OnInstant(touchpoint.At);
        for (var i = 0; i < contactNames.Length; i++)
        {
            if (contactNames[i].Length > 0)
            {
                names[contacts[i]] = contactNames[i];
            }
        }
    }

    private void Add(Touchpoint touchpoint)
    {
        if (account.Add(touchpoint) != AddResult.Conflict)
        {
            return;
        }

        if (touchpoint.Id is not null)
        {
            var (field, reason) = Contradiction(account.Log.Find(touchpoint.Key)!, touchpoint);
            account.OnContradiction(csv.LineNumber, field, reason);
        }
        else if (rowsApart.Apart(touchpoint) is { } apart)
        {
            account.Add(apart);
        }
        else
        {
            account.OnDuplicate();
        }
    }

    private string Required(string column) =>
        Optional(column) ?? throw new BadRowException(column, "the field is empty; it must not be.");

    private string? Optional(string column) =>
        columns.TryGetValue(column, out var index) && csv.GetString(index) is { Length: > 0 } text ? text : null;

    private ReadOnlySpan<byte> Bytes(int column) => column >= 0 ? csv.GetSpan(column) : default;

    // The letters of a short cell; empty if it is, or if it is long.
    private ReadOnlySpan<char> Short(int column, Span<char> room) =>
        Bytes(column) is { Length: > 0 } bytes && bytes.Length <= room.Length ? room[..csv.GetChars(column, room)] : default;

    // A log names the same few again and again: their touchpoints are copies of one, and share its list of contacts.
    private (ContactId[] Contacts, Touchpoint Usual) Participants(Span<char> room)
    {
        var text = Short(positions.Contact, room);
        if (!text.IsEmpty && casts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var cast))
        {
            return cast;
        }

        var written = Required("contact");
        if (written.Any(char.IsControl))
        {
            throw new BadRowException("contact", BadId);
        }

        ContactId[] contacts = [.. TouchpointCells.Contacts(written).Select(Id)];
        cast = (contacts, new Touchpoint(contacts, NodaConstants.UnixEpoch, Channel.Message, Direction.Unknown));
        if (written.Length <= LongestShort && casts.Count < MostRemembered)
        {
            casts.Add(written, cast);
        }

        return cast;
    }

    private ContactId Id(string text)
    {
        if (ids.TryGetValue(text, out var id))
        {
            return id;
        }

        if (owners.Contains(text))
        {
            throw new BadRowException("contact", "the contact is the owner; it must be somebody else.");
        }

        try
        {
            id = ContactId.FromValue(text);
        }
        catch (ArgumentException)
        {
            throw new BadRowException("contact", BadId);
        }

        ids.Add(text, id);
        return id;
    }

    private static string CheckedId(string text) =>
        text.Trim() is { Length: > 0 and <= 256 } id && !id.Any(char.IsControl)
            ? id
            : throw new BadRowException("id", "an id must have from 1 to 256 characters, none of them a control character.");

    private static string CheckedNote(string text) =>
        text.Length <= 10_000
            ? text
            : throw new BadRowException(
                "note",
                string.Create(CultureInfo.InvariantCulture, $"the note has {text.Length} characters; it must have at most 10000."));

    private static string[] Names(string text, int contacts)
    {
        var parts = contacts == 1 ? [text.Trim()] : text.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Length != contacts)
        {
            throw new BadRowException(
                "name",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"there are {parts.Length} names for {contacts} contacts; each contact must have one, or the field be empty."));
        }

        return Array.TrueForAll(parts, part => part.Length <= 256 && !part.Any(char.IsControl))
            ? Array.ConvertAll(parts, NameText.Clean)
            : throw new BadRowException("name", "a name must have at most 256 characters, none of them a control character.");
    }

    private static (string Field, string Reason) Contradiction(Touchpoint earlier, Touchpoint later)
    {
        const string Rule = "the row contradicts an earlier one of the same id: ";
        return earlier switch
        {
            { } when earlier.At != later.At => ("at", $"{Rule}the times differ."),
            { } when !earlier.Participants.AsSpan().SequenceEqual(later.Participants.AsSpan()) =>
                ("contact", $"{Rule}the contacts differ."),
            { } when earlier.Channel != later.Channel =>
                ("channel", $"{Rule}the channel was {earlier.Channel} and is now {later.Channel}."),
            { } when earlier.Direction != later.Direction =>
                ("direction", $"{Rule}the direction was {earlier.Direction} and is now {later.Direction}."),
            { } when earlier.Outcome != later.Outcome =>
                ("outcome", $"{Rule}the outcome was {earlier.Outcome} and is now {later.Outcome}."),
            { } when earlier.Gesture != later.Gesture =>
                ("gesture", $"{Rule}the gesture was {earlier.Gesture} and is now {later.Gesture}."),
            { } when earlier.Length != later.Length => ("minutes", $"{Rule}it lasted {Minutes(earlier)} and now {Minutes(later)}."),
            _ => ("note", $"{Rule}the notes differ."),
        };
    }

    private static string Minutes(Touchpoint touchpoint) =>
        touchpoint.Length is { } length
            ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalMinutes:0.###} minutes")
            : "an unknown time";
}
