using RelationshipKit.Charts.Drawing;
using RelationshipKit.Planning.Simulation;

namespace RelationshipKit.Charts;

/// <summary>The load of simulated weeks: bars for the touches, paler ones behind them for the people who were due.</summary>
/// <remarks>Chance follows from the seed of the simulation; the picture is not a prediction.</remarks>
public sealed class LoadChart : Chart
{
    private LoadChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws the weeks of a simulation.</summary>
    /// <param name="simulation">The simulation, from <see cref="RelationshipBook.Simulate"/>.</param>
    /// <param name="options">Size, colours and language; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="simulation"/> is <see langword="null"/>.</exception>
    public static LoadChart Of(CadenceSimulation simulation, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        options ??= ChartOptions.Default;
        var picture = new Picture(options, options.Texts.TextOf(ChartPhrase.LoadTitle), options.Texts.TextOf(ChartPhrase.LoadDescription));
        var weeks = simulation.Weeks;
        picture.Sentences(picture.Say(
            ChartPhrase.LoadSum, weeks.Length, simulation.Settings.Seed, picture.Say(simulation.MeanPerWeek, "0.0"),
            simulation.Peak.Reached, simulation.NeverReached.Count()));
        picture.Legend(
            LegendItem.Mark(picture.Say(ChartPhrase.Reached), "f0"),
            LegendItem.Mark(picture.Say(ChartPhrase.Due), "p"),
            LegendItem.Line(picture.Say(ChartPhrase.Mean), 1, "6 4"));
        picture.Legend(LegendItem.Word(picture.Say(ChartPhrase.PeopleAWeek)));
        picture.Y += 10;
        var highest = weeks.Max(week => Math.Max(week.Due, week.Reached));
        var step = Steps.For(highest, 5);
        var left = Math.Max(36, Picture.Margin + 8 + TextWidth.Of(picture.Say(Steps.Top(highest, step)), Picture.Small));
        var plot = new Plot(picture, left, picture.Y, picture.Right - 4, picture.Y + 180)
        {
            MinX = Days.Of(weeks[0].FirstDay),
            MaxX = Days.Of(weeks[^1].FirstDay) + 7,
            MaxY = Steps.Top(highest, step),
        };
        plot.Rows(step, value => picture.Say(value));
        var slot = (plot.Right - plot.Left) / weeks.Length;
        foreach (var week in weeks)
        {
            var x = plot.X(Days.Of(week.FirstDay)) + (slot * 0.1);
            var tip =
                $"{Picture.Say(week.FirstDay)}: {picture.Say(ChartPhrase.Reached)} {picture.Say(week.Reached)}, "
                    + $"{picture.Say(ChartPhrase.Due)} {picture.Say(week.Due)}";
            picture.Rect(x, plot.Y(week.Due), slot * 0.8, plot.Bottom - plot.Y(week.Due), "p");
            picture.Rect(x, plot.Y(week.Reached), slot * 0.8, plot.Bottom - plot.Y(week.Reached), "f0", tip);
        }

        picture.Straight(plot.Left, plot.Y(simulation.MeanPerWeek), plot.Right, plot.Y(simulation.MeanPerWeek), "s1", "6 4", 2);
        plot.Months();
        picture.Y = plot.Bottom + 22;
        return new LoadChart(picture);
    }
}
