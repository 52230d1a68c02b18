namespace RelationshipKit.Tests.Documentation;

/// <summary>The numbers that pages show are computed.</summary>
public class NumbersTests
{
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
}
