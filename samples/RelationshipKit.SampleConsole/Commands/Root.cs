using System.CommandLine;
using System.CommandLine.Help;
using RelationshipKit.Planning;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The program without a command: how the ties of the default seed stand.</summary>
internal static class Root
{
    private const string Invocation = "dotnet run --project samples/RelationshipKit.SampleConsole --";

    public static RootCommand Create(Screen screen)
    {
        var root = new RootCommand("Shows how your ties stand: how strong, which way they go, how balanced, how quiet. Without a command, those of a made-up dozen.");
        root.Add(InitCommand.Create(screen));
        root.Add(AddCommand.Create(screen));
        root.Add(LogCommand.Create(screen));
        foreach (var command in ContactCommands.Create(screen))
        {
            root.Add(command);
        }

        root.Add(ImportCommand.Create(screen));
        root.Add(ExportCommand.Create(screen));
        root.Add(DuplicatesCommand.Create(screen));
        root.Add(ScoreCommand.Create(screen));
        root.Add(ExplainCommand.Create(screen));
        root.Add(DueCommand.Create(screen));
        root.Add(LintCommand.Create(screen));
        root.Add(SimulateCommand.Create(screen));
        root.Add(BriefCommand.Create(screen));
        root.Add(HealthCommand.Create(screen));
        root.Add(IntroductionsCommand.Create(screen));
        root.Add(PlanCommand.Create(screen));
        root.SetAction(_ => Run(screen));
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new ExamplesHelpAction((HelpAction)help.Action!);
        }

        return root;
    }

    private static int Run(Screen screen)
    {
        var input = InputLoader.Load(new InputRequest(DefaultSeed.Path()), screen);
        var ties = TieList.Of(input);
        Overview.Show(screen, input, ties);
        PlanPage.ShowBriefly(screen, PlannedWeek.Of(OpenBook.Of(input, ties), PlanSettings.Default, null));
        screen.Line();
        screen.Line($"Next, after \"{Invocation}\":");
        Suggest($"score --input seeds/{DefaultSeed.Name}", "the same ties as a table");
        Suggest("due --by DATE", "who is due by then, and why");
        Suggest("plan --minutes 30", "this week in half an hour");
        Suggest("score --input touchpoints.csv", "your own, or an edge list");
        foreach (var tie in ties.Take(1))
        {
            Suggest($"explain --input seeds/{DefaultSeed.Name} --contact {tie.Id}", "why a tie stands as it does");
        }

        screen.Flush();
        return ConsoleApp.Success;

        void Suggest(string arguments, string what) => screen.Line(Markup.Escape($"{Screen.Indent}{arguments,-45}  {what}"));
    }
}
