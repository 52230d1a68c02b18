using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Reads the dates of one address book, in the order of day and month that its own rows prove.</summary>
/// <remarks>
/// Without an order that somebody named, the other dates of the file decide: one of 25/12 shows that days stand first in all of them.
/// Where no date shows it, the language of the column does.
/// </remarks>
/// <param name="context">The file.</param>
/// <param name="columns">Its columns.</param>
internal sealed class AddressBookDates(SourceContext context, AddressBookColumn[] columns)
{
    private static readonly HashSet<string> English = new(
        StringComparer.OrdinalIgnoreCase) { "birthday", "anniversary", "birth date", "date of birth" };

    private readonly int yearNow = context.Settings.AsOf.InZone(context.Settings.Zone).Year;
    private DateOrder? proven;
    private bool isLookedThrough;

    /// <summary>Reads a date; two digits of a year mean the last such year that has begun.</summary>
    public bool TryRead(AddressBookColumn column, string cell, out PartialDate date) =>
        TableDate.TryPartial(cell, OrderOf(column, cell), out date, yearNow);

    /// <summary>Returns what is wrong with a cell that is not a date.</summary>
    public string WhyNot(AddressBookColumn column, string cell) => TableDate.WhyNot(cell, OrderOf(column, cell));

    private DateOrder OrderOf(AddressBookColumn column, string cell)
    {
        if (context.Settings.DateOrder is { } named)
        {
            return named;
        }

        if (!TableDate.IsUnclear(cell))
        {
            return DateOrder.MonthDayYear;
        }

        if (!isLookedThrough)
        {
            proven = LookThrough();
            isLookedThrough = true;
        }

        // Of headers in English Outlook in the United States is the commonest writer; the other languages put the day first.
        return proven
            ?? (English.Contains(column.Name) || column.Field == AddressBookField.EventValue
                ? DateOrder.MonthDayYear
                : DateOrder.DayMonthYear);
    }

    private DateOrder? LookThrough()
    {
        var dates = Enumerable.Range(0, columns.Length).Where(i => IsDate(columns[i].Field)).ToArray();
        var (dayFirst, monthFirst) = (false, false);
        foreach (var row in Table.Read(context.Apart()))
        {
            foreach (var i in dates)
            {
                var order = TableDate.ProvenOrder(row[i]);
                dayFirst |= order == DateOrder.DayMonthYear;
                monthFirst |= order == DateOrder.MonthDayYear;
            }
        }

        return dayFirst == monthFirst ? null : dayFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
    }

    private static bool IsDate(AddressBookField? field) =>
        field is AddressBookField.Birthday or AddressBookField.Anniversary or AddressBookField.EventValue;
}
