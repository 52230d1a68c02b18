using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Reads cells of contacts. A log names the same few again and again, so each text is read once.</summary>
internal sealed class ContactCells
{
    /// <summary>The longest text that is remembered.</summary>
    public const int Longest = 256;

    private const int MostRemembered = 50_000;

    private readonly AddressText addresses;
    private readonly Dictionary<string, ContactCell> remembered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactCell>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public ContactCells(AddressText addresses)
    {
        this.addresses = addresses;
        lookup = remembered.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="room">Room for <see cref="Longest"/> characters.</param>
    /// <exception cref="BadRowException">There are too many contacts, or one is named twice.</exception>
    public ContactCell Read(TableRow row, int column, Span<char> room)
    {
        var text = row.Short(column, room);
        if (!text.IsEmpty && lookup.TryGetValue(text, out var cell))
        {
            return cell;
        }

        var written = row[column];
        var ids = TouchpointCells.Contacts(written);
        cell = new ContactCell(ids, string.Join(';', ids));
        if (written.Length <= Longest && remembered.Count < MostRemembered)
        {
            remembered.TryAdd(written, cell);
        }

        return cell;
    }

    /// <summary>Returns those who took part.</summary>
    /// <param name="cell">Whom the cell names.</param>
    /// <param name="names">What another column calls them; used if there are as many names as contacts.</param>
    /// <exception cref="BadRowException">A contact is nothing that can be seen, or too long.</exception>
    public ImmutableArray<SourceParticipant> Participants(ContactCell cell, string[] names)
    {
        if (names.Length > 0)
        {
            return Make(cell.Ids, names);
        }

        if (cell.Nameless.IsDefault)
        {
            cell.Nameless = Make(cell.Ids, names);
        }

        return cell.Nameless;
    }

    private ImmutableArray<SourceParticipant> Make(string[] contacts, string[] names)
    {
        var participants = new SourceParticipant[contacts.Length];
        for (var i = 0; i < contacts.Length; i++)
        {
            var address = addresses.Any(contacts[i])
                ?? throw new BadRowException("contact", "an id must have from 1 to 256 characters that can be seen.");
            participants[i] = new SourceParticipant(
                address, contacts.Length == names.Length ? NameText.Clean(names[i]) : "", ParticipantRole.Present);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(participants);
    }
}
