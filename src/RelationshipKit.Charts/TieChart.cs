using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Charts.Drawing;

namespace RelationshipKit.Charts;

/// <summary>
/// One tie over time: strength, touches by channel, how it goes on with and without a touch today, and when it falls to a level.
/// </summary>
/// <remarks>
/// <para>
/// The past reaches back to the first touch, at least 60 days and at most a year; the future is a third of that. Touches later than the
/// instant do not count and are not drawn.
/// </para>
/// <para>The touch of the comparison is the richest channel the two have used, else a call.</para>
/// </remarks>
public sealed class TieChart : Chart
{
    private const int LeastPast = 60;
    private const int MostPast = 365;
    private const int MostLanes = 7;
    private const double LaneHeight = 18;
    private const double LaneGap = 10;

    private TieChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws a tie.</summary>
    /// <param name="book">The book.</param>
    /// <param name="id">The contact, by id or alias.</param>
    /// <param name="asOf">The instant of the picture, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="level">The level to look for, more than 0 and less than 1; .1 by default.</param>
    /// <param name="options">Size, colours, language and names; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ContactNotFoundException">The book has no such contact.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> or <paramref name="level"/> is out of range.</exception>
    public static TieChart Of(RelationshipBook book, ContactId id, Instant asOf, double level = 0.1, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(level), level, FormattableString.Invariant($"The level is {level}; it must be more than 0 and less than 1."));
        }

        var score = book.ScoreOf(id, asOf);
        var contact = book.Find(id)!;
        options ??= ChartOptions.Default;
        var picture = new Picture(
            options, Picture.Say(options, ChartPhrase.TieTitle, Naming.Of(contact.Name, options.Names)),
            options.Texts.TextOf(ChartPhrase.TieDescription));
        var touches = book.Touchpoints.Of(contact).Where(touch => touch.IsContact && touch.At <= asOf).ToImmutableArray();
        var today = Days.Of(asOf);
        picture.Sentences(
            picture.Say(ChartPhrase.AsOf, Picture.Say(asOf.InZone(book.Zone).Date)) + ": " + picture.Say(
                ChartPhrase.StrengthNow, picture.Say(score.Strength.Value, "0.00")) + ", " + Fall(picture, book, id, asOf, level));
        if (touches.IsEmpty)
        {
            picture.Nothing();
            return new TieChart(picture);
        }

        var past = Math.Clamp(today - Days.Of(touches[0].At), LeastPast, MostPast);
        var (from, to) = (Math.Max(Days.First, today - past), Math.Min(Days.Last, today + (past / 3)));
        var channel = Richest(book, touches);
        picture.Legend(
            LegendItem.Line(picture.Say(ChartPhrase.SoFar), 0),
            LegendItem.Line(picture.Say(ChartPhrase.IfNothing), 0, "2 4"),
            LegendItem.Line(picture.Say(ChartPhrase.IfTouch, options.Texts.NameOf(channel)), 1, "8 4"));
        picture.Legend(LegendItem.Word(picture.Say(ChartPhrase.StrengthAxis)));
        picture.Y += 20;
        var lanes = LanesOf(picture, touches, from);
        var left = Picture.Margin + 8 + Math.Min(90, lanes.Select(lane => TextWidth.Of(lane.Name, Picture.Small)).Append(28).Max());
        var plot = new Plot(picture, left, picture.Y, picture.Right - 4, picture.Y + 150) { MinX = from, MaxX = to };
        plot.Rows(0.25, value => picture.Say(value, "0.00"));
        picture.Straight(plot.X(today), plot.Top, plot.X(today), plot.Bottom + LaneGap + (lanes.Count * LaneHeight), "axis", "3 3");
        picture.Straight(plot.Left, plot.Y(level), plot.Right, plot.Y(level), "s5", "1 3");
        Mark(picture, plot, today);
        Curves(picture, plot, book, contact.Id, asOf, touches, channel);
        if (book.FallsTo(id, asOf, Strength.FromValue(level)) is { } falls && Days.Of(falls) <= to)
        {
            picture.Diamond(
                plot.X(Days.Of(falls)), plot.Y(level), 5, "f0",
                picture.Say(ChartPhrase.FallsTo, picture.Say(level), Picture.Say(falls.InZone(book.Zone).Date)));
        }

        picture.Y = plot.Bottom + LaneGap;
        foreach (var lane in lanes)
        {
            Lane(picture, plot, book, lane, from);
        }

        new Plot(picture, plot.Left, plot.Top, plot.Right, picture.Y) { MinX = from, MaxX = to }.Months();
        picture.Y += 22;
        return new TieChart(picture);
    }

    private static string Fall(Picture picture, RelationshipBook book, ContactId id, Instant asOf, double level) =>
        book.FallsTo(id, asOf, Strength.FromValue(level)) switch
    {
        null => picture.Say(ChartPhrase.IsBelow, picture.Say(level)),
        { } falls when Days.Of(falls) >= Days.Last => picture.Say(ChartPhrase.NeverFalls, picture.Say(level)),
        { } falls => picture.Say(ChartPhrase.FallsTo, picture.Say(level), Picture.Say(falls.InZone(book.Zone).Date)),
    };

    private static Channel Richest(RelationshipBook book, ImmutableArray<Touchpoint> touches) =>
        touches.Select(touch => touch.Channel).Distinct().Where(channel => channel != Channel.GroupEvent)
            .OrderBy(channel => Channel.Stock.Contains(channel) ? 0 : 1).ThenByDescending(channel => StockRank(channel))
            .FirstOrDefault() is { } used && StockRank(used) >= StockRank(Channel.Voice) ? used : Channel.Voice;

    // The stock list runs from light to rich.
    private static int StockRank(Channel channel)
    {
        for (var i = 0; i < Channel.Stock.Count; i++)
        {
            if (Channel.Stock[i] == channel)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Mark(Picture picture, Plot plot, double today)
    {
        var text = picture.Say(ChartPhrase.Today);
        var half = TextWidth.Of(text, Picture.Small) / 2;
        picture.Text(
            Math.Clamp(plot.X(today), Picture.Margin + half, picture.Right - half), plot.Top - 6, text, "m", Anchor.Middle, Picture.Small);
    }

    private static void Curves(
        Picture picture, Plot plot, RelationshipBook book, ContactId id, Instant asOf, ImmutableArray<Touchpoint> touches, Channel channel)
    {
        var today = Days.Of(asOf);
        var step = (plot.MaxX - plot.MinX) / 160;
        var past = Enumerable.Range(0, 161).Select(i => plot.MinX + (i * step)).Where(day => day < today).Select(Days.InstantOf)
            .Concat(
                touches.Where(touch => Days.Of(touch.At) >= plot.MinX)
                    .TakeLast(500)
                    .SelectMany(touch => (Instant[])[Before(touch.At), touch.At]))
            .Append(asOf).Where(instant => instant <= asOf && Days.Of(instant) >= plot.MinX).Distinct().Order();
        picture.Curve(past.Select(instant => Point(instant, book.ScoreOf(id, instant))), 0);
        var future = Enumerable.Range(0, 41).Select(
            i => Days.InstantOf(today + (i * (plot.MaxX - today) / 40))).Select(instant => instant < asOf ? asOf : instant).ToArray();
        var extra = new Touchpoint(id, asOf, channel, Direction.Mutual);
        picture.Curve(future.Select(instant => Point(instant, book.WhatIf(id, instant, extra))), 1, "8 4");
        picture.Curve(future.Select(instant => Point(instant, book.ScoreOf(id, instant))), 0, "2 4");

        (double X, double Y) Point(Instant instant, RelationshipScore score) => (plot.X(Days.Of(instant)), plot.Y(score.Strength.Value));
    }

    private static Instant Before(Instant instant) => Days.InstantOf(Days.Of(instant) - 0.01);

    private static List<(string Name, ImmutableArray<Touchpoint> Touches)> LanesOf(
        Picture picture, ImmutableArray<Touchpoint> touches, double from)
    {
        var lanes = touches.Where(touch => Days.Of(touch.At) >= from).GroupBy(touch => touch.Channel)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(
                group =>
                    (Name: TextWidth.Fit(picture.Options.Texts.NameOf(group.Key), 90, Picture.Small), Touches: group.ToImmutableArray()))
                .ToList();
        return lanes.Count <= MostLanes ? lanes
            : [.. lanes.Take(MostLanes - 1), (TextWidth.Fit(
                picture.Say(ChartPhrase.Other), 90, Picture.Small), [.. lanes.Skip(MostLanes - 1).SelectMany(lane => lane.Touches)])];
    }

    private static void Lane(
        Picture picture, Plot plot, RelationshipBook book, (string Name, ImmutableArray<Touchpoint> Touches) lane, double from)
    {
        var middle = picture.Y + (LaneHeight / 2);
        picture.Text(plot.Left - 6, middle + 4, lane.Name, "m", Anchor.End, Picture.Small);
        picture.Straight(plot.Left, middle, plot.Right, middle, "grid");
        foreach (var day in lane.Touches.GroupBy(touch => touch.At.InZone(book.Zone).Date))
        {
            var x = plot.X(Math.Max(from, Days.Of(day.First().At)));
            var tip = picture.Say(
                ChartPhrase.TouchLine, Picture.Say(day.Key),
                string.Join(", ", day.Select(touch => picture.Options.Texts.NameOf(touch.Channel)).Distinct()));
            picture.Rect(x - 1.5, middle - 6, 3, 12, "f0", tip, 1);
        }

        picture.Y += LaneHeight;
    }
}
