using System.Text.RegularExpressions;

namespace RelationshipKit.Tests.Documentation;

/// <summary>The programs of the README and of docs/ are compiled and run, and their tables are computed.</summary>
[Collection(ConsoleCollection.Name)]
public partial class ReadmeTests
{
    public static TheoryData<string> Pages =>
        [
            "README.md",
            .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md")
                .Order(StringComparer.Ordinal)
                .Select(path => Path.Combine("docs", Path.GetFileName(path)))
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Programs_CompiledAndRun_PrintWhatThePageShows(string page)
    {
        var programs = MarkdownProgram.ReadFrom(Repository.ReadText(page));

        Assert.NotEmpty(programs);
        Assert.All(programs, AssertKept);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_ToFiles_AreThere(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var links = Link().Matches(Repository.ReadText(page)).Select(
            link => link.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

        Assert.All(
            links, target =>
                Assert.True(Path.Exists(Path.Combine(folder, target.Split('#')[0])), $"{page} links to {target}, which is not there"));
    }

    [Fact]
    public void Readme_IsOfOnePage() => Assert.InRange(Repository.ReadText("README.md").Split('\n').Length, 1, 151);

    [Fact]
    public void TableOfStrengths_IsWhatTheKitComputes() =>
        Assert.Contains($"\n\n{StrengthTable.Render()}\n", Repository.ReadText("docs", "numbers.md"), StringComparison.Ordinal);

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

    [GeneratedRegex(@"\]\((?<target>[^)#][^)]*)\)")]
    private static partial Regex Link();
}
