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

    private static SourceEvent? Message(Stream stream, string where, SourceContext context, Ordinals ordinals)
    {
        context.Account.OnRecord();
        var scanner = new MboxScanner(stream);
        scanner.ReadHeader(LongestHeader);
        return MailEvent.Of(scanner.Header, where, context, ordinals);
    }
}
