using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The last year as a calendar: a column a week, a row a day of the week, a darker sign for more touchpoints.</summary>
internal static class HeatmapPage
{
    private const int Weeks = 53;
    private const string Plain = ".+*#";
    private const string Blocks = "·░▒█";

    public static void Show(Screen screen, OpenBook opened, Contact? contact)
    {
        var (book, zone) = (opened.Book, opened.Book.Zone);
        var today = opened.Input.AsOf.InZone(zone).Date;
        var first = today.PlusDays(1 - (int)today.DayOfWeek).PlusWeeks(1 - Weeks);
        var last = ((Weeks - 1) * 7) + (int)today.DayOfWeek - 1;
        var counts = (contact is null ? book.Touchpoints : book.Touchpoints.Of(contact).AsEnumerable())
            .Where(touchpoint => touchpoint.IsContact && touchpoint.At <= opened.Input.AsOf)
            .GroupBy(touchpoint => touchpoint.At.InZone(zone).Date)
            .ToDictionary(day => day.Key, day => day.Count());
        var shown = counts.Where(day => day.Key >= first).ToArray();
        screen.Say(
            $"{contact?.Name ?? "Everybody"}: in touch on {Words.Count(shown.Length, "day", "days")} since "
                + $"{LocalDatePattern.Iso.Format(first)}, {Words.Count(shown.Sum(day => day.Value), "touchpoint", "touchpoints")} "
                + $"({zone.Id})");
        screen.Line();
        screen.Line($"     {Months(first)}".TrimEnd());
        foreach (var weekday in Enumerable.Range(0, 7))
        {
            var signs = Enumerable.Range(0, Weeks).Select(week => (week * 7) + weekday).Where(day => day <= last).Select(
                day => SignOf(counts.GetValueOrDefault(first.PlusDays(day)), screen.Styled));
            screen.Line($"{((IsoDayOfWeek)(weekday + 1)).ToString()[..3]}  {string.Concat(signs)}".TrimEnd());
        }

        screen.Line();
        screen.Say(
            string.Join(
                "   ", (screen.Styled ? Blocks : Plain).Zip(["none", "1", "2 or 3", "4 or more"], (sign, count) => $"{sign} {count}")));
    }

    private static char SignOf(int count, bool styled) => (styled ? Blocks : Plain)[count switch { 0 => 0, 1 => 1, <= 3 => 2, _ => 3 }];

    // The name of a month stands over its first week, where there is room.
    private static string Months(LocalDate first)
    {
        var line = new char[Weeks + 3];
        Array.Fill(line, ' ');
        var free = 0;
        for (var week = 0; week < Weeks; week++)
        {
            var monday = first.PlusWeeks(week);
            if (week >= free && (week == 0 || monday.Month != monday.PlusWeeks(-1).Month))
            {
                LocalDatePattern.CreateWithInvariantCulture("MMM").Format(monday).CopyTo(0, line, week, 3);
                free = week + 4;
            }
        }

        return new string(line);
    }
}
