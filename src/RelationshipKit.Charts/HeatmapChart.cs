using NodaTime;
using RelationshipKit.Charts.Drawing;

namespace RelationshipKit.Charts;

/// <summary>A calendar of touches: one square for each of the last 364 days or so, weeks as columns.</summary>
/// <remarks>
/// Days are those of the book's zone. Attempts and automatic messages do not count. A narrow picture puts the weeks into several blocks.
/// </remarks>
public sealed class HeatmapChart : Chart
{
    private const int Weeks = 53;
    private const double Cell = 9.5;

    private HeatmapChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws the touches with everybody.</summary>
    /// <param name="book">The book.</param>
    /// <param name="asOf">The instant of the picture, from 0001-01-02 to 9999-12-30; later touches do not count.</param>
    /// <param name="options">Size, colours and language; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public static HeatmapChart Of(RelationshipBook book, Instant asOf, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        Days.Check(asOf);
        options ??= ChartOptions.Default;
        return Draw(options, options.Texts.TextOf(ChartPhrase.HeatmapTitle), book.Touchpoints, book.Zone, asOf);
    }

    /// <summary>Draws the touches with one contact.</summary>
    /// <param name="book">The book.</param>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant of the picture, from 0001-01-02 to 9999-12-30; later touches do not count.</param>
    /// <param name="options">Size, colours, language and names; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public static HeatmapChart OfContact(RelationshipBook book, ContactId id, Instant asOf, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        _ = book.ScoreOf(id, asOf); // throws for what is not in the book
        var contact = book.Find(id)!;
        options ??= ChartOptions.Default;
        var title = Picture.Say(options, ChartPhrase.HeatmapOf, Naming.Of(contact.Name, options.Names));
        return Draw(options, title, book.Touchpoints.Of(contact), book.Zone, asOf);
    }

    private static HeatmapChart Draw(ChartOptions options, string title, IEnumerable<Touchpoint> touches, DateTimeZone zone, Instant asOf)
    {
        var picture = new Picture(options, title, options.Texts.TextOf(ChartPhrase.HeatmapDescription));
        var last = Days.Of(asOf.InZone(zone).Date);
        var monday = last - (int)Days.DateOf(last).DayOfWeek + 1;
        var first = monday - ((Weeks - 1) * 7);
        var counts = touches.Where(touch => touch.IsContact && touch.At <= asOf).GroupBy(
            touch => Days.Of(touch.At.InZone(zone).Date)).Where(day => day.Key >= first).ToDictionary(day => day.Key, day => day.Count());
        picture.Sentences(
            picture.Say(ChartPhrase.AsOf, Picture.Say(Days.DateOf(last)))
                + ": " + picture.Say(ChartPhrase.TouchCount, picture.Say(counts.Values.Sum())));
        picture.Legend(
            ((string[])["0", "1", "2", "3-4", "5+"])
                .Select((text, level) => LegendItem.Mark(text, $"h{level}"))
                .Append(LegendItem.Word(picture.Say(ChartPhrase.TouchesADay))));
        var days = options.Texts.TextOf(ChartPhrase.Weekdays).Split(' ');
        var left = Picture.Margin + 8 + days.Max(day => TextWidth.Of(day, Picture.Small));
        var blocks = (int)Math.Ceiling(Weeks * Cell / (picture.Right - left));
        var perBlock = (Weeks + blocks - 1) / blocks;
        for (var block = 0; block < blocks; block++)
        {
            picture.Y += 10;
            Block(picture, left, days, counts, first + (block * perBlock * 7), Math.Min(perBlock, Weeks - (block * perBlock)), last);
        }

        return new HeatmapChart(picture);
    }

    private static void Block(Picture picture, double left, string[] days, Dictionary<int, int> counts, int first, int weeks, int last)
    {
        var (top, cell) = (picture.Y + 16, Math.Min(18, (picture.Right - left) / weeks));
        var months = picture.Options.Texts.TextOf(ChartPhrase.Months).Split(' ');
        var end = double.NegativeInfinity;
        for (var week = 0; week < weeks; week++)
        {
            var x = left + (week * cell);
            for (var day = 0; day < 7 && first + (week * 7) + day <= last; day++)
            {
                var number = first + (week * 7) + day;
                if (number < Days.First)
                {
                    continue;
                }

                var (date, count) = (Days.DateOf(number), counts.GetValueOrDefault(number));
                picture.Rect(
                    x, top + (day * cell), cell - 1.5, cell - 1.5, $"h{LevelOf(count)}",
                    $"{Picture.Say(date)}: {picture.Say(ChartPhrase.TouchCount, picture.Say(count))}", 2);
                var text = date.Day == 1 ? months[(date.Month - 1) % months.Length] + (date.Month == 1 ? $" {date.Year}" : "") : "";
                if (text.Length > 0 && x > end + 6 && x + TextWidth.Of(text, Picture.Small) <= picture.Right)
                {
                    picture.Text(x, picture.Y + 10, text, "m", size: Picture.Small);
                    end = x + TextWidth.Of(text, Picture.Small);
                }
            }
        }

        for (var day = 0; day < 7; day += 2)
        {
            picture.Text(left - 6, top + (day * cell) + (cell / 2) + 3, days[day % days.Length], "m", Anchor.End, Picture.Small);
        }

        picture.Y = top + (7 * cell);
    }

    private static int LevelOf(int count) => count switch { 0 => 0, 1 => 1, 2 => 2, <= 4 => 3, _ => 4 };
}
