using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Charts.Drawing;

/// <summary>A rectangle with axes. Axis titles stand above it, so that no text is turned on its side.</summary>
internal sealed class Plot(Picture picture, double left, double top, double right, double bottom)
{
    private static readonly ImmutableArray<int> MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 6000, 12_000, 60_000, 120_000];

    public double Left { get; } = left;

    public double Top { get; } = top;

    public double Right { get; } = right;

    public double Bottom { get; } = bottom;

    public double MinX { get; init; }

    public double MaxX { get; init; } = 1;

    public double MaxY { get; init; } = 1;

    public double X(double value) => Left + ((value - MinX) / (MaxX - MinX) * (Right - Left));

    public double Y(double value) => Bottom - (value / MaxY * (Bottom - Top));

    /// <summary>Draws lines with numbers at steps of the height.</summary>
    public void Rows(double step, Func<double, string> text)
    {
        for (var i = 0; i * step <= MaxY * (1 + 1e-9); i++)
        {
            picture.Straight(Left, Y(i * step), Right, Y(i * step), i == 0 ? "axis" : "grid");
            picture.Text(Left - 6, Y(i * step) + 4, text(i * step), "m", Anchor.End, Picture.Small);
        }
    }

    /// <summary>Draws numbers at steps of the width.</summary>
    public void Columns(double step, Func<double, string> text)
    {
        var end = double.NegativeInfinity;
        for (var value = Math.Ceiling(MinX / step) * step; value <= MaxX * (1 + 1e-9); value += step)
        {
            end = Tick(X(value), text(value), end);
        }
    }

    /// <summary>Draws months as they fit. X values are days since 1970.</summary>
    public void Months()
    {
        var names = picture.Options.Texts.TextOf(ChartPhrase.Months).Split(' ');
        var (first, last) = (Days.DateOf(MinX), Days.DateOf(MaxX));
        var slots = Math.Max(1, (int)((Right - Left) / (TextWidth.Of("Mmm 0000", Picture.Small) + 12)));
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var step = MonthSteps.First(step => months <= step * slots);
        var end = double.NegativeInfinity;
        for (var month = (((first.Year * 12) + first.Month - 1 + step - 1) / step) * step; month <= (last.Year * 12)
            + last.Month - 1; month += step)
        {
            var (year, number) = (month / 12, (month % 12) + 1);
            if (year is >= 1 and <= 9999 && Days.Of(new LocalDate(year, number, 1)) is var day && day >= MinX)
            {
                end = Tick(X(day), $"{names[(number - 1) % names.Length]} {year}", end);
            }
        }
    }

    /// <summary>Draws a text and a tick below the plot, unless it would touch the text before.</summary>
    /// <returns>The right end of the last text.</returns>
    public double Tick(double x, string text, double end)
    {
        picture.Straight(x, Bottom, x, Bottom + 4, "axis");
        var half = TextWidth.Of(text, Picture.Small) / 2;
        var middle = Math.Clamp(x, (Picture.Margin / 2) + half, picture.Width - (Picture.Margin / 2) - half);
        if (middle - half < end + 6)
        {
            return end;
        }

        picture.Text(middle, Bottom + 20, text, "m", Anchor.Middle, Picture.Small);
        return middle + half;
    }
}
