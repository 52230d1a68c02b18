using System.CommandLine;
using System.CommandLine.Help;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The program without a command: how the ties of the book stand, or those of the default seed.</summary>
internal static class Root
{
    public static RootCommand Create(Screen screen)
    {
        var options = new InputOptions();
        var root = new RootCommand(
            "Keeps you in touch: whom you know, when you last spoke, whose turn it is. Without a command it shows how your ties "
                + "stand; before you have a book, those of a made-up dozen.");
        foreach (var command in Commands(screen))
        {
            root.Add(command);
        }

        options.AddTo(root);
        root.SetAction(parsed => Run(screen, options.Load(parsed, screen)));
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new ExamplesHelpAction((HelpAction)help.Action!, screen.Width);
        }

        return root;
    }

    private static IEnumerable<Command> Commands(Screen screen) =>
    [
        InitCommand.Create(screen),
        AddCommand.Create(screen),
        LogCommand.Create(screen),
        ImportCommand.Create(screen),
        ExportCommand.Create(screen),
        EditCommand.Create(screen),
        .. TouchCommands.Create(screen),
        HistoryCommand.Create(screen),
        .. ContactCommands.Create(screen),
        .. PauseCommands.Create(screen),
        WishCommand.Create(screen),
        .. FactCommands.Create(screen),
        DuplicatesCommand.Create(screen),
        SettingsCommand.Create(screen),
        .. StoreCommands.Create(screen),
        ScoreCommand.Create(screen),
        ExplainCommand.Create(screen),
        DueCommand.Create(screen),
        PlanCommand.Create(screen),
        BriefCommand.Create(screen),
        HealthCommand.Create(screen),
        .. ChartCommands.Create(screen),
        IntroductionsCommand.Create(screen),
        LintCommand.Create(screen),
        SimulateCommand.Create(screen),
        McpCommand.Create(),
        CompletionCommand.Create(screen),
    ];

    private static int Run(Screen screen, LoadedInput input)
    {
        if (input.Book is { ContactCount: 0 })
        {
            FirstSteps.Show(screen, $"{input.Path} is your book, and nobody is in it yet. What to do next:");
            screen.Flush();
            return ConsoleApp.Success;
        }

        var ties = TieList.Of(input);
        var opened = OpenBook.Of(input, ties).WithKnownPolicies();
        Overview.Show(screen, input, ties);
        PlanPage.ShowBriefly(screen, PlannedWeek.Of(opened, opened.Book.PlanSettings, null));
        screen.Line();
        screen.Line(Markup.Escape($"Next, after \"{Invocation.Current}\":"));
        foreach (var (arguments, what) in Suggestions(input, ties.FirstOrDefault()?.Id ?? "NAME"))
        {
            screen.Line(Markup.Escape($"{Screen.Indent}{arguments,-45}  {what}"));
        }

        screen.Flush();
        return ConsoleApp.Success;
    }

    private static (string Arguments, string What)[] Suggestions(LoadedInput input, string contact) => input.Book is not null
        ?
        [
            ($"log {contact} call --on yesterday", "what you did together"),
            ("due", "whose turn it is, and why"),
            ("plan --minutes 30", "this week in half an hour"),
            ($"explain {contact}", "why a tie stands as it does"),
            ($"brief {contact}", "before you call"),
        ]
        :
        [
            ("init", "begin a book of your own"),
            ($"score --input seeds/{DefaultSeed.Name}", "the same ties as a table"),
            ("due --by DATE", "who is due by then, and why"),
            ("plan --minutes 30", "this week in half an hour"),
            ("score --input FILE", "your own contacts and chats"),
            ($"explain --input seeds/{DefaultSeed.Name} --contact {contact}", "why a tie stands as it does"),
        ];
}
