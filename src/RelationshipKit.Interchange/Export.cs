using NodaTime;
using RelationshipKit.Interchange.Importing;
using RelationshipKit.Interchange.Tables;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange;

/// <summary>Writes a book for other programs: as vCards, as CSV, as a calendar, or whole as JSON.</summary>
/// <remarks>
/// <para>Contacts are written in order of id, including archived contacts and contacts who died. The calendar has active contacts only.
/// Streams stay open. The same book gives the same bytes.</para>
/// <para>The members are safe to call from any thread.</para>
/// </remarks>
public static class Export
{
    /// <summary>Writes a vCard for each contact, in UTF-8.</summary>
    /// <param name="book">The book.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="version">The version of vCard.</param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> or <paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is not defined.</exception>
    public static void VCard(RelationshipBook book, Stream stream, VCardVersion version = VCardVersion.Four)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        if (!Enum.IsDefined(version))
        {
            throw new ArgumentOutOfRangeException(nameof(version), "The version is not defined; it must be Three or Four.");
        }

        VCardWriter.Write(
            stream, book.Contacts.Select(contact => ExportedPerson.Of(contact, book, forVCard: true)), version == VCardVersion.Four);
    }

    /// <summary>Writes a row for each contact in the columns of Google Contacts, for spreadsheets.</summary>
    /// <param name="book">The book.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <remarks>
    /// A cell that a spreadsheet could run as a formula has an apostrophe in front, including telephone numbers that begin with +.
    /// </remarks>
    public static void Csv(RelationshipBook book, Stream stream) => WriteCsv(book, stream, safe: true);

    /// <summary>Writes a row for each contact that <see cref="Import"/> reads back without loss of what address books hold.</summary>
    /// <param name="book">The book.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <remarks>It is for programs: cells are as they are, so a spreadsheet may run one as a formula.</remarks>
    public static void LosslessCsv(RelationshipBook book, Stream stream) => WriteCsv(book, stream, safe: false);

    /// <summary>Writes an iCalendar feed: birthdays and other dates every year, accepted plans, and who is due within some days.</summary>
    /// <param name="book">The book.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="asOf">The present instant.</param>
    /// <param name="days">How many days ahead to list who is due, from 0 to 366.</param>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> or <paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> or <paramref name="days"/> is out of range.</exception>
    /// <remarks>
    /// All events last whole days and do not block time. An event keeps its UID from one export to the next, so that a calendar updates it.
    /// </remarks>
    public static void Calendar(RelationshipBook book, Stream stream, Instant asOf, int days = 90)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        if (!SupportedSpan.Contains(asOf))
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), $"The instant must be {SupportedSpan.Text}.");
        }

        if (days is < 0 or > 366)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "The days must be from 0 to 366.");
        }

        new Calendars.CalendarFeed(book, asOf).Write(stream, days);
    }

    /// <summary>Writes the whole book as versioned JSON, which <see cref="RelationshipBook.Load(Stream)"/> reads back.</summary>
    /// <param name="book">The book.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static void Json(RelationshipBook book, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(book);
        book.Save(stream);
    }

    private static void WriteCsv(RelationshipBook book, Stream stream, bool safe)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        AddressBookWriter.Write(stream, [.. book.Contacts.Select(contact => ExportedPerson.Of(contact, book, forVCard: false))], safe);
    }
}
