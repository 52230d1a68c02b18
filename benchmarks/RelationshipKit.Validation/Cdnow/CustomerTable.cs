using NodaTime.Text;
using NodaTime;
using RelationshipKit.Btyd;
using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Cdnow;

/// <summary>The CDNOW sample, prepared as the published fits were.</summary>
/// <remarks>
/// A row is <c>MASTER-ID SAMPLE-ID YYYYMMDD UNITS DOLLARS</c>. Purchases of one customer on one day are one; the calibration ends with
/// 1997-09-30 and the holdout with 1998-06-30. With the days of the first and the last purchase up to the end of the calibration, x counts
/// the purchase-days after the first, t_x = (last - first)/7 weeks and T = (end - first)/7 weeks, unrounded. Who bought only later is left
/// out.
/// </remarks>
internal sealed class CustomerTable
{
    public static readonly LocalDate CalibrationEnd = new(1997, 9, 30);

    public static readonly LocalDate HoldoutEnd = new(1998, 6, 30);

    private const double DaysPerWeek = 7;

    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");

    private CustomerTable(int rows, int purchaseDays, Customer[] customers)
    {
        Rows = rows;
        PurchaseDays = purchaseDays;
        Customers = customers;
    }

    public static double HoldoutWeeks => Period.DaysBetween(CalibrationEnd, HoldoutEnd) / DaysPerWeek;

    public int Rows { get; }

    public int PurchaseDays { get; }

    public IReadOnlyList<Customer> Customers { get; }

    public static CustomerTable Read(string path)
    {
        var days = new SortedDictionary<string, SortedSet<LocalDate>>(StringComparer.Ordinal);
        var rows = 0;
        foreach (var (customer, date) in RowsOf(path))
        {
            rows++;
            if (!days.TryGetValue(customer, out var dates))
            {
                days.Add(customer, dates = []);
            }

            dates.Add(date);
        }

        Customer[] customers = [.. days.Values.Where(dates => dates.Min <= CalibrationEnd).Select(CustomerOf)];
        return customers.Length > 0
            ? new CustomerTable(rows, days.Values.Sum(dates => dates.Count), customers)
            : throw new BadInputException($"{path}: nobody bought anything by {CalibrationEnd:uuuu-MM-dd}.");
    }

    private static Customer CustomerOf(SortedSet<LocalDate> dates)
    {
        var first = dates.Min;
        var seen = dates.GetViewBetween(first, CalibrationEnd);
        return new Customer(
            RepeatHistory.FromDays(
                seen.Count - 1, Period.DaysBetween(first, seen.Max) / DaysPerWeek, Period.DaysBetween(first, CalibrationEnd) / DaysPerWeek),
            dates.Count(date => date > CalibrationEnd && date <= HoldoutEnd));
    }

    private static IEnumerable<(string Customer, LocalDate Date)> RowsOf(string path)
    {
        using var reader = EdgeListFile.Open(path);
        for (var number = 1; ; number++)
        {
            string? line;
            try
            {
                line = reader.ReadLine();
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                throw new BadInputException($"{path}: the file cannot be read on from line {number}; it may be damaged or cut off.", e);
            }

            if (line is null)
            {
                yield break;
            }

            var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length == 0)
            {
                continue;
            }

            yield return columns.Length == 5 && Date.Parse(columns[2]).TryGetValue(default, out var date)
                ? (columns[0], date)
                : throw new BadInputException($"{path}: line {number} will not do; a row is MASTER-ID SAMPLE-ID YYYYMMDD UNITS DOLLARS.");
        }
    }
}
