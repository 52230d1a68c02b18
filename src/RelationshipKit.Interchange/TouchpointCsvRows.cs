using System.Globalization;
using CsvHelper;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Interchange;

/// <summary>Makes touchpoints and names of the rows of a CSV file.</summary>
internal sealed class TouchpointCsvRows(TouchpointCsvSettings settings, RowAccount account, CsvReader csv, Dictionary<string, int> columns)
{
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

        var at = At(Required("at"));
        var contacts = Participants(Required("contact"));
        var touchpoint = new Touchpoint(contacts, at, KindNames.ToChannel(Required("channel")), KindNames.ToDirection(Required("direction")))
        {
            Outcome = Optional("outcome") is { } outcome ? KindNames.ToOutcome(outcome) : Outcome.Delivered,
            Gesture = Optional("gesture") is { } gesture ? KindNames.ToGesture(gesture) : Gesture.None,
            Length = Optional("minutes") is { } minutes ? Length(minutes) : null,
            Note = Optional("note") is { } note ? CheckedNote(note) : null,
        };
        var contactNames = Optional("name") is { } name ? Names(name, contacts.Length) : [];
        if (account.Add(touchpoint) == AddResult.Conflict)
        {
            var (field, reason) = Contradiction(touchpoint);
            account.OnContradiction(csv.LineNumber, field, reason);
        }

        account.OnInstant(touchpoint.At);
        for (var i = 0; i < contactNames.Length; i++)
        {
            if (contactNames[i].Length > 0)
            {
                names[contacts[i]] = contactNames[i];
            }
        }
    }

    private string Required(string column) =>
        Optional(column) ?? throw new BadRowException(column, "the field is empty; it must not be.");

    private string? Optional(string column) =>
        columns.TryGetValue(column, out var index) && csv.GetString(index) is { Length: > 0 } text ? text : null;

    private Instant At(string text) =>
        InstantText.TryParse(text, settings.Zone, out var at)
            ? at
            : throw new BadRowException(
                "at",
                $"{KindNames.Quote(text)} is no date and time such as 2026-03-02T09:00:00Z, 2026-03-02T09:00 or 2026-03-02, {SupportedSpan.Text}.");

    private ContactId[] Participants(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var participants = new ContactId[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            participants[i] = Id(parts[i]);
            if (Array.IndexOf(participants, participants[i]) < i)
            {
                throw new BadRowException("contact", "a contact is named twice; each must be named once.");
            }
        }

        return participants;
    }

    private ContactId Id(string text)
    {
        if (ids.TryGetValue(text, out var id))
        {
            return id;
        }

        if (text == settings.Owner)
        {
            throw new BadRowException("contact", "the contact is the owner; it must be somebody else.");
        }

        try
        {
            id = ContactId.FromValue(text);
        }
        catch (ArgumentException)
        {
            throw new BadRowException("contact", "an id must have from 1 to 256 characters, none of them a control character.");
        }

        ids.Add(text, id);
        return id;
    }

    private static Duration Length(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes <= 31 * 24 * 60
            ? Duration.FromNanoseconds((long)(minutes * 60_000_000_000m))
            : throw new BadRowException("minutes", "the field must be a decimal number from 0 to 44640 (31 days), such as 12.5.");

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
                string.Create(CultureInfo.InvariantCulture, $"there are {parts.Length} names for {contacts} contacts; each contact must have one, or the field be empty."));
        }

        return Array.TrueForAll(parts, part => part.Length <= 256 && !part.Any(char.IsControl))
            ? parts
            : throw new BadRowException("name", "a name must have at most 256 characters, none of them a control character.");
    }

    private (string Field, string Reason) Contradiction(Touchpoint touchpoint)
    {
        var earlier = account.Log.Of(touchpoint.Participants[0]).FirstOrDefault(other =>
            other.At == touchpoint.At
            && other.Channel == touchpoint.Channel
            && other.Direction == touchpoint.Direction
            && other.Participants.AsSpan().SequenceEqual(touchpoint.Participants.AsSpan()));
        const string Rule = "the row contradicts an earlier one of the same contact, instant, channel and direction: ";
        return earlier switch
        {
            { } when earlier.Outcome != touchpoint.Outcome =>
                ("outcome", $"{Rule}the outcome was {earlier.Outcome} and is now {touchpoint.Outcome}."),
            { } when earlier.Gesture != touchpoint.Gesture =>
                ("gesture", $"{Rule}the gesture was {earlier.Gesture} and is now {touchpoint.Gesture}."),
            { } when earlier.Length != touchpoint.Length =>
                ("minutes", $"{Rule}it lasted {Minutes(earlier)} and now {Minutes(touchpoint)}."),
            _ => ("note", $"{Rule}the notes differ."),
        };
    }

    private static string Minutes(Touchpoint touchpoint) =>
        touchpoint.Length is { } length ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalMinutes:0.###} minutes") : "an unknown time";
}
