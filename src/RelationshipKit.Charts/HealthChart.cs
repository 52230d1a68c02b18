using System.Globalization;
using NodaTime.Text;
using RelationshipKit.Charts.Drawing;
using RelationshipKit.Planning.Health;

namespace RelationshipKit.Charts;

/// <summary>The last months of a whole network: contact-days as bars, and below them the living ties as a line.</summary>
/// <remarks>Two plots over the same months, each with its own axis, so that no line is read against the wrong one.</remarks>
public sealed class HealthChart : Chart
{
    private HealthChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws the months of a network.</summary>
    /// <param name="health">The health, from <see cref="RelationshipBook.HealthAt"/>.</param>
    /// <param name="options">Size, colours and language; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="health"/> is <see langword="null"/>.</exception>
    public static HealthChart Of(NetworkHealth health, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(health);
        options ??= ChartOptions.Default;
        var picture = new Picture(
            options, options.Texts.TextOf(ChartPhrase.HealthTitle), options.Texts.TextOf(ChartPhrase.HealthDescription));
        if (health.Trend.IsEmpty)
        {
            picture.Nothing();
            return new HealthChart(picture);
        }

        picture.Legend(LegendItem.Mark(picture.Say(ChartPhrase.ContactDays), "f0"));
        var bars = PlotOf(picture, health, month => month.ContactDays, 110);
        var slot = (bars.Right - bars.Left) / health.Trend.Length;
        for (var i = 0; i < health.Trend.Length; i++)
        {
            var month = health.Trend[i];
            picture.Rect(
                bars.X(i) + (slot * 0.15), bars.Y(month.ContactDays), slot * 0.7, bars.Bottom - bars.Y(month.ContactDays), "f0",
                Tip(picture, month));
        }

        picture.Y = bars.Bottom + 10;
        picture.Legend(LegendItem.Line(picture.Say(ChartPhrase.LivingTies, picture.Say(NetworkHealth.LivingStrength)), 1));
        var line = PlotOf(picture, health, month => month.LivingTies, 80);
        picture.Curve(health.Trend.Select((month, i) => (line.X(i + 0.5), line.Y(month.LivingTies))), 1);
        for (var i = 0; i < health.Trend.Length; i++)
        {
            picture.Circle(line.X(i + 0.5), line.Y(health.Trend[i].LivingTies), 3.5, "f1", Tip(picture, health.Trend[i]));
        }

        var names = options.Texts.TextOf(ChartPhrase.Months).Split(' ');
        var end = double.NegativeInfinity;
        for (var i = 0; i < health.Trend.Length; i++)
        {
            var month = health.Trend[i].Month;
            var name = names[(month.Month - 1) % names.Length];
            end = line.Tick(
                line.X(i + 0.5), i == 0 || month.Month == 1 ? name + " " + month.Year.ToString(CultureInfo.InvariantCulture) : name, end);
        }

        picture.Y = line.Bottom + 22;
        return new HealthChart(picture);
    }

    private static Plot PlotOf(Picture picture, NetworkHealth health, Func<HealthMonth, int> number, double height)
    {
        var highest = health.Trend.Max(number);
        var step = Steps.For(highest, 4);
        picture.Y += 10;
        var left = Picture.Margin + 8 + TextWidth.Of(picture.Say(Steps.Top(highest, step)), Picture.Small);
        var plot = new Plot(
            picture, Math.Max(36, left), picture.Y, picture.Right - 4, picture.Y + height) { MaxX = health.Trend.Length,
            MaxY = Steps.Top(highest, step) };
        plot.Rows(step, value => picture.Say(value));
        return plot;
    }

    private static string Tip(Picture picture, HealthMonth month) =>
        $"{YearMonthPattern.Iso.Format(month.Month)}: {picture.Say(ChartPhrase.ContactDays)} {picture.Say(month.ContactDays)}, "
            + $"{picture.Say(ChartPhrase.LivingTies, picture.Say(NetworkHealth.LivingStrength))} {picture.Say(month.LivingTies)}";
}
