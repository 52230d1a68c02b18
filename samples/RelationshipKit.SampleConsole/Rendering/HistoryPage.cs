using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleConsole.Input;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>What happened with one contact, a line each, the last first.</summary>
internal static class HistoryPage
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static void Show(Screen screen, OpenBook opened, Contact contact, int shown)
    {
        var (book, asOf) = (opened.Book, opened.Input.AsOf);
        var touches = TouchList.Of(book, contact).ToArray();
        screen.Say($"{contact.Name} ({contact.Id}): {Words.Count(touches.Length, "touchpoint", "touchpoints")} ({book.Zone.Id})");
        if (touches.Length == 0)
        {
            screen.Say($"Nothing yet. \"log {contact.Id} call\" logs a call of now.");
            return;
        }

        screen.Line();
        foreach (var (number, touchpoint) in touches.Take(shown))
        {
            screen.Line(
                Markup.Escape(
                    Words.Fit(
                        $"{number.ToString(CultureInfo.InvariantCulture),4}  "
                            + $"{Describe(book, contact, touchpoint)}{(touchpoint.At > asOf ? ", to come" : "")}",
                        screen.Width)));
        }

        if (touches.Length > shown)
        {
            screen.Say($"and {Words.Count(touches.Length - shown, "earlier one", "earlier ones")}; --all shows them", Screen.Indent.Length);
        }
    }

    /// <summary>Returns a touchpoint in a line.</summary>
    public static string Describe(RelationshipBook book, Contact contact, Touchpoint touchpoint)
    {
        var others = touchpoint.Participants.Where(id => id != contact.Id && !contact.Aliases.Contains(id))
            .Select(id => book.Find(id)?.Name ?? id.Value)
            .ToArray();
        string[] parts =
        [
            $"{Minute.Format(touchpoint.At.InZone(book.Zone).LocalDateTime)}  {touchpoint.Channel}",
            touchpoint.Direction switch
            {
                Direction.Outgoing => "from you",
                Direction.Incoming => "from them",
                Direction.Mutual => "both",
                _ => "",
            },
            touchpoint.Outcome == Outcome.Attempted ? "not reached" : "",
            touchpoint.Length is { } length ? Length(length) : "",
            touchpoint.Gesture == Gesture.None ? "" : Words.Gesture(touchpoint.Gesture),
            touchpoint.IsAutomatic ? "automatic" : "",
            touchpoint.Facet?.Name ?? "",
            others.Length == 0 ? "" : "with " + string.Join(" and ", others.Take(2))
                + (others.Length > 2 ? $" and {Words.Count(others.Length - 2, "more", "more")}" : ""),
            touchpoint.Note is { } note ? $"\"{note.ReplaceLineEndings(" ")}\"" : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Length(Duration length) =>
        length.TotalHours < 24
            ? string.Create(CultureInfo.InvariantCulture, $"{length.TotalMinutes:0.#} min")
            : Words.Days(length.TotalDays);
}
