using RelationshipKit.Charts.Drawing;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Charts;

/// <summary>
/// The week as a strip of seven days, each touch a numbered block, taller the more minutes it takes, and below it the list of touches.
/// </summary>
public sealed class WeekChart : Chart
{
    private const double PixelsPerMinute = 0.5;
    private const double LeastBlock = 18;
    private const double MostColumn = 160;

    private WeekChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws a week.</summary>
    /// <param name="plan">The plan, from <see cref="RelationshipBook.PlanWeek"/>.</param>
    /// <param name="options">Size, colours, language and names; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static WeekChart Of(WeekPlan plan, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options ??= ChartOptions.Default;
        var picture = new Picture(
            options, Picture.Say(options, ChartPhrase.WeekTitle, Picture.Say(plan.Monday)),
            options.Texts.TextOf(ChartPhrase.WeekDescription));
        picture.Sentences(picture.Say(ChartPhrase.WeekSum, plan.Items.Length, plan.PlannedMinutes), picture.Say(ChartPhrase.MinutesADay));
        picture.Y += 8;
        var items = plan.Items.OrderBy(item => item.Day).Select((item, i) => (Item: item, Number: i + 1)).ToList();
        var byDay = items.ToLookup(row => Days.Of(row.Item.Day) - Days.Of(plan.Monday));
        var tallest = Enumerable.Range(0, 7).Max(day => byDay[day].Sum(row => HeightOf(row.Item.Minutes)));
        var shrink = Math.Min(1, MostColumn / Math.Max(1, tallest));
        var (top, column) = (picture.Y, (picture.Right - Picture.Margin) / 7);
        var height = Math.Max(40, Math.Min(MostColumn, tallest));
        var names = options.Texts.TextOf(ChartPhrase.Weekdays).Split(' ');
        for (var day = 0; day < 7; day++)
        {
            var x = Picture.Margin + (day * column);
            picture.Rect(x + 1, top, column - 2, height + 22, "band", round: 3);
            picture.Text(
                x + (column / 2), top + 15, TextWidth.Fit(names[day % names.Length], column - 6, Picture.Size), anchor: Anchor.Middle);
            var y = top + 20;
            foreach (var (item, number) in byDay[day])
            {
                var block = HeightOf(item.Minutes) * shrink;
                picture.Rect(x + 4, y + 1, column - 8, block - 2, "tint", TextOf(picture, item), 3);
                // As high as the text's own box, so that the numbers of short touches do not meet.
                if (block >= Picture.Small * 1.5)
                {
                    picture.Text(x + (column / 2), y + (block / 2) + 4, picture.Say(number), anchor: Anchor.Middle, size: Picture.Small);
                }

                y += block;
            }

            picture.Text(
                x + (column / 2), top + height + 36, picture.Say(byDay[day].Sum(row => row.Item.Minutes)), "m", Anchor.Middle,
                Picture.Small);
        }

        picture.Y = top + height + 44;
        foreach (var (item, number) in items)
        {
            picture.Y += 17;
            var prefix = $"{picture.Say(number)} · {names[((int)item.Day.DayOfWeek - 1) % names.Length]} · ";
            picture.Text(Picture.Margin, picture.Y - 4, Line(picture, prefix, item));
        }

        return new WeekChart(picture);
    }

    private static double HeightOf(int minutes) => Math.Max(LeastBlock, minutes * PixelsPerMinute);

    private static string TextOf(Picture picture, PlanItem item) =>
        picture.Say(
            ChartPhrase.WeekItem, picture.NameOf(item.Contact), picture.Options.Texts.NameOf(item.Channel), picture.Say(item.Minutes));

    // The name gives way, so that channel and minutes stay to be read.
    private static string Line(Picture picture, string prefix, PlanItem item)
    {
        var rest = picture.Say(ChartPhrase.WeekItem, "", picture.Options.Texts.NameOf(item.Channel), picture.Say(item.Minutes));
        var room = picture.Right - Picture.Margin - TextWidth.Of(prefix + rest, Picture.Size);
        var name = Markup.Shorten(picture.NameOf(item.Contact), room, Picture.Size);
        return TextWidth.Fit(
            prefix + picture.Say(ChartPhrase.WeekItem, name, picture.Options.Texts.NameOf(item.Channel), picture.Say(item.Minutes)),
            picture.Right - Picture.Margin, Picture.Size);
    }
}
