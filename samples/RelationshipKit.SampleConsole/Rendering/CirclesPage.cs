using System.Globalization;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>The circles from the inside out, each with its people, the strongest first.</summary>
internal static class CirclesPage
{
    private const int BarWidth = 10;
    private const int NameWidth = 20;
    private const int Lines = 12;

    public static void Show(Screen screen, OpenBook opened)
    {
        screen.Say(
            $"{Words.Sentence(Words.Whose("circles", opened.Input.Network.Owner))} as of {TieJson.Text(opened.Input.AsOf)} "
                + $"({opened.Input.Zone.Id})");
        if (opened.Ties.IsEmpty)
        {
            screen.Line();
            screen.Say("There are no contacts yet; \"add\" adds one.");
        }

        var quiet = opened.Ties.Select(tie => Words.Cells(Words.Quiet(tie.Score.Rhythm))).DefaultIfEmpty(0).Max();
        var rest = Screen.Indent.Length + BarWidth + 9 + quiet;
        var names = new ShownNames(opened.Ties.Select(tie => tie.Contact), NameWidth, screen.Width - rest);
        foreach (var circle in opened.Ties.GroupBy(tie => tie.Contact.Circle).OrderBy(circle => circle.Key is null).ThenBy(
            circle => circle.Key?.AdvisedCapacity).ThenBy(circle => circle.Key?.Name, StringComparer.Ordinal))
        {
            var ties = circle.ToArray();
            var room = circle.Key?.AdvisedCapacity is { } capacity
                ? $", room for about {capacity.ToString(CultureInfo.InvariantCulture)}"
                : "";
            screen.Line();
            screen.Line(
                $"[bold]{Markup.Escape(circle.Key?.Name ?? "in no circle")}[/]: {Words.Count(ties.Length, "contact", "contacts")}{room}");
            foreach (var tie in ties.Take(Lines))
            {
                var bar = $"{Bars.Of(tie.Score.Strength.Value, BarWidth, screen.Styled)} {Words.Fixed(tie.Score.Strength.Value, 2)}";
                var row =
                    $"{Screen.Indent}{Words.PadTo(names.Of(tie.Contact), names.Width)}  {bar}  {Words.Quiet(tie.Score.Rhythm)}";
                screen.Line(Markup.Escape(Words.Fit(row, screen.Width)));
            }

            if (ties.Length > Lines)
            {
                screen.Say($"and {Words.Count(ties.Length - Lines, "more", "more")}; \"score\" lists all", Screen.Indent.Length);
            }
        }
    }
}
