using System.CommandLine;
using RelationshipKit.Charts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>circles</c> and <c>heatmap</c>: the network at a glance, as text and as pictures.</summary>
internal static class ChartCommands
{
    public static IEnumerable<Command> Create(Screen screen)
    {
        yield return Create(
            screen,
            "circles",
            "Shows who is in which circle, and how strong each tie is.",
            null,
            (opened, _) => CirclesPage.Show(screen, opened),
            (opened, _) => CirclesChart.Of(opened.Book, opened.Input.AsOf));
        yield return Create(
            screen,
            "heatmap",
            "Shows on which days of the last year you were in touch, with everybody or with one contact.",
            ContactArgument.Optional("The contact; everybody if left out."),
            (opened, contact) => HeatmapPage.Show(screen, opened, contact),
            (opened, contact) => contact is null
                ? HeatmapChart.Of(opened.Book, opened.Input.AsOf)
                : HeatmapChart.OfContact(opened.Book, contact.Id, opened.Input.AsOf));
    }

    private static Command Create(
        Screen screen, string name, string description, Argument<string?>? who, Action<OpenBook, Contact?> show,
        Func<OpenBook, Contact?, Chart> draw)
    {
        var options = new InputOptions();
        var svg = new Option<string?>("--svg") { Description = "Also draw it into this file.", HelpName = "FILE" };
        var force = OutputFile.Force();
        var command = new Command(name, description) { svg, force };
        if (who is not null)
        {
            command.Arguments.Add(who);
        }

        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var opened = OpenBook.Of(options.Load(parsed, screen));
            var contact = who is not null
                && parsed.GetValue(who) is { } text ? ContactFinder.Find(opened.Book.Contacts, text, "NAME") : null;
            if (parsed.GetValue(svg) is { } path)
            {
                OutputFile.WriteText("--svg", path, parsed.GetValue(force), draw(opened, contact).ToSvg(), opened.Input.Path);
            }

            show(opened, contact);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }
}
