using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.Scoring;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The first page: who is close, who drifts, who does the reaching out, and where it has gone quiet.</summary>
internal static class Overview
{
    private const int Lines = 4;
    private const int BarWidth = 10;
    private const int NameWidth = 20;

    // Of a row: the indent, a gap, the bar, the number and how long it was quiet.
    private const int OtherCells = 58;

    // What is worth a line here; all of these are matters of taste, not of the kit.
    private const double FadingFrom = 0.05;
    private const double QuietFrom = 0.6;

    private static readonly Duration LookBack = Duration.FromDays(90);

    public static void Show(Screen screen, LoadedInput input, ImmutableArray<Tie> ties)
    {
        var title = input.Network.Title is { } text ? $"{text}: " : "";
        screen.Line(
            Markup.Escape(
                $"{title}{Words.Count(ties.Length, "tie", "ties")} {Words.Of(input.Network.Owner)} as of {TieJson.Text(input.AsOf)} "
                    + $"({input.Zone.Id})"));
        var names = new ShownNames(ties.Select(tie => tie.Contact), NameWidth, screen.Width - OtherCells);
        var known = ties.Where(tie => tie.Score.Evidence >= Evidence.Fair).ToArray();
        Section(
            screen,
            names,
            "Strongest",
            ties.Where(tie => tie.Score.Strength.Value >= 0.005),
            tie => $"{Bar(screen, tie.Score.Strength.Value)} {Words.Fixed(tie.Score.Strength.Value, 2)}  {Words.Quiet(tie.Score.Rhythm)}",
            "The bar is the strength, 0 to 1: how the tie stands at its present pace.");
        Section(
            screen,
            names,
            "Fading",
            known.Where(tie => LossOf(tie) >= FadingFrom).OrderByDescending(LossOf),
            tie => $"{Bar(screen, tie.Score.Strength.Value)} {Words.Fixed(tie.Score.Strength.Value, 2)}, "
                + $"ninety days ago {Words.Fixed(tie.Score.Strength.Value + LossOf(tie), 2)}",
            "The bar is the strength now.");
        Section(
            screen,
            names,
            "Lopsided",
            known.Where(tie => tie.Score.Reciprocity.Verdict is BalanceVerdict.MostlyOutgoing or BalanceVerdict.MostlyIncoming)
                .OrderByDescending(tie => Math.Abs(tie.Score.Reciprocity.Balance)),
            tie =>
                $"{Bars.FromMiddle(tie.Score.Reciprocity.Balance, BarWidth / 2, screen.Styled)} "
                    + $"{Words.Signed(tie.Score.Reciprocity.Balance)}  "
                + $"{Words.ShortDays(tie.Score.Reciprocity.Given)} days from you, {Words.ShortDays(tie.Score.Reciprocity.Received)} "
                + "from them",
            "Left of the middle you reach out more, right of it they do. Old days fade.");
        Section(
            screen,
            names,
            "Quiet",
            known.Where(tie => tie.Score.Rhythm.SilencePercentile >= QuietFrom)
                .OrderByDescending(tie => tie.Score.Rhythm.SilencePercentile),
            tie => $"{Bar(screen, ChanceOf(tie))} {Words.Percent(ChanceOf(tie)),5}  {Words.Quiet(tie.Score.Rhythm)}",
            "Most gaps like theirs would be over. The bar is the chance of contact within 30 days.");

        if (ties.Any(tie => tie.Score.ContactDays > 0 && !tie.Score.Forecast.IsCalibrated))
        {
            screen.Line($"[grey]{Screen.Indent}Not calibrated for your network: all chances may be off, by half or double.[/]");
        }

        ShowDue(screen, input, ties, names);

        var unsure = ties.Length - known.Length;
        if (unsure > 0)
        {
            screen.Line();
            screen.Line($"Of {Words.Count(unsure, "tie", "ties")} too little is known for more than a strength.");
        }
    }

    private static void ShowDue(Screen screen, LoadedInput input, ImmutableArray<Tie> ties, ShownNames names)
    {
        var due = DueList.Of(OpenBook.Of(input, ties), by: null).Due.ToDictionary(row => row.Contact.Id, row => row.Resolution);
        Section(
            screen,
            names,
            "Who is due and why",
            ties.Where(tie => due.ContainsKey(tie.Contact.Id))
                .OrderBy(tie => DueList.DayOf(due[tie.Contact.Id], due[tie.Contact.Id].Today)),
            tie =>
                Markup.Escape(
                    Words.Fit(
                        $"{DuePage.StateOf(due[tie.Contact.Id])}: {DuePage.WhyOf(due[tie.Contact.Id])}",
                        screen.Width - names.Width - Screen.Indent.Length - 2)),
            input.Network.Cadences is null
                ? "The input has no cadences; these are proposed from the rhythm of each tie."
                : "The day a touch was wanted most, and the policy that says so.");
    }

    // Asked of ties with contact only.
    private static double ChanceOf(Tie tie) => tie.Score.Forecast.ContactWithin(Words.Month).GetValueOrDefault();

    private static void Section(
        Screen screen, ShownNames names, string title, IEnumerable<Tie> ties, Func<Tie, string> describe, string footer)
    {
        screen.Line();
        screen.Line($"[bold]{title}[/]");
        var chosen = ties.Take(Lines).ToArray();
        if (chosen.Length == 0)
        {
            screen.Line($"{Screen.Indent}nobody");
            return;
        }

        var grid = new Table { Border = TableBorder.None, ShowHeaders = false };
        grid.AddColumn(
            new TableColumn("") { NoWrap = true, Padding = new Padding(0, 0, 2, 0), Width = names.Width + Screen.Indent.Length });
        grid.AddColumn(new TableColumn("") { NoWrap = true, Padding = new Padding(0, 0, 0, 0) });
        foreach (var tie in chosen)
        {
            grid.AddRow(Screen.Indent + Markup.Escape(names.Of(tie.Contact)), describe(tie));
        }

        screen.Show(grid);
        screen.Line($"[grey]{Screen.Indent}{footer}[/]");
    }

    private static string Bar(Screen screen, double share) => Bars.Of(share, BarWidth, screen.Styled);

    /// <summary>Returns how much weaker the tie is than it was; nothing of what came since then is forgotten in it.</summary>
    private static double LossOf(Tie tie) =>
        tie.Score.FirstTouch is { } first && first <= tie.Score.AsOf - LookBack
            ? tie.Scorer.ScoreAt(tie.Touchpoints, tie.Score.AsOf - LookBack).Strength.Value - tie.Score.Strength.Value
            : 0;
}
