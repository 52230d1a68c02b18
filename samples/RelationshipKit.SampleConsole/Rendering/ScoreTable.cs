using System.Collections.Immutable;
using System.Globalization;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.Scoring;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Ties as a table, one line each.</summary>
internal static class ScoreTable
{
    private const int BarWidth = 3;

    // All columns but the first, with their padding.
    private const int OtherColumns = 68;

    public static void Show(Screen screen, LoadedInput input, ImmutableArray<Tie> ties, int shown)
    {
        screen.Line(Markup.Escape(
            $"{Words.Count(ties.Length, "tie", "ties")} {Words.Of(input.Network.Owner)} as of {TieJson.Text(input.AsOf)} ({input.Zone.Id})"
            + (shown < ties.Length ? string.Create(CultureInfo.InvariantCulture, $", the strongest {shown}") : "")));
        if (ties.IsEmpty)
        {
            screen.Line("Nobody was in touch by then.");
            return;
        }

        screen.Line();
        screen.Show(TableOf(screen, [.. ties.Take(shown)]));
        screen.Line();
        screen.Line(
            "strength: 0 to 1, how the tie stands at its present pace. known: how much "
                + "is known. days: days with contact. "
            + "silent, usual: days since the last contact, and between contacts. balance: -1 all from you, +1 all from them. "
            + "trend: -1 fading, +1 growing. 30 d: the chance of contact within 30 days if nothing changes"
            + (ties[0].Score.Forecast.IsCalibrated ? "." : ", not calibrated for your network."));
    }

    private static Table TableOf(Screen screen, Tie[] ties)
    {
        var names = new ShownNames(ties.Select(tie => tie.Contact), screen.Width - OtherColumns);
        var table = new Table { Border = TableBorder.None };
        AddColumn(table, "who", Justify.Left);
        AddColumn(table, "strength", Justify.Left);
        AddColumn(table, "known", Justify.Left);
        foreach (var title in (string[])["days", "silent", "usual", "balance"])
        {
            AddColumn(table, title, Justify.Right);
        }

        AddColumn(table, "trend", Justify.Right);
        AddColumn(table, "30 d", Justify.Right, padding: 0);
        foreach (var tie in ties)
        {
            var score = tie.Score;
            table.AddRow(
                Markup.Escape(names.Of(tie.Contact)),
                $"{Bars.Of(score.Strength.Value, BarWidth, screen.Styled)} {Words.Fixed(score.Strength.Value, 3)}",
                score.Evidence.ToString(),
                score.ContactDays.ToString(CultureInfo.InvariantCulture),
                Number(score.Rhythm.SilentDays),
                Number(score.Rhythm.UsualGapDays),
                score.Reciprocity.Verdict == BalanceVerdict.Unknown ? Words.Unknown : Words.Signed(score.Reciprocity.Balance),
                Words.KnowsTrend(tie.Scorer, score) ? Words.Signed(score.Momentum) : Words.Unknown,
                score.Forecast.ContactWithin(Words.Month) is { } chance ? Words.Percent(chance) : "-");
        }

        return table;
    }

    private static void AddColumn(Table table, string title, Justify alignment, int padding = 2) =>
        table.AddColumn(new TableColumn($"{title}") { NoWrap = true, Alignment = alignment, Padding = new Padding(0, 0, padding, 0) });

    private static string Number(double? days) => days is { } known ? Words.DayNumber(known) : Words.Unknown;
}
