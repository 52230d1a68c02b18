using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Chats;

/// <summary>
/// Finds out in which order a chat writes day and month: from a number above 12, or from the messages, which go forward in time.
/// </summary>
internal sealed class WhatsAppDates
{
    // The app is of this year: what seems older is read in a wrong order.
    private const int FirstYear = 2009;

    private int previousDayFirst;
    private int previousMonthFirst;
    private bool dayFirstFails;
    private bool monthFirstFails;
    private int previousYearFirst;
    private bool yearFirstFails;
    private bool dayIsFirst;
    private bool monthIsFirst;

    /// <summary>Gets a value indicating whether there are dates that both orders could read.</summary>
    public bool HasUnclear { get; private set; }

    /// <summary>Gets the order that the lines prove; <see langword="null"/> if they prove none.</summary>
    public DateOrder? Order =>
        !yearFirstFails && dayFirstFails && monthFirstFails ? DateOrder.YearMonthDay
        : dayIsFirst != monthIsFirst ? (dayIsFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear)
        : dayIsFirst || dayFirstFails == monthFirstFails ? null
        : dayFirstFails ? DateOrder.MonthDayYear : DateOrder.DayMonthYear;

    /// <summary>Returns the order to read with: the one the lines prove, else the one that somebody named.</summary>
    public DateOrder? OrderWith(DateOrder? named) =>
        named == DateOrder.YearMonthDay && !yearFirstFails ? named : Order ?? named;

    /// <summary>Takes the stamp of a line into account.</summary>
    public void Add(WhatsAppLine line)
    {
        var isClear = line.IsYearFirst || line.Separator == '.';
        HasUnclear |= !isClear && line.A != line.B && line is { A: <= 12, B: <= 12 };
        dayIsFirst |= !isClear && line is { A: > 12, B: <= 12 };
        monthIsFirst |= !isClear && line is { A: <= 12, B: > 12 };
        var dayFirst = Number(line, DateOrder.DayMonthYear);
        var monthFirst = Number(line, isClear ? DateOrder.DayMonthYear : DateOrder.MonthDayYear);

        // Messages go forward. A clock may have been put back by days; an earlier month is an order that is wrong.
        dayFirstFails |= dayFirst == 0 || dayFirst / 100 < previousDayFirst / 100;
        monthFirstFails |= monthFirst == 0 || monthFirst / 100 < previousMonthFirst / 100;
        var yearFirst = Number(line, isClear ? DateOrder.DayMonthYear : DateOrder.YearMonthDay);
        yearFirstFails |= yearFirst == 0 || yearFirst / 100 < previousYearFirst / 100;
        previousYearFirst = yearFirst;
        previousDayFirst = dayFirst;
        previousMonthFirst = monthFirst;
    }

    /// <summary>Returns the date of a line; <see langword="null"/> if there is no such day.</summary>
    public static PartialDate? DateOf(WhatsAppLine line, DateOrder order)
    {
        var (year, month, day) = line.IsYearFirst ? (line.A, line.B, line.C)
            : line.Separator == '.' || order == DateOrder.DayMonthYear ? (line.C, line.B, line.A)
            : order == DateOrder.YearMonthDay ? (line.A, line.B, line.C)
            : (line.C, line.A, line.B);

        // The Thai calendar counts from the year 543 before our own.
        year = year < 100 ? 2000 + year : year is > 2500 and < 2700 ? year - 543 : year;
        return year >= FirstYear && VCardDate.TryDate(year, month, day, out var date) ? date : null;
    }

    private static int Number(WhatsAppLine line, DateOrder order) =>
        DateOf(line, order) is { Year: { } year, Month: { } month, Day: { } day } ? (year * 10_000) + (month * 100) + day : 0;
}
