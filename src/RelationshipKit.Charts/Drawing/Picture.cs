using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Charts.Drawing;

/// <summary>A picture in the making: written from the top down, its height known at the end.</summary>
internal sealed partial class Picture
{
    public const double Size = 12;
    public const double Small = 11;
    public const double Margin = 12;
    private const double TitleSize = 15;
    private const double Line = 17;

    private readonly StringBuilder body = new();
    private readonly string title;
    private readonly string description;

    public Picture(ChartOptions options, string title, string description)
    {
        Options = options;
        this.title = options.Title ?? title;
        this.description = description;
        Y = Margin;
        foreach (var line in TextWidth.Wrap(this.title, Right - Margin, TitleSize, 2, bold: true))
        {
            Y += 21;
            Text(Margin, Y - 3, line, size: TitleSize, bold: true);
        }

        Y += 4;
    }

    public ChartOptions Options { get; }

    /// <summary>Gets or sets the height used so far.</summary>
    public double Y { get; set; }

    public double Right => Options.Width - Margin;

    public double Width => Options.Width;

    /// <summary>Gets the estimated boxes of the texts written so far.</summary>
    public List<(Box Box, string Text)> Texts { get; } = [];

    public static string Say(ChartOptions options, ChartPhrase phrase, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, options.Texts.TextOf(phrase), values);

    public string Say(ChartPhrase phrase, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Options.Texts.TextOf(phrase), values);

    public string Say(double number, string format = "0.##")
    {
        var text = number.ToString(format, CultureInfo.InvariantCulture);
        return Options.Texts.TextOf(ChartPhrase.DecimalSign) is var sign && sign == "." ? text
            : text.Replace(".", sign, StringComparison.Ordinal);
    }

    public static string Say(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public string NameOf(Contact contact) => Naming.Of(contact.Name, Options.Names);

    /// <summary>Writes sentences below the title, as many lines as they need (four at most).</summary>
    public void Sentences(params IEnumerable<string> sentences)
    {
        foreach (var line in sentences.SelectMany(sentence => TextWidth.Wrap(sentence, Right - Margin, Size, 4)))
        {
            Y += Line;
            Text(Margin, Y - 4, line, "m");
        }
    }

    /// <summary>Writes a legend: a sign and a word for each series, over as many lines as they need.</summary>
    public void Legend(params IEnumerable<LegendItem> items)
    {
        var x = Margin;
        Y += Line;
        foreach (var item in items)
        {
            var text = TextWidth.Fit(item.Text, Right - Margin - item.SignWidth - 6, Size);
            var width = item.SignWidth + 6 + TextWidth.Of(text, Size);
            if (x > Margin && x + width > Right)
            {
                x = Margin;
                Y += Line;
            }

            item.Draw(this, x, Y - 8);
            Text(x + item.SignWidth + 6, Y - 4, text);
            x += width + 14;
        }
    }

    public void Nothing()
    {
        Y += 40;
        Text(Width / 2, Y, TextWidth.Fit(Say(ChartPhrase.Nothing), Right - Margin, Size), "m", Anchor.Middle);
        Y += 24;
    }

    public static Box BoxOf(double x, double y, string text, Anchor anchor = Anchor.Start, double size = Size, bool bold = false)
    {
        var width = TextWidth.Of(text, size, bold);
        var left = anchor switch { Anchor.Start => x, Anchor.Middle => x - (width / 2), _ => x - width };
        return new Box(left, y - (size * 1.05), left + width, y + (size * 0.35));
    }

    public void Text(
        double x, double y, string text, string role = "t", Anchor anchor = Anchor.Start, double size = Size, bool bold = false)
    {
        if (text.Length == 0)
        {
            return;
        }

        Texts.Add((BoxOf(x, y, text, anchor, size, bold), text));
        var end = anchor switch { Anchor.Start => "", Anchor.Middle => " text-anchor=\"middle\"", _ => " text-anchor=\"end\"" };
        Add($"<text class=\"{role}\" x=\"{Markup.Number(x)}\" y=\"{Markup.Number(y)}\" "
            + $"font-size=\"{Markup.Number(size)}\"{end}{(bold ? " font-weight=\"bold\"" : "")}>{Markup.Text(Markup.WithFewMarks(text))}</text>");
    }

    public override string ToString()
    {
        var height = Math.Ceiling(Y + Margin);
        var (w, h) = (Markup.Number(Width), Markup.Number(height));
        var language = Markup.Text(Options.Texts.Language);
        var theme = Options.Theme switch { ChartTheme.Light => "light", ChartTheme.Dark => "dark", _ => "auto" };
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="rk rk-{theme}" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" xml:lang="{language}" lang="{language}" direction="ltr">
            <title>{Markup.Text(title)}</title>
            <desc>{Markup.Text(description)}</desc>
            <style>{Palette.StyleOf(Options.Theme)}</style>
            <rect class="bg" width="{w}" height="{h}"/>

            """.ReplaceLineEndings("\n") + body + "</svg>\n";
    }

    private void Add(string element) => body.Append(element).Append('\n');
}
