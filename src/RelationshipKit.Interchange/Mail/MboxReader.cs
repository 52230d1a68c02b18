using System.Globalization;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Mail;

/// <summary>
/// Reads a mailbox of any of the four kinds (mboxo, mboxrd, mboxcl, mboxcl2): the headers of its messages; bodies are skipped.
/// </summary>
/// <remarks>
/// <para>A line that begins with "From " starts a message if a field of a header follows it and it stands after an empty line or ends in a
/// date. That needs no Content-Length, which is wrong in many mailboxes; a body that quotes a whole message without a mark is the one case
/// in which it would help.</para>
/// </remarks>
internal static class MboxReader
{
    private const int LongestHeader = 256 << 10;

    /// <summary>Reads the messages of a mailbox.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        using var stream = context.OpenBytes();
        var scanner = new MboxScanner(stream);
        var ordinals = new Ordinals();
        while (scanner.TryRead(LongestHeader))
        {
            context.OnStep();
            context.Account.OnRecord();
            if (MailEvent.Of(
                scanner.Header, string.Create(CultureInfo.InvariantCulture, $"message {context.Account.Records}"), context,
                ordinals) is { } message)
            {
                yield return message;
            }
        }
    }
}
