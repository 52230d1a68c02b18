using System.IO.Compression;

namespace RelationshipKit.Interchange.Sources;

/// <summary>A file to read, or one within a zip, that can be opened more than once.</summary>
internal sealed class SourceFile
{
    private const int MostEntries = 10_000;

    // Text packs to a fifth, XML to a twentieth; an entry that promises more is made to take time.
    private const long LargestRatio = 200;

    private const long FreeLength = 64 << 20;

    private readonly Func<InputSource> open;

    private SourceFile(string name, Func<InputSource> open, string? maildir = null)
    {
        Name = name;
        this.open = open;
        Maildir = maildir;
    }

    /// <summary>
    /// Gets what reports call the file: its path, and within a zip the path of the zip, an exclamation mark and the name of the entry.
    /// </summary>
    public string Name { get; }

    /// <summary>Gets the path of the folder, if this is a Maildir.</summary>
    public string? Maildir { get; }

    /// <summary>Returns the file, or the files of a zip.</summary>
    /// <exception cref="InterchangeException">There is no such file, it cannot be read, or the zip is damaged.</exception>
    public static IReadOnlyList<SourceFile> At(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.Exists(Path.Combine(path, "cur")) || Directory.Exists(Path.Combine(path, "new"))
                ? [new SourceFile(path, () => throw new InvalidOperationException("A Maildir is a folder of files."), path)]
                : throw new InterchangeException(path, "this is a folder and no Maildir; a file is expected.");
        }

        bool isZip;
        using (var source = InputSource.Open(path))
        {
            Span<byte> magic = stackalloc byte[4];
            isZip = Fill(source, path, magic) == 4 && (magic.SequenceEqual("PK\u0003\u0004"u8) || magic.SequenceEqual("PK\u0005\u0006"u8));
            if (isZip && source.IsPacked)
            {
                throw new InterchangeException(path, "this is a zip within gzip; unpack the gzip first.");
            }
        }

        return isZip ? Entries(path) : [new SourceFile(path, () => InputSource.Open(path))];
    }

    /// <summary>Opens the file at its beginning, unpacked.</summary>
    /// <exception cref="InterchangeException">It cannot be opened.</exception>
    public InputSource Open() => open();

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    private static List<SourceFile> Entries(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MostEntries)
            {
                throw new InterchangeException(path, "the zip holds more than 10000 files; it must hold at most that many.");
            }

            var files = new List<SourceFile>();
            for (var i = 0; i < zip.Entries.Count; i++)
            {
                var entry = zip.Entries[i];
                if (entry.Length > 0 && entry.FullName[^1] != '/')
                {
                    var index = i;
                    files.Add(new SourceFile($"{path}!{entry.FullName}", () => OpenEntry(path, index)));
                }
            }

            return files;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InterchangeException(path, "the zip cannot be read; it may be damaged or cut off.", innerException: e);
        }
    }

    private static InputSource OpenEntry(string path, int index)
    {
        var zip = ZipFile.OpenRead(path);
        try
        {
            var entry = zip.Entries[index];
            return entry.Length <= FreeLength || entry.Length <= LargestRatio * entry.CompressedLength
                ? InputSource.Over(new EntryStream(zip, entry.Open()), ownsStored: true)
                : throw new InterchangeException(path, "a file of the zip unpacks to more than 200 times its size.");
        }
        catch (Exception e)
        {
            zip.Dispose();
            throw e is InvalidDataException or IOException
                ? new InterchangeException(path, "a file of the zip cannot be unpacked.", innerException: e)
                : e;
        }
    }

    private static int Fill(InputSource source, string path, Span<byte> buffer)
    {
        try
        {
            return source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InterchangeException(
                path, UnpackedTooLargeException.ReasonOf(e) ?? "the file cannot be unpacked; it may be damaged or cut off.",
                innerException: e);
        }
    }

    /// <summary>An entry that closes its zip with itself.</summary>
    private sealed class EntryStream(ZipArchive zip, Stream entry) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => entry.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                entry.Dispose();
                zip.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
