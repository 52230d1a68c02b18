using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Charts.Drawing;
using RelationshipKit.Ties;

namespace RelationshipKit.Charts;

/// <summary>Decay curves side by side: how much of a contact still counts after so many days.</summary>
public sealed class DecayChart : Chart
{
    /// <summary>The largest number of curves.</summary>
    public const int MaxCurves = 6;

    private static readonly ImmutableArray<string?> Dashes = [null, "8 4", "2 4", "12 3 2 3", "5 2", "1 3"];

    private DecayChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws decay curves.</summary>
    /// <param name="curves">From 1 to 6 curves with their names.</param>
    /// <param name="days">The length of the axis, from 7 to 36,500 days; 365 by default.</param>
    /// <param name="options">Size, colours and language; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curves"/>, a name or a curve is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no curves or more than 6.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static DecayChart Of(IEnumerable<(string Name, DecayCurve Curve)> curves, int days = 365, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var all = curves.ToImmutableArray();
        if (all.Length is < 1 or > MaxCurves)
        {
            throw new ArgumentException($"There are {all.Length} curves; there must be from 1 to {MaxCurves}.", nameof(curves));
        }

        if (all.Any(curve => curve.Name is null || curve.Curve is null))
        {
            throw new ArgumentNullException(nameof(curves), "A curve and its name must not be null.");
        }

        if (days is < 7 or > 36_500)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, $"The axis has {days} days; it must have from 7 to 36500.");
        }

        options ??= ChartOptions.Default;
        var picture = new Picture(
            options, options.Texts.TextOf(ChartPhrase.DecayTitle), options.Texts.TextOf(ChartPhrase.DecayDescription));
        picture.Legend(all.Select((curve, i) => LegendItem.Line(Markup.Isolate(curve.Name), i, Dashes[i])));
        picture.Legend(LegendItem.Word(picture.Say(ChartPhrase.RetainedAxis)));
        picture.Y += 10;
        var plot = new Plot(picture, 46, picture.Y, picture.Right - 4, picture.Y + 190) { MaxX = days, MaxY = 100 };
        plot.Rows(25, value => picture.Say(value));
        plot.Columns(Steps.For(days, (int)((plot.Right - plot.Left) / 60)), value => picture.Say(value));
        for (var i = 0; i < all.Length; i++)
        {
            var curve = all[i].Curve;
            // Dense at the beginning, where curves are steep.
            picture.Curve(
                Enumerable.Range(0, 121)
                    .Select(k => Math.Pow(k / 120.0, 2) * days)
                    .Select(day => (plot.X(day), plot.Y(100 * curve.RetainedAt(Duration.FromDays(day))))),
                i,
                Dashes[i]);
        }

        picture.Y = plot.Bottom + 38;
        picture.Text(plot.Right, picture.Y, picture.Say(ChartPhrase.DaysAxis), "m", Anchor.End);
        picture.Y += 4;
        return new DecayChart(picture);
    }
}
