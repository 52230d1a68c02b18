using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>What to do with a new book, in three lines.</summary>
internal static class FirstSteps
{
    public static void Show(Screen screen, string title)
    {
        screen.Say(title);
        foreach (var (arguments, what) in ((string, string)[])
        [
            ("add \"Ada Lovelace\" --circle close", "somebody you care about; or import FILE"),
            ("log ada call --on yesterday", "what you did together"),
            ("due", "whose turn it is"),
        ])
        {
            screen.Line(Markup.Escape($"{Screen.Indent}{arguments,-35}  {what}"));
        }
    }
}
