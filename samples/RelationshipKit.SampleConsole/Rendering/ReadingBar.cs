using RelationshipKit.Interchange;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Shows how far a long reading has come, on a terminal: bytes, rate and what is left.</summary>
internal static class ReadingBar
{
    // Below this a reading is over before anybody could see a bar.
    private const long WorthABar = 4 << 20;

    public static T Show<T>(Screen screen, string path, Func<IProgress<ReadProgress>?, T> read) => Show(screen, [path], read);

    public static T Show<T>(Screen screen, IReadOnlyList<string> paths, Func<IProgress<ReadProgress>?, T> read)
    {
        var bytes = paths.Where(File.Exists).Sum(path => new FileInfo(path).Length);
        if (!screen.ShowsProgress || bytes < WorthABar)
        {
            return read(null);
        }

        // On the error stream: the output stays what was asked for.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(screen.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(),
                new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(
                    Markup.Escape($"Reading {(paths.Count == 1 ? Path.GetFileName(paths[0]) : Words.Count(paths.Count, "file", "files"))}"),
                    maxValue: bytes);
                return read(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<ReadProgress>
    {
        private long before;
        private long last;

        public void Report(ReadProgress value)
        {
            // Each file counts from its beginning; a zip has more in it than its length says.
            (before, last) = value.BytesRead < last ? (before + last, value.BytesRead) : (before, value.BytesRead);
            task.MaxValue = Math.Max(task.MaxValue, before + last);
            task.Value = before + last;
        }
    }
}
