using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Mail;

/// <summary>Reads a single message, or the messages of a Maildir.</summary>
internal static class MessageReader
{
    private static readonly string[] Subfolders = ["cur", "new"];

    private const int LongestHeader = 256 << 10;

    /// <summary>Reads the message or messages.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var ordinals = new Ordinals();
        if (context.File.Maildir is not { } folder)
        {
            using var stream = context.OpenBytes();
            if (Message(stream, "the message", context, ordinals) is { } message)
            {
                yield return message;
            }

            yield break;
        }

        foreach (var path in Files(folder))
        {
            context.OnStep();
            if (IsDraft(path))
            {
                context.Account.OnRecord();
                context.Account.OnUnused(Path.GetRelativePath(folder, path), MailEvent.IsDraft);
                continue;
            }

            SourceEvent? message;
            try
            {
                using var stream = InputSource.Open(path);
                message = Message(stream, Path.GetRelativePath(folder, path), context, ordinals);
            }
            catch (InterchangeException)
            {
                context.Account.OnRecord();
                context.Account.OnBad(Path.GetRelativePath(folder, path), "the file cannot be read.");
                continue;
            }

            if (message is not null)
            {
                yield return message;
            }
        }
    }

    // Folders of a Maildir are Maildirs whose names begin with a point.
    private static IEnumerable<string> Files(string folder) =>
        new[] { folder }.Concat(Directory.EnumerateDirectories(folder, ".*").Order(StringComparer.Ordinal))
            .SelectMany(maildir => Subfolders.Select(name => Path.Combine(maildir, name)))
            .Where(Directory.Exists)
            .SelectMany(name => Directory.EnumerateFiles(name).Order(StringComparer.Ordinal));

    // The flags stand at the end of the name, behind a mark that some systems do not allow to be a colon.
    private static bool IsDraft(string path)
    {
        var name = Path.GetFileName(path);
        return name.LastIndexOf("2,", StringComparison.Ordinal) is > 0 and var at && name[at - 1] is ':' or '!' or ';'
            && name.IndexOf('D', at) > 0;
    }

    private static SourceEvent? Message(Stream stream, string where, SourceContext context, Ordinals ordinals)
    {
        context.Account.OnRecord();
        var scanner = new MboxScanner(stream);
        scanner.ReadHeader(LongestHeader);
        return MailEvent.Of(scanner.Header, where, context, ordinals);
    }
}
