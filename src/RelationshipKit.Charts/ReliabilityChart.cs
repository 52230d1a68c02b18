using NodaTime;
using RelationshipKit.Charts.Drawing;

namespace RelationshipKit.Charts;

/// <summary>
/// How reliable the forecasts of a book were: for groups of past forecasts, the chance that was forecast and the share that came true.
/// </summary>
/// <remarks>
/// <para>Every 30 days of the two years before the instant, each active contact is forecast with what was known then. A forecast came true
/// if there was contact within the horizon; the horizon ends by the instant. The forecasts are cut into at most ten groups of equal size,
/// of at least 20. The bar is the 90 % Wilson interval, which assumes that forecasts are independent. Those of one tie are not, so it is
/// somewhat too narrow.</para>
/// <para>Rates fitted to the book's own history have seen it: the picture then shows how well they describe, not how well they
/// predict.</para>
/// </remarks>
public sealed class ReliabilityChart : Chart
{
    private const int Rounds = 24;
    private const int RoundDays = 30;
    private const int MostGroups = 10;
    private const int LeastInGroup = 20;
    private const double Z = 1.6448536269514722; // the 95 % quantile of the normal distribution

    private ReliabilityChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws the reliability of the forecasts.</summary>
    /// <param name="book">The book.</param>
    /// <param name="asOf">The instant up to which is known what happened, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="horizonDays">For how many days the forecasts are, from 1 to 365; 30 by default.</param>
    /// <param name="options">Size, colours and language; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> or <paramref name="horizonDays"/> is out of range.</exception>
    public static ReliabilityChart Of(RelationshipBook book, Instant asOf, int horizonDays = 30, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        Days.Check(asOf);
        if (horizonDays is < 1 or > 365)
        {
            throw new ArgumentOutOfRangeException(
                nameof(horizonDays), horizonDays, $"The horizon has {horizonDays} days; it must have from 1 to 365.");
        }

        options ??= ChartOptions.Default;
        var picture = new Picture(
            options, options.Texts.TextOf(ChartPhrase.ReliabilityTitle), options.Texts.TextOf(ChartPhrase.ReliabilityDescription));
        var forecasts = ForecastsOf(book, asOf, horizonDays);
        picture.Sentences(picture.Say(ChartPhrase.ReliabilitySum, forecasts.Count, horizonDays));
        if (forecasts.Count < LeastInGroup)
        {
            picture.Nothing();
            return new ReliabilityChart(picture);
        }

        picture.Legend(LegendItem.Dot(picture.Say(ChartPhrase.Group), "f0"), LegendItem.Line(picture.Say(ChartPhrase.Perfect), 5, "4 4"));
        picture.Legend(LegendItem.Word(picture.Say(ChartPhrase.ObservedAxis)));
        picture.Y += 10;
        var plot = new Plot(
            picture, 46, picture.Y, picture.Right - 8, picture.Y + Math.Min(260, picture.Right - 60)) { MaxX = 100, MaxY = 100 };
        plot.Rows(25, value => picture.Say(value));
        plot.Columns(25, value => picture.Say(value));
        picture.Straight(plot.Left, plot.Bottom, plot.Right, plot.Top, "s5", "4 4", 1.5);
        var groups = Math.Min(MostGroups, forecasts.Count / LeastInGroup);
        for (var i = 0; i < groups; i++)
        {
            var group = forecasts[(int)((long)forecasts.Count * i / groups)..(int)((long)forecasts.Count * (i + 1) / groups)];
            Group(picture, plot, group.Average(row => row.Chance), group.Count(row => row.CameTrue), group.Count);
        }

        picture.Y = plot.Bottom + 38;
        picture.Text(Picture.Margin + 4, picture.Y, picture.Say(ChartPhrase.ForecastAxis), "m");
        picture.Y += 4;
        return new ReliabilityChart(picture);
    }

    /// <summary>Returns the Wilson interval of a share: where the true one lies with 90 % confidence.</summary>
    internal static (double Low, double High) Wilson(int hits, int number)
    {
        var share = (double)hits / number;
        var middle = share + (Z * Z / (2 * number));
        var half = Z * Math.Sqrt((share * (1 - share) / number) + (Z * Z / (4.0 * number * number)));
        var whole = 1 + (Z * Z / number);
        return (Math.Max(0, (middle - half) / whole), Math.Min(1, (middle + half) / whole));
    }

    /// <summary>Returns past forecasts with what came of them, the lowest chance first.</summary>
    internal static List<(double Chance, bool CameTrue)> ForecastsOf(RelationshipBook book, Instant asOf, int horizonDays)
    {
        var rows = new List<(double Chance, bool CameTrue)>();
        var horizon = Duration.FromDays(horizonDays);
        foreach (var contact in book.Contacts.Where(contact => contact.State == ContactState.Active))
        {
            var touches = book.Touchpoints.Of(contact).Where(
                touch => touch.IsContact && touch.At <= asOf).Select(touch => touch.At).ToArray();
            for (var round = 0; touches.Length > 0 && round < Rounds; round++)
            {
                var day = Days.Of(asOf) - horizonDays - (round * RoundDays);
                if (day < Days.First || Days.InstantOf(day) is var from && from < touches[0])
                {
                    break;
                }

                if (book.ForecastOf(contact.Id, from).ContactWithin(horizon) is { } chance)
                {
                    rows.Add((chance, Array.Exists(touches, at => at > from && at <= from + horizon)));
                }
            }
        }

        rows.Sort();
        return rows;
    }

    private static void Group(Picture picture, Plot plot, double chance, int hits, int number)
    {
        var (low, high) = Wilson(hits, number);
        var x = plot.X(100 * chance);
        picture.Straight(x, plot.Y(100 * low), x, plot.Y(100 * high), "s0", width: 2);
        picture.Circle(x, plot.Y(100.0 * hits / number), 4.5, "f0", $"{picture.Say(100 * chance, "0")} %: {hits} / {number}");
    }
}
