using NodaTime;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>
/// Reads a touchpoint CSV as people and events: like <see cref="TouchpointCsvReader"/>, but the contacts are not yet ids of a book.
/// </summary>
internal sealed class TouchpointTableReader
{
    private const int LongestNote = 10_000;

    private readonly SourceContext context;
    private readonly TouchpointPositions columns;
    private readonly ContactCells contacts;
    private readonly Ordinals ordinals = new();

    private TouchpointTableReader(SourceContext context, TouchpointPositions columns)
    {
        this.context = context;
        this.columns = columns;
        contacts = new ContactCells(context.Addresses);
    }

    /// <summary>Reads the events of a file.</summary>
    /// <exception cref="InterchangeException">
    /// The text is not UTF-8 and no encoding was named: names that differ must not become one.
    /// </exception>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        TouchpointTableReader? reader = null;
        foreach (var row in Table.Read(context, refuseGuess: true))
        {
            reader ??= new TouchpointTableReader(context, TouchpointPositions.Of(row.Columns));
            SourceEvent? told = null;
            try
            {
                told = reader.Event(row);
            }
            catch (BadRowException bad)
            {
                context.Account.OnBad(row.Where, bad.Field is null ? bad.Reason : $"{bad.Field}: {bad.Reason}");
            }

            if (told is not null)
            {
                yield return told;
            }
        }
    }

    private static void Need(TableRow row, int column, string name)
    {
        if (row.Bytes(column).IsEmpty)
        {
            throw new BadRowException(name, "the field is empty; it must not be.");
        }
    }

    private SourceEvent Event(TableRow row)
    {
        if (row.Width > row.Columns.Names.Length)
        {
            throw new BadRowException(null, "the row has more fields than the header.");
        }

        Span<char> room = stackalloc char[ContactCells.Longest];
        Need(row, columns.At, "at");
        var at = InstantText.TryPlain(row.Short(columns.At, room), out var plain) ? plain
            : TouchpointCells.At(row[columns.At], context.Settings.Zone, context.Settings.DateOrder);
        Need(row, columns.Contact, "contact");
        var who = contacts.Read(row, columns.Contact, room);
        var channel = Channel.Message;
        if (columns.Channel >= 0)
        {
            Need(row, columns.Channel, "channel");
            channel = KindNames.FindChannel(row.Short(columns.Channel, room)) ?? KindNames.ToChannel(row[columns.Channel]);
        }

        var direction = Direction.Unknown;
        if (columns.Direction >= 0)
        {
            Need(row, columns.Direction, "direction");
            direction = KindNames.FindDirection(row.Short(columns.Direction, room)) ?? KindNames.ToDirection(row[columns.Direction]);
        }

        var minutes = row.Bytes(columns.Minutes);
        var length = minutes.IsEmpty ? (Duration?)null
            : TouchpointCells.TryWhole(minutes, out var whole) ? whole
            : TouchpointCells.Length(row[columns.Minutes]);
        var outcome = row[columns.Outcome] is { Length: > 0 } named
            ? KindNames.ToOutcome(named)
            : TouchpointCells.OutcomeOf(channel, length);
        var names = row[columns.Name] is { Length: > 0 } several ? several.Split(';', StringSplitOptions.TrimEntries) : [];
        var note = row[columns.Note];
        if (note.Length > LongestNote)
        {
            throw new BadRowException("note", "the note is longer than 10000 characters.");
        }

        var participants = contacts.Participants(who, names);
        var gesture = row[columns.Gesture] is { Length: > 0 } gave ? KindNames.ToGesture(gave) : Gesture.None;
        var id = row[columns.Id];
        return new SourceEvent
        {
            At = at,
            Channel = channel,
            Direction = direction,
            Participants = participants,
            GroupSize = who.Ids.Length,
            Length = length,
            Outcome = outcome,
            IsAttempt = outcome == Outcome.Attempted,
            Gesture = gesture,
            Note = note.Length > 0 ? note : null,
            Key = id.Length > 0 ? KeyOf(id) : null,
            Row = id.Length > 0 ? null : KeyOf(who, at, channel, direction, outcome, gesture, length, note),
        };
    }

    // An id may spell the key that a row without an id has, with its four bars. Behind one more bar it is the key of no row.
    private static string KeyOf(string id) =>
        id[0] == RowKey.Bar || id.AsSpan().Count(RowKey.Bar) >= RowKey.Bars ? $"csv||{id}" : $"csv|{id}";

    private RowKey KeyOf(
        ContactCell who, Instant at, Channel channel, Direction direction, Outcome outcome, Gesture gesture, Duration? length, string note)
    {
        var stem = RowKey.StemOf(who.Joined, at, channel, direction);
        var ticks = at.ToUnixTimeTicks();
        var seconds = BitConverter.DoubleToInt64Bits(length?.TotalSeconds ?? -1);
        ReadOnlySpan<long> rest = [ticks, seconds, (long)outcome, (long)gesture];
        var row = Fingerprint.Of(note, Fingerprint.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(rest), stem));
        return new RowKey(who.Joined, ordinals.OfRow(stem, row));
    }
}
