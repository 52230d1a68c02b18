using System.Collections.Immutable;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Introductions that could be made, with the need each meets and who would make it.</summary>
internal static class IntroductionsPage
{
    public static void Show(Screen screen, OpenBook opened, ImmutableArray<Introduction> proposals)
    {
        var input = opened.Input;
        screen.Line(
            Markup.Escape(
                $"Who could help whom, among those "
                    + $"{(Words.IsYou(input.Network.Owner) ? "you know" : $"{input.Network.Owner} knows")}, as of "
                    + $"{TieJson.Text(input.AsOf)}"));
        screen.Line();
        if (proposals.IsEmpty)
        {
            screen.Line("No offer meets a need of somebody they do not know yet.");
            return;
        }

        var names = new ShownNames(opened.Book.Contacts);
        foreach (var introduction in proposals)
        {
            screen.Line(
                Markup.Escape($"{Screen.Indent}{NameOf(introduction.Seeker)} needs {introduction.Need}: {introduction.Need.Topic}"));
            screen.Line(
                Markup.Escape(
                    $"{Screen.Indent}{Screen.Indent}{NameOf(introduction.Helper)} offers it; "
                        + $"{(introduction.Connector is { } connector ? $"ask {NameOf(connector)}, who knows both" : "you know both")}"));
        }

        screen.Line();
        screen.Line("[grey]Ask both before anything is made; nobody is asked for too many.[/]");

        string NameOf(ContactId id) => opened.Book.Find(id) is { } contact ? names.Of(contact) : id.Value;
    }
}
