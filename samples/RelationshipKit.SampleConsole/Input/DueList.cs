using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>
/// Everybody in a book with their cadence: first those due by a day, then the others by date, and last those of whom nothing is asked.
/// </summary>
internal sealed record DueList(OpenBook Opened, LocalDate By, ImmutableArray<(Contact Contact, CadenceResolution Resolution)> Rows)
{
    private static readonly LocalDate First = new(1, 1, 2);
    private static readonly LocalDate Last = new(9999, 12, 30);

    public IEnumerable<(Contact Contact, CadenceResolution Resolution)> Due => Rows.Where(row => row.Resolution.IsDueBy(By));

    public IEnumerable<(Contact Contact, CadenceResolution Resolution)> Later =>
        Rows.Where(row => !row.Resolution.IsDueBy(By) && IsAsked(row.Resolution));

    public IEnumerable<(Contact Contact, CadenceResolution Resolution)> Unasked =>
        Rows.Where(row => !row.Resolution.IsDueBy(By) && !IsAsked(row.Resolution));

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
                        .OrderBy(row => RankOf(row.Resolution, day))
                        .ThenBy(row => DayOf(row.Resolution, day)),
                ]);
        }
        catch (CadencePolicyNotFoundException e)
        {
            throw new UsageException("--input", $"{opened.Input.Path}: {e.Message}");
        }
    }

    /// <summary>
    /// Returns the day that a contact is listed under: that of a date if one is open, else the ideal date, else the day of the next date.
    /// </summary>
    public static LocalDate DayOf(CadenceResolution resolution, LocalDate by) =>
        resolution.Dates.FirstOrDefault(date => date.IsDueBy(by))?.On ?? resolution.Window?.Ideal ?? resolution.Dates.FirstOrDefault()?.On
            ?? LocalDate.MaxIsoValue;

    private static bool IsAsked(CadenceResolution resolution) => resolution.Window is not null || !resolution.Dates.IsEmpty;

    // First come contacts that are due and not late, then late ones, then those that have been silent for long.
    private static int RankOf(CadenceResolution resolution, LocalDate by) =>
        !resolution.IsDueBy(by) ? 3
        : resolution.Dates.Any(date => date.IsDueBy(by)) ? 0
        : resolution.State switch { CadenceState.Lapsed => 1, CadenceState.Dormant => 2, _ => 0 };

    private static LocalDate DateOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && date >= First && date <= Last
            ? date
            : throw new UsageException("--by", $"'{text}' is not a date such as 2026-03-08, from 0001-01-02 to 9999-12-30.");
}
