using System.Globalization;
using NodaTime.Text;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>A simulated stretch of life: the load in sum and week by week, and who was never reached.</summary>
internal static class SimulatePage
{
    private const int BarWidth = 30;
    private const int Lines = 8;

    public static void Show(Screen screen, OpenBook opened, CadenceSimulation simulation)
    {
        var input = opened.Input;
        screen.Line(Markup.Escape(
            $"{Words.Count(simulation.Weeks.Length, "week", "weeks")} under {Words.Whose("cadences", input.Network.Owner)} from "
                + $"{LocalDatePattern.Iso.Format(simulation.Weeks[0].FirstDay)}, "
            + $"lived with seed {simulation.Settings.Seed.ToString(CultureInfo.InvariantCulture)}; known until "
            + $"{TieJson.Text(input.AsOf)} ({input.Zone.Id})"));
        if (opened.IsProposed)
        {
            screen.Line($"[grey]{opened.Origin}[/]");
        }

        var peak = simulation.Peak;
        screen.Line();
        screen.Line(
            $"{Words.Fixed(simulation.MeanPerWeek, 1)} touches a week on average, "
                + $"{Words.Count(simulation.Reached, "touch", "touches")} in all; at most {Number(peak.Reached)}, "
            + $"in the week of {LocalDatePattern.Iso.Format(peak.FirstDay)}. {Number(simulation.Weeks.Sum(week => week.Answered))} "
            + "were answered, "
            + $"and {Number(simulation.Weeks.Sum(week => week.Theirs))} times somebody came forward unasked.");
        screen.Line();
        screen.Show(TableOf(screen, simulation));
        ShowNever(screen, opened, simulation);
        screen.Line();
        screen.Line("Chance follows from the seed; it is not a prediction. Compare seeds, limits and policies.");
    }

    private static Table TableOf(Screen screen, CadenceSimulation simulation)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumn(new TableColumn("week of") { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        table.AddColumn(new TableColumn("load") { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        foreach (var title in (string[])["touches", "due", "answered", "theirs"])
        {
            table.AddColumn(
                new TableColumn(title)
                {
                    NoWrap = true,
                    Alignment = Justify.Right,
                    Padding = new Padding(0, 0, title == "theirs" ? 0 : 1, 0)
                });
        }

        var most = Math.Max(1, simulation.Peak.Reached);
        foreach (var week in simulation.Weeks)
        {
            table.AddRow(
                LocalDatePattern.Iso.Format(week.FirstDay),
                Bars.Of((double)week.Reached / most, BarWidth, screen.Styled),
                Number(week.Reached),
                Number(week.Due),
                Number(week.Answered),
                Number(week.Theirs));
        }

        return table;
    }

    private static void ShowNever(Screen screen, OpenBook opened, CadenceSimulation simulation)
    {
        var never = simulation.NeverReached.ToArray();
        screen.Line();
        screen.Line($"[bold]Never reached: {(never.Length == 0 ? "nobody" : Words.Count(never.Length, "contact", "contacts"))}[/]");
        var names = new ShownNames(opened.Book.Contacts, screen.Width - Screen.Indent.Length);
        foreach (var id in never.Take(Lines))
        {
            screen.Line(Markup.Escape(Screen.Indent + names.Of(opened.Book.Find(id)!)));
        }

        if (never.Length > Lines)
        {
            screen.Line($"[grey]{Screen.Indent}and {Number(never.Length - Lines)} more; --json has all[/]");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
