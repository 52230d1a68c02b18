using System.Text;
using NodaTime;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>A folder with a book of a test's own, looked at on 2 March 2026, gone when the test is.</summary>
internal sealed class TestBook : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("relationshipkit-").FullName;

    public string Path => FileIn("people.db");

    public string FileIn(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(FileIn(name), text);
        return FileIn(name);
    }

    /// <summary>Begins the book with contacts of these names.</summary>
    public TestBook Begin(params string[] names)
    {
        Done("init", "--zone", "Europe/Berlin", "--name", "Robin");
        foreach (var name in names)
        {
            Done("add", name);
        }

        return this;
    }

    public ConsoleRun Run(params string[] args) => RunWith("", args);

    /// <summary>Runs a command that has to succeed.</summary>
    public ConsoleRun Done(params string[] args)
    {
        var run = Run(args);
        Assert.True(run.ExitCode == 0 && run.Error.Length == 0, $"{string.Join(' ', args)}: {run.Error}");
        return run;
    }

    /// <summary>Runs a command that has to be refused with one line.</summary>
    public string Refused(params string[] args)
    {
        var run = Run(args);
        Assert.True((run.ExitCode, run.Output) == (2, ""), $"{string.Join(' ', args)}: {run.ExitCode} {run.Output}");
        return Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    public ConsoleRun RunWith(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] all = [.. args, .. args.Contains("--input") || args.Contains("--book") ? (string[])[] : ["--book", Path]];
        var screen = new Screen(output, error, clock: new Stopped(), input: () => new MemoryStream(Encoding.UTF8.GetBytes(input)));
        var exitCode = ConsoleApp.Run(all, screen);
        return new ConsoleRun(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class Stopped : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 3, 2, 9, 0);
    }
}
