namespace RelationshipKit.Documents.Tests;

/// <summary>The harness itself: it must be able to fail.</summary>
[Collection(ConsoleCollection.Name)]
public class MarkdownProgramTests
{
    [Fact]
    public void ReadFrom_BlocksWithAndWithoutOutput_BelongToTheirPrograms()
    {
        var programs = MarkdownProgram.ReadFrom("""
            # Title
            ```csharp
            using System.Text;
            var a = 1;
            ```
            Words.
            ```csharp
            Console.WriteLine(a);
            ```
            ```text
            1
            ```
            ```text
            not its output
            ```
            ```bash
            ls
            ```
            ```csharp
            using System.Xml;
            ```
            """.ReplaceLineEndings("\n"));

        Assert.Equal(
            [
                new MarkdownProgram("using System.Text;\nvar a = 1;\n\nConsole.WriteLine(a);\n", "1\n"),
                new MarkdownProgram("using System.Xml;\n", string.Empty),
            ],
            programs);
    }

    [Theory]
    [InlineData("```csharp\nvar a = 1;\n```\n")]
    [InlineData("```csharp\nusing System;\n")]
    public void ReadFrom_BrokenDocument_IsRefused(string markdown) =>
        Assert.Throws<FormatException>(() => MarkdownProgram.ReadFrom(markdown));

    [Fact]
    public void Run_ProgramThatPrints_ReturnsWhatItPrinted() =>
        Assert.Equal("2\nthree\n", ConsoleProgram.Run("Console.WriteLine(1 + 1);\nConsole.WriteLine(\"three\");"));

    [Fact]
    public void Run_ProgramThatDoesNotCompile_Throws()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => ConsoleProgram.Run("Console.WriteLine(missing);"));

        Assert.Contains("CS0103", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ProgramWithAWarning_Throws() =>
        Assert.Throws<InvalidOperationException>(() => ConsoleProgram.Run("string text = null; Console.WriteLine(text);"));

    [Fact]
    public void Run_ProgramThatThrows_ThrowsTheSame() =>
        Assert.Throws<FormatException>(() => ConsoleProgram.Run("throw new FormatException(\"no\");"));

    [Fact]
    public void AssertKept_WrongOutput_Fails() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(
            () => PageTests.AssertKept(new MarkdownProgram("Console.WriteLine(1);", "2\n")));

    [Fact]
    public void AssertKept_OutputThatIsNotShown_Fails() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(
            () => PageTests.AssertKept(new MarkdownProgram("Console.WriteLine(1);", string.Empty)));
}
