using NodaTime;
using RelationshipKit.Charts.Drawing;

namespace RelationshipKit.Charts;

/// <summary>Everybody as a dot around the owner: the nearer to the centre, the stronger the tie; one sector for each circle.</summary>
/// <remarks>
/// Archived and deceased contacts are left out. Names are written for the strongest ties while there is room. The others have tooltips. The
/// place within a sector has no meaning.
/// </remarks>
public sealed class CirclesChart : Chart
{
    private const int MostNames = 60;
    private const double MostCircleName = 150;

    private CirclesChart(Picture picture)
        : base(picture)
    {
    }

    /// <summary>Draws the circles.</summary>
    /// <param name="book">The book.</param>
    /// <param name="asOf">The instant of the picture, from 0001-01-02 to 9999-12-30.</param>
    /// <param name="options">Size, colours, language and names; null for the default.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="book"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is out of range.</exception>
    public static CirclesChart Of(RelationshipBook book, Instant asOf, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        Days.Check(asOf);
        options ??= ChartOptions.Default;
        var picture = new Picture(
            options, options.Texts.TextOf(ChartPhrase.CirclesTitle), options.Texts.TextOf(ChartPhrase.CirclesDescription));
        picture.Sentences(
            picture.Say(ChartPhrase.AsOf, Picture.Say(asOf.InZone(book.Zone).Date)) + "; " + picture.Say(ChartPhrase.RingUnit));
        var people = book.Contacts.Where(contact => contact.State == ContactState.Active)
            .Select(contact => new Person(contact, contact.Circle, book.ScoreOf(contact.Id, asOf).Strength.Value)).ToList();
        if (people.Count == 0)
        {
            picture.Nothing();
            return new CirclesChart(picture);
        }

        var sectors = SectorsOf(picture, people);
        picture.Legend(sectors.Select((sector, i) => LegendItem.Dot(sector.Text, $"f{i}")));
        picture.Y += 8;
        var radius = Math.Min(230, ((picture.Right - Picture.Margin) / 2) - 4);
        var (x, y) = (picture.Width / 2, picture.Y + radius + 14);
        var taken = Rings(picture, x, y, radius);
        var dots = Place(picture, sectors, x, y, radius);
        picture.Diamond(x, y, 6, "t");
        foreach (var dot in dots)
        {
            picture.Circle(
                dot.X, dot.Y, dots.Count > 150 ? 3 : 4.5, $"f{dot.Sector}",
                $"{picture.NameOf(dot.Person.Contact)}: {picture.Say(dot.Person.Strength, "0.00")}");
        }

        var written = Names(picture, dots, taken, new Box(Picture.Margin, y - radius - 10, picture.Right, y + radius + 16));
        picture.Y = y + radius + 18;
        if (written < people.Count)
        {
            picture.Sentences(picture.Say(ChartPhrase.NamesShown, written, people.Count));
        }

        return new CirclesChart(picture);
    }

    // Stock and own circles by size, at most five; all further ones, and people without one, share the last sector.
    private static List<Sector> SectorsOf(Picture picture, List<Person> people)
    {
        var groups = people.Where(person => person.Circle is not null).GroupBy(person => person.Circle!)
            .OrderBy(group => group.Key.AdvisedCapacity).ThenBy(group => group.Key.Name, StringComparer.Ordinal).ToList();
        var named = groups.Take(Palette.Series - 1).Select(group => new Sector(
            picture.Say(
                ChartPhrase.CircleCount,
                Markup.Shorten(Markup.Isolate(picture.Options.Texts.NameOf(group.Key)), MostCircleName, Picture.Size), group.Count(),
                group.Key.AdvisedCapacity),
            [.. group])).ToList();
        var others = groups.Skip(Palette.Series - 1).SelectMany(group => group).ToList();
        var none = people.Where(person => person.Circle is null).ToList();
        if (others.Count + none.Count > 0)
        {
            named.Add(
                new Sector(
                    others.Count > 0
                        ? $"{picture.Say(ChartPhrase.Other)}: {picture.Say(others.Count + none.Count)}"
                        : picture.Say(ChartPhrase.NoCircle, none.Count),
                    [.. others, .. none]));
        }

        return named;
    }

    private static List<Box> Rings(Picture picture, double x, double y, double radius)
    {
        var taken = new List<Box>();
        foreach (var strength in (double[])[0, 0.25, 0.5, 0.75])
        {
            var ring = Ring(strength, radius);
            picture.Circle(x, y, ring, "grid");
            var text = picture.Say(strength);
            picture.Text(x, y - ring - 3, text, "m", Anchor.Middle, Picture.Small);
            taken.Add(Picture.BoxOf(x, y - ring - 3, text, Anchor.Middle, Picture.Small));
        }

        taken.Add(new Box(x - 6, y - 6, x + 6, y + 6));
        return taken;
    }

    // A little room is left around the centre, so that the strongest do not overlap.
    private static double Ring(double strength, double radius) => (0.06 + (0.94 * (1 - strength))) * radius;

    private static List<Dot> Place(Picture picture, List<Sector> sectors, double x, double y, double radius)
    {
        const double Gap = 0.12;
        var weights = sectors.Select(sector => Math.Sqrt(sector.People.Count) + 1).ToList();
        var dots = new List<Dot>();
        var start = (-Math.PI / 2) + (Gap / 2);
        for (var s = 0; s < sectors.Count; s++)
        {
            var angle = ((2 * Math.PI) - (Gap * sectors.Count)) * weights[s] / weights.Sum();
            var people = sectors[s].People.OrderByDescending(person => person.Strength)
                .ThenBy(person => person.Contact.Id.ToString(), StringComparer.Ordinal)
                .ToList();
            for (var i = 0; i < people.Count; i++)
            {
                // Neighbours in strength are far apart in angle: the multiples of the golden ratio fill a sector evenly.
                var share = people.Count == 1 ? 0.5 : ((i + 0.5) * 0.6180339887498949) % 1;
                var (at, ring) = (start + (angle * (0.04 + (0.92 * share))), Ring(people[i].Strength, radius - 6));
                dots.Add(new Dot(people[i], s, x + (ring * Math.Cos(at)), y + (ring * Math.Sin(at))));
            }

            picture.Straight(x, y, x + (radius * Math.Cos(start - (Gap / 2))), y + (radius * Math.Sin(start - (Gap / 2))), "grid");
            start += angle + Gap;
        }

        return dots;
    }

    private static int Names(Picture picture, List<Dot> dots, List<Box> taken, Box room)
    {
        var written = 0;
        var marks = dots.Select(dot => new Box(dot.X - 5, dot.Y - 5, dot.X + 5, dot.Y + 5)).ToList();
        foreach (var dot in dots.OrderByDescending(dot => dot.Person.Strength)
            .ThenBy(dot => dot.Person.Contact.Id.ToString(), StringComparer.Ordinal)
            .Take(MostNames * 4))
        {
            if (written == MostNames)
            {
                break;
            }

            var name = Markup.Shorten(picture.NameOf(dot.Person.Contact), picture.Width / 4, Picture.Small);
            if (Markup.IsNothing(name))
            {
                continue;
            }

            var places =
                new[] { (dot.X + 8, dot.Y + 4, Anchor.Start), (dot.X - 8, dot.Y
                    + 4, Anchor.End), (dot.X, dot.Y - 8, Anchor.Middle), (dot.X, dot.Y
                    + 17, Anchor.Middle) };
            foreach (var (x, y, anchor) in places)
            {
                var box = Picture.BoxOf(x, y, name, anchor, Picture.Small);
                if (box.Left >= room.Left && box.Right <= room.Right && box.Top >= room.Top && box.Bottom <= room.Bottom
                    && !taken.Exists(box.Touches)
                    && !marks.Exists(box.Touches))
                {
                    picture.Text(x, y, name, anchor: anchor, size: Picture.Small);
                    taken.Add(box);
                    written++;
                    break;
                }
            }
        }

        return written;
    }

    private sealed record Person(Contact Contact, Circle? Circle, double Strength);

    private sealed record Sector(string Text, List<Person> People);

    private sealed record Dot(Person Person, int Sector, double X, double Y);
}
