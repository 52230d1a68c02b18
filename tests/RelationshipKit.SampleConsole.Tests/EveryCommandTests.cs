using System.CommandLine;
using NodaTime;
using RelationshipKit.SampleConsole.Commands;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>What holds for each command, those that are added later included.</summary>
public sealed class EveryCommandTests : IDisposable
{
    private static readonly string[] Asking =
        ["score", "explain", "due", "plan", "brief", "health", "circles", "heatmap", "introductions", "lint", "simulate", "history"];

    private readonly TestBook book = new TestBook().Begin("Ada", "Bob");

    public static TheoryData<string> All => [.. Commands.Select(command => command.Name)];

    public static TheoryData<string> Questions => [.. Asking];

    private static IEnumerable<System.CommandLine.Command> Commands =>
        Root.Create(new Screen(TextWriter.Null, TextWriter.Null)).Subcommands;

    public void Dispose() => book.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void Help_HasExamplesWithinTheWidth(string command)
    {
        var run = book.Done(command, "--help");

        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  relate {command}", run.Output, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Help_HasNoExamplesOfWhatIsNotThere() =>
        Assert.Equal(Commands.Select(command => command.Name).Append("relate").Order(), ExamplesHelpAction.Known.Order());

    [Theory]
    [MemberData(nameof(All))]
    public void UnknownOption_IsOneLineAndExitCode2(string command) =>
        Assert.Contains(
            "--bogus",
            ConsoleRun.Of(command, "--bogus") is { ExitCode: 2, Output: "" } run ? Assert.Single(run.Error.TrimEnd().Split('\n')) : "",
            StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(All))]
    public void SurplusArguments_AreOneLineAndExitCode2(string command)
    {
        var surplus = Enumerable.Range(0, 7).Select(i => $"nobody{i}");
        book.Refused([command, .. surplus]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ABookThatIsNone_IsOneLineAndExitCode2(string command)
    {
        if (command is "init" or "completion" or "restore")
        {
            return;
        }

        var none = book.Write("none.txt", new string('x', 5_000));
        var argument = Commands.Single(one => one.Name == command).Arguments.Select(
            one =>
                one.Name switch
                {
                    "NUMBER" => "1",
                    "SIDE" => "given",
                    "KIND" => "help",
                    "FILE" => "out.vcf",
                    "FILE..." => none,
                    _ => "ada"
                });
        string[] needed = command switch
        {
            "snooze" => ["--until", "2026-05-01"],
            "move" => ["--to", book.FileIn("x.db")],
            "retain" => ["--before", "2026-01-01"],
            "log" => ["call"],
            _ => []
        };
        Assert.Contains("another kind of file", book.Refused([command, .. argument, .. needed, "--book", none]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void AsOf_AtEitherEndOfTime_IsAnsweredOrOneLine(string command)
    {
        book.Done("log", "ada", "call", "--on", "2026-01-10");
        book.Done("edit", "ada", "--birthday", "02-29");
        foreach (var asOf in (string[])["0001-01-02", "0001-01-02T00:00:00Z", "9999-12-30", "9999-12-30T00:00:00Z", "0001-01-01",
            "9999-12-31", "10000-01-01", "-0001-01-01", "tomorrow", ""])
        {
            var run = book.Run([command, .. Named(command), "--as-of", asOf]);
            Assert.True(run.ExitCode is 0 or 2, $"{asOf}: {run.Error}");
            Assert.Equal(run.ExitCode == 0 ? 0 : 1, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void APolicyThatIsNotRegistered_IsNamedOrOfNoAccount(string command)
    {
        var path = book.FileIn("foreign.db");
        new BookPlace(path)
            .Create(
                "me", RelationshipBook.Create(DateTimeZone.Utc, Cadence.Named("alumni")).Add(
                    new Contact("ada", "Ada") { AddedOn = new LocalDate(2026, 1, 1) }).OrThrow());
        var run = book.Run([command, .. Named(command), "--book", path]);

        Assert.Equal(command switch { "due" or "plan" or "health" or "simulate" => 2, "lint" => 1, _ => 0 }, run.ExitCode);
        if (command is "due" or "plan" or "health" or "simulate")
        {
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(
                "No cadence policy is named \"alumni\"", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void ABookWithoutAnybody_IsAnswered(string command)
    {
        using var empty = new TestBook().Begin();
        var run = empty.Run([command, .. Named(command)]);
        Assert.Equal(Named(command).Length == 0 ? 0 : 2, run.ExitCode);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void Completion_AsksTheProgram(string shell) =>
        Assert.Contains("[suggest:", ConsoleRun.Of("completion", shell).Output, StringComparison.Ordinal);

    [Fact]
    public void Suggestions_AreCommandsOptionsAndContacts()
    {
        Environment.SetEnvironmentVariable(BookPlace.Variable, book.Path);
        try
        {
            Assert.Contains("heatmap", ConsoleRun.Of("[suggest:9]", "relate he").Lines);
            Assert.Contains("--until", ConsoleRun.Of("[suggest:20]", "relate snooze ada --").Lines);
            Assert.Contains("bob", ConsoleRun.Of("[suggest:15]", "relate explain ").Lines);
            Assert.Equal(2, ConsoleRun.Of("completion", "tcsh").ExitCode);
        }
        finally
        {
            Environment.SetEnvironmentVariable(BookPlace.Variable, null);
        }
    }

    private static string[] Named(string command) => command is "explain" or "brief" or "history" ? ["ada"] : [];

    // What a shell may complete is listed in the help of an argument without a name of its own: the people of the book, in a text that is
    // sent to others.
    [Fact]
    public void Help_ListsNobodyOfTheBook()
    {
        using var output = new StringWriter();
        var completed = All(Root.Create(new Screen(output, output)))
            .SelectMany(command => command.Arguments, (command, argument) => (command, argument))
            .Where(one => one.argument.CompletionSources.Count > 0 && one.command.Name != "completion" && !one.argument.ValueType.IsEnum)
            .ToArray();

        Assert.True(completed.Length > 10);
        Assert.Empty(
            completed.Where(one => one.argument.HelpName is null)
                .Select(one => $"{one.command.Name} {one.argument.Name} {one.argument.ValueType.Name}"));

        static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
    }
}
