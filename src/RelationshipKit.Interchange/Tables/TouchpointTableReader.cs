using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Reads a touchpoint CSV as people and events: like <see cref="TouchpointCsvReader"/>, but the contacts are not yet ids of a book.</summary>
internal static class TouchpointTableReader
{
    /// <summary>Reads the events of a file.</summary>
    /// <exception cref="InterchangeException">The text is not UTF-8 and no encoding was named: names that differ must not become one.</exception>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        Dictionary<string, int>? columns = null;
        var ordinals = new Ordinals();
        foreach (var row in Table.Read(context, refuseGuess: true))
        {
            columns ??= Columns(row);
            SourceEvent? told = null;
            try
            {
                told = Event(row, columns, context, ordinals);
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

    private static Dictionary<string, int> Columns(TableRow row)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Columns.Names.Length; i++)
        {
            columns.TryAdd(TouchpointColumns.NameOf(row.Columns.Names[i]), i);
        }

        return columns;
    }

    private static ImmutableArray<SourceParticipant> Participants(string[] contacts, string[] names, SourceContext context)
    {
        var participants = new SourceParticipant[contacts.Length];
        for (var i = 0; i < contacts.Length; i++)
        {
            var address = context.Addresses.Any(contacts[i]) ?? throw new BadRowException("contact", "an id must have from 1 to 256 characters that can be seen.");
            participants[i] = new SourceParticipant(address, contacts.Length == names.Length ? NameText.Clean(names[i]) : "", ParticipantRole.Present);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(participants);
    }

    private static SourceEvent Event(TableRow row, Dictionary<string, int> columns, SourceContext context, Ordinals ordinals)
    {
        string Cell(string column) => columns.TryGetValue(column, out var i) ? row.Cells[i] : "";
        string Needed(string column) => Cell(column) is { Length: > 0 } text ? text : throw new BadRowException(column, "the field is empty; it must not be.");
        if (row.Width > row.Columns.Names.Length)
        {
            throw new BadRowException(null, "the row has more fields than the header.");
        }

        var at = TouchpointCells.At(Needed("at"), context.Settings.Zone, context.Settings.DateOrder);
        var contacts = TouchpointCells.Contacts(Needed("contact"));
        var channel = columns.ContainsKey("channel") ? KindNames.ToChannel(Needed("channel")) : Channel.Message;
        var direction = columns.ContainsKey("direction") ? KindNames.ToDirection(Needed("direction")) : Direction.Unknown;
        var length = Cell("minutes") is { Length: > 0 } minutes ? TouchpointCells.Length(minutes) : (Duration?)null;
        var outcome = Cell("outcome") is { Length: > 0 } named ? KindNames.ToOutcome(named) : TouchpointCells.OutcomeOf(channel, length);
        var names = Cell("name") is { Length: > 0 } several ? several.Split(';', StringSplitOptions.TrimEntries) : [];
        var note = Cell("note");
        if (note.Length > 10_000)
        {
            throw new BadRowException("note", "the note is longer than 10000 characters.");
        }

        var participants = Participants(contacts, names, context);
        return new SourceEvent
        {
            At = at,
            Channel = channel,
            Direction = direction,
            Participants = participants,
            GroupSize = contacts.Length,
            Length = length,
            Outcome = outcome,
            IsAttempt = outcome == Outcome.Attempted,
            Gesture = Cell("gesture") is { Length: > 0 } gesture ? KindNames.ToGesture(gesture) : Gesture.None,
            Note = note.Length > 0 ? note : null,
            Key = Cell("id") is { Length: > 0 } id ? $"csv|{id}" : ordinals.Key(
                "csv",
                $"{channel}|{direction}",
                at,
                string.Join(';', contacts),
                string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeTicks()}|{outcome}|{Cell("gesture")}|{length?.TotalSeconds}|{note}")),
        };
    }
}
