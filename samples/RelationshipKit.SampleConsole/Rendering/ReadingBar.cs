using RelationshipKit.Interchange;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Shows how far a long reading has come, on a terminal.</summary>
internal static class ReadingBar
{
    // Below this a reading is over before anybody could see a bar.
    private const long WorthABar = 4 << 20;

    public static T Show<T>(Screen screen, string path, Func<IProgress<ReadProgress>?, T> read)
    {
        if (!screen.ShowsProgress || !File.Exists(path) || new FileInfo(path).Length < WorthABar)
        {
            return read(null);
        }

        // On the error stream: the output stays what was asked for.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(screen.Error) });
        return console.Progress()
            .AutoClear(true)
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape($"Reading {Path.GetFileName(path)}"), maxValue: 1);
                return read(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => task.Value = value.Fraction ?? 0;
    }
}
