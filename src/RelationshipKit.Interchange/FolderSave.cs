namespace RelationshipKit.Interchange;

/// <summary>
/// Saves several files of a folder as one: after any interruption the folder holds all of the old ones or all of the new ones.
/// </summary>
/// <remarks>
/// The new files are written to a folder beside the old ones, which gets its final name in one step when it is complete; from
/// then on it is what is read. Then each file takes the place of the old one, and the folder goes. A program that finds such a folder
/// after an interruption reads from it, and the next save finishes the work first.
/// </remarks>
internal static class FolderSave
{
    private const string Complete = ".relationshipkit-save";
    private const string Incomplete = ".relationshipkit-save.part";
    private const string Done = ".relationshipkit-save.done";

    /// <summary>Returns the folder to read the files from.</summary>
    public static string ToRead(string folder)
    {
        var complete = Path.Combine(folder, Complete);
        return Directory.Exists(complete) ? complete : folder;
    }

    /// <summary>Saves files; a name without bytes is a file that is to be gone.</summary>
    public static void Write(string folder, IReadOnlyList<(string Name, byte[]? Bytes)> files)
    {
        Directory.CreateDirectory(folder);
        var (complete, incomplete, done) = (Path.Combine(folder, Complete), Path.Combine(folder, Incomplete), Path.Combine(folder, Done));
        Delete(incomplete);
        Delete(done);
        if (Directory.Exists(complete))
        {
            TakeOver(folder, complete, done, [.. files.Select(file => file.Name)]);
        }

        Directory.CreateDirectory(incomplete);
        foreach (var (name, bytes) in files)
        {
            if (bytes is not null)
            {
                WriteThrough(Path.Combine(incomplete, name), bytes);
            }
        }

        Directory.Move(incomplete, complete);
        TakeOver(folder, complete, done, [.. files.Select(file => file.Name)]);
    }

    private static void TakeOver(string folder, string complete, string done, string[] names)
    {
        foreach (var name in names)
        {
            var (from, to) = (Path.Combine(complete, name), Path.Combine(folder, name));
            if (File.Exists(from))
            {
                var part = to + ".part";
                WriteThrough(part, File.ReadAllBytes(from));
                File.Move(part, to, overwrite: true);
            }
            else
            {
                File.Delete(to);
            }
        }

        Directory.Move(complete, done);
        Delete(done);
    }

    private static void WriteThrough(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
