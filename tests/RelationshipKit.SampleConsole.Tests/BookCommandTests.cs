using NodaTime;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>A person's own book, from the first command on.</summary>
public sealed class BookCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("relationshipkit").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Ann-Sofie Øst", "ost")]
    [InlineData("Łukasz Żak", "lukasz zak")]
    [InlineData("Đặng Văn", "dang")]
    [InlineData("Sæmundur Þór", "saemundur thor")]
    [InlineData("Jürgen Weiß", "weiss")]
    [InlineData("Jürgen Weiß", "WEISS")]
    public void AName_IsFoundByWhatAnyKeyboardWrites(string name, string typed)
    {
        using var book = new TestBook().Begin(name, "Bob");

        Assert.Contains(name, book.Done("log", typed, "call").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_SaysWhatToDoNextAndKeepsAFileThatIsThere()
    {
        var first = Run("init", "--zone", "Europe/Berlin", "--name", "Robin");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("Europe/Berlin", first.Output, StringComparison.Ordinal);
        Assert.Equal(["add", "log", "due"], first.Lines.TakeLast(3).Select(line => line.Trim().Split(' ')[0]));

        var again = Run("init");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("is there already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_FindsANameWithoutItsAccentsAndPunctuation()
    {
        Begin("Conor O'Neill", "José Ñuñez [x]", "بهار");
        Assert.Equal("Logged a call with Conor O'Neill.", Run("log", "oneill", "call", "--on", "yesterday").Lines[0]);
        Assert.Equal("Logged a WhatsApp message with José Ñuñez [x], Conor O'Neill.", Run("log", "jose", "conor-oneill", "whatsapp").Lines[0]);
        Assert.Equal(0, Run("log", "بهار", "met", "--minutes", "90", "--note", "\"tea\"").ExitCode);

        Assert.Contains("2 touchpoints", Run("explain", "neil").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_SomebodyAmbiguousOrUnknown_SuggestsAndChangesNothing()
    {
        Begin("Ada Lovelace", "Ada Byron");
        var ambiguous = Run("log", "ada", "call");
        var unknown = Run("log", "ada lovelase", "call");

        Assert.Equal((2, 2), (ambiguous.ExitCode, unknown.ExitCode));
        Assert.Contains("can be 2 contacts", ambiguous.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean Ada Lovelace", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("log", "ada byron", "call").ExitCode);
    }

    [Theory]
    [InlineData("log", "Ada", "pigeon")]
    [InlineData("log", "Ada", "call", "--on", "soon")]
    [InlineData("log", "Ada", "call", "--minutes", "-1")]
    [InlineData("add", " ")]
    [InlineData("add", "Bob", "--birthday", "13-45")]
    [InlineData("add", "Bob", "--every", "often")]
    [InlineData("snooze", "Ada", "--until", "later")]
    [InlineData("split", "nobody")]
    [InlineData("every", "Ada", "P0D")]
    public void BadArgument_OneLineAndExitCode2(params string[] args)
    {
        Begin("Ada");
        var before = Run("score", "--json", "--as-of", "2026-03-02").Output;
        var run = Run(args);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal(before, Run("score", "--json", "--as-of", "2026-03-02").Output);
    }

    [Fact]
    public void WithoutABook_WritingSaysInit()
    {
        var run = Run("add", "Ada");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"init\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherKindOfFile_IsNotTakenForABook()
    {
        File.WriteAllText(Path.Combine(folder, "people.db"), new string('x', 5_000));
        var run = Run("due");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("another kind of file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDatabaseOfAnotherProgram_IsLeftAsItIs()
    {
        var path = Path.Combine(folder, "people.db");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE bookmarks (url TEXT)";
            command.ExecuteNonQuery();
        }

        var before = File.ReadAllBytes(path);
        foreach (var args in (string[][])[["due"], ["add", "Ada"]])
        {
            var run = Run(args);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("holds no book", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Undo_TakesBackTheLastChange_AndForgetLeavesNothing()
    {
        Begin("Ada", "Bob");
        Assert.Equal(0, Run("log", "bob", "met").ExitCode);
        Assert.Equal("Taken back: the meeting with Bob on 2026-03-02.", Run("undo").Lines[0]);
        Assert.Equal(0, Run("forget", "bob").ExitCode);

        Assert.DoesNotContain("Bob", Run("due").Output, StringComparison.Ordinal);
        Assert.Contains("Ada", Run("due").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryQuestion_AnswersForABook()
    {
        Begin("Ada", "Bob [b]");
        Run("log", "ada", "met", "--on", "2026-01-10");
        Run("every", "bob", "P2W");
        foreach (var args in (string[][])[["score"], ["due"], ["due", "--json"], ["plan"], ["explain", "ada"], ["brief", "bob"],
            ["health"], ["introductions"], ["lint"], ["simulate", "--weeks", "4"]])
        {
            var run = Run(args);
            Assert.True(run.ExitCode < 2, $"{string.Join(' ', args)}: {run.Error}");
        }
    }

    private void Begin(params string[] names)
    {
        Assert.Equal(0, Run("init", "--zone", "Europe/Berlin").ExitCode);
        foreach (var name in names)
        {
            Assert.Equal(0, Run("add", name, "--circle", "close").ExitCode);
        }
    }

    private ConsoleRun Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] all = [.. args, "--book", Path.Combine(folder, "people.db")];
        var exitCode = ConsoleApp.Run(all, new Screen(output, error, clock: new Stopped()));
        return new ConsoleRun(exitCode, output.ToString(), error.ToString());
    }

    private sealed class Stopped : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 3, 2, 9, 0);
    }
}
