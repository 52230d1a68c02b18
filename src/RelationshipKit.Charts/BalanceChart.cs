using NodaTime;
using RelationshipKit.Charts.Drawing;

namespace RelationshipKit.Charts;

/// <summary>Give and receive: for each contact the days given to the left and the days received to the right, with the balance.</summary>
/// <remarks>
/// The contacts with most contact come first; archived and deceased contacts and those without contact are left out. Nobody is ranked: the
/// order only shows how much there is to see.
/// </remarks>
public sealed class BalanceChart : Chart
{
    /// <summary>How many contacts are shown by default.</summary>
    public const int DefaultRows = 20;

    private const double Row = 22;

    private BalanceChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws give and receive.</summary>
    /// <param name="book">The book.</param>
    /// <param name="asOf">The instant of the picture, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="rows">How many contacts are shown at most, from 1 to 200.</param>
    /// <param name="options">Size, colours, language and names; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> or <paramref name="rows"/> is out of range.</exception>
    public static BalanceChart Of(RelationshipBook book, Instant asOf, int rows = DefaultRows, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        Days.Check(asOf);
        if (rows is < 1 or > 200)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, $"There are {rows} rows; there must be from 1 to 200.");
        }

        options ??= ChartOptions.Default;
        var picture = new Picture(
            options, options.Texts.TextOf(ChartPhrase.BalanceTitle), options.Texts.TextOf(ChartPhrase.BalanceDescription));
        picture.Sentences(picture.Say(ChartPhrase.AsOf, Picture.Say(asOf.InZone(book.Zone).Date)));
        var all = book.Contacts.Where(contact => contact.State == ContactState.Active)
            .Select(contact => (Contact: contact, Sides: book.ScoreOf(contact.Id, asOf).Reciprocity))
            .Where(row => row.Sides.Given + row.Sides.Received > 0)
            .OrderByDescending(row => row.Sides.Given + row.Sides.Received).ThenBy(row => row.Contact.Id.ToString(), StringComparer.Ordinal)
            .ToList();
        if (all.Count == 0)
        {
            picture.Nothing();
            return new BalanceChart(picture);
        }

        picture.Legend(
            LegendItem.Mark(picture.Say(ChartPhrase.Given), "f1"), LegendItem.Mark(picture.Say(ChartPhrase.Received), "f0"),
            LegendItem.Word(picture.Say(ChartPhrase.DirectionDays)));
        picture.Y += 8;
        var shown = all.Take(rows).ToList();
        var unknown = picture.Say(ChartPhrase.Unknown);
        var numbers = TextWidth.Of(unknown, Picture.Small) + 12;
        var names = Math.Min(
            (picture.Right - Picture.Margin) * 0.36, shown.Max(row => TextWidth.Of(picture.NameOf(row.Contact), Picture.Size)) + 2);
        var (left, right) = (Picture.Margin + names + 10, picture.Right - Math.Max(48, numbers));
        var highest = shown.Max(row => Math.Max(row.Sides.Given, row.Sides.Received));
        var step = Steps.For(highest, 2);
        var top = Math.Max(highest, step);
        var (middle, half) = ((left + right) / 2, (right - left) / 2);
        var (start, bottom) = (picture.Y, picture.Y + (shown.Count * Row));
        for (var value = 0.0; value <= top * (1 + 1e-9); value += step)
        {
            foreach (var sign in value == 0 ? (int[])[1] : [-1, 1])
            {
                var x = middle + (sign * value / top * half);
                picture.Straight(x, start, x, bottom, value == 0 ? "axis" : "grid");
                picture.Text(x, bottom + 16, picture.Say(value), "m", Anchor.Middle, Picture.Small);
            }
        }

        foreach (var (contact, sides) in shown)
        {
            var name = picture.NameOf(contact);
            picture.Text(Picture.Margin, picture.Y + 15, Markup.Shorten(name, names, Picture.Size));
            var tip =
                $"{name}: {picture.Say(ChartPhrase.Given)} {picture.Say(sides.Given)}, {picture.Say(ChartPhrase.Received)} "
                    + $"{picture.Say(sides.Received)}";
            picture.Rect(middle - (sides.Given / top * half), picture.Y + 4, sides.Given / top * half, Row - 8, "f1", tip);
            picture.Rect(middle, picture.Y + 4, sides.Received / top * half, Row - 8, "f0", tip);
            picture.Text(
                picture.Right, picture.Y + 15,
                sides.Verdict == Scoring.BalanceVerdict.Unknown ? unknown : picture.Say(sides.Balance, "+0.00;-0.00;0.00"), "m",
                Anchor.End, Picture.Small);
            picture.Y += Row;
        }

        picture.Y += 22;
        if (all.Count > shown.Count)
        {
            picture.Sentences(picture.Say(ChartPhrase.More, all.Count - shown.Count));
        }

        return new BalanceChart(picture);
    }
}
