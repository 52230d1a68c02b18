namespace RelationshipKit.Tests.Documentation;

/// <summary>No sentence of the README goes unrun: its programs are compiled and run, its table is computed.</summary>
[Collection(ConsoleCollection.Name)]
public class ReadmeTests
{
    private static readonly string Readme = Repository.ReadText("README.md");

    [Fact]
    public void Programs_CompiledAndRun_PrintWhatTheReadmeShows()
    {
        var programs = MarkdownProgram.ReadFrom(Readme);

        Assert.All(programs, AssertKept);
    }

    [Fact]
    public void TableOfStrengths_IsWhatTheKitComputes() =>
        Assert.Contains($"\n\n{StrengthTable.Render()}\n", Readme, StringComparison.Ordinal);

    [Fact]
    public void ScoreJson_Shown_IsThatOfTheStrongestTieOfTheDozen()
    {
        var sample = Repository.ReadText("samples", "RelationshipKit.SampleConsole", "README.md");
        var expected = Repository.ReadText("seeds", "dozen", "expected-scores.json");
        var firstTie = expected[..(expected.IndexOf("\n    }", StringComparison.Ordinal) + "\n    }".Length)];

        Assert.Contains($"```json\n{firstTie}\n  ]\n}}\n```\n", sample, StringComparison.Ordinal);
    }

    internal static void AssertKept(MarkdownProgram program) =>
        Assert.Equal(program.ExpectedOutput, ConsoleProgram.Run(program.Source));
}
