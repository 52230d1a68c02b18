using System.CommandLine;
using System.Text;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Files that the user asks for. A file is written completely or not at all, and never over a book or an input.</summary>
internal static class OutputFile
{
    private static readonly byte[] DatabaseHead = Encoding.ASCII.GetBytes("SQLite format 3\0");

    public static Option<bool> Force() =>
        new("--force") { Description = "Write over a file that is there. Your book and what is read are never written over." };

    public static void WriteText(string option, string path, bool force, string text, params IEnumerable<string> inputs) =>
        Write(option, path, force, stream => stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text)), inputs);

    /// <summary>Writes a file.</summary>
    /// <param name="option">What named the path.</param>
    /// <param name="path">The path.</param>
    /// <param name="force">Whether a file that is there may be written over.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="inputs">Files and folders that were read.</param>
    public static void Write(string option, string path, bool force, Action<Stream> write, params IEnumerable<string> inputs)
    {
        Check(option, path, force, inputs);
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew))
            {
                write(stream);
            }

            File.Move(unfinished, path, overwrite: force);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(option, $"'{path}' cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Refuses a path that must not be written to.</summary>
    public static void Check(string option, string path, bool force, params IEnumerable<string> inputs)
    {
        if (path.Length == 0 || Directory.Exists(path) || Directory.GetParent(Path.GetFullPath(path)) is not { Exists: true })
        {
            throw new UsageException(option, $"'{path}' cannot be written: it must be the path of a file in a folder that is there.");
        }

        if (inputs.Any(input => IsWithin(path, input)))
        {
            throw new UsageException(option, $"'{path}' is what is read; it stays as it is. Name another file.");
        }

        if (File.Exists(path) && IsDatabase(path))
        {
            throw new UsageException(option, $"'{path}' is a book or another database; it stays as it is. Name another file.");
        }

        if (File.Exists(path) && !force)
        {
            throw new UsageException(option, $"'{path}' is there already; --force writes over it.");
        }
    }

    private static bool IsWithin(string path, string input)
    {
        var (output, read) = (Real(path), Real(input));
        return output == read
            || output.StartsWith(Path.TrimEndingDirectorySeparator(read) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static string Real(string path) =>
        Path.GetFullPath(File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path);

    private static bool IsDatabase(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var head = new byte[DatabaseHead.Length];
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan()
                .SequenceEqual(DatabaseHead);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
