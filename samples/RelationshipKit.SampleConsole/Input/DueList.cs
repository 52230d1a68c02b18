using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Everybody of a book with their cadence: those due by a day first, then the others by date, those of whom nothing is asked last.</summary>
internal sealed record DueList(OpenBook Opened, LocalDate By, ImmutableArray<(Contact Contact, CadenceResolution Resolution)> Rows)
{
    private static readonly LocalDate First = new(1, 1, 2);
    private static readonly LocalDate Last = new(9999, 12, 30);

    public IEnumerable<(Contact Contact, CadenceResolution Resolution)> Due => Rows.Where(row => row.Resolution.IsDueBy(By));

    public IEnumerable<(Contact Contact, CadenceResolution Resolution)> Later => Rows.Where(row => !row.Resolution.IsDueBy(By) && row.Resolution.Window is not null);

    public IEnumerable<(Contact Contact, CadenceResolution Resolution)> Unasked => Rows.Where(row => row.Resolution.Window is null);

    /// <summary>Returns the list by a date as the user wrote it; by the day of the instant looked from if it is left out.</summary>
    public static DueList Of(OpenBook opened, string? by)
    {
        var (book, asOf) = (opened.Book, opened.Input.AsOf);
        var day = by is null ? asOf.InZone(book.Zone).Date : DateOf(by);
        try
        {
            return new DueList(
                opened,
                day,
                [
                    .. book.Contacts.Select(contact => (Contact: contact, Resolution: book.CadenceOf(contact.Id, asOf)))
                        .OrderBy(row => !row.Resolution.IsDueBy(day))
                        .ThenBy(row => row.Resolution.Window?.Ideal ?? LocalDate.MaxIsoValue),
                ]);
        }
        catch (CadencePolicyNotFoundException e)
        {
            throw new UsageException("--input", $"{opened.Input.Path}: {e.Message}");
        }
    }

    private static LocalDate DateOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && date >= First && date <= Last
            ? date
            : throw new UsageException("--by", $"'{text}' is no date such as 2026-03-08, from 0001-01-02 to 9999-12-30.");
}
