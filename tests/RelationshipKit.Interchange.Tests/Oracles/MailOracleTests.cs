using System.Text.Json;
using RelationshipKit.Interchange.Sources;
using RelationshipKit.Interchange.Tests.Sources;

namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>Mail is read as Python's own library reads it.</summary>
public sealed class MailOracleTests : IDisposable
{
    // Files that Python reads wrongly; the list of the corpus says how they are read by eye.
    private static readonly HashSet<string> ByEye =
        ["mail-raw_email_incorrect_header.eml", "mail-rfc2822-example13.eml", "mk-feedback-report.eml", "made-mboxcl-crlf.mbox",
            "mk-disposition-notification.eml", "mail-missing_body.eml", "mail-mix_caps_content_type.eml"];

    private readonly TemporaryFolder folder = new();

    private sealed record Message(string Id, double? Date, string[] People);

    [PythonFact]
    public async Task Mailbox_MadeByPython_IsReadAsItReadsIt()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var path = Path.Combine(folder.Path, $"{seed}.mbox");
            await Oracle.Run(Oracle.Python!, [Oracle.Script("mail.py"), "make", path, $"{seed}", "300"]);
            Compare(path, Assert.Single(await Asked("mbox", [path])));
        }
    }

    [PythonFact]
    public async Task Mail_OfTheCorpus_IsReadAsPythonReadsIt()
    {
        foreach (var kind in Corpus.Folder is null ? [] : (string[])["mbox", "eml"])
        {
            var paths = Directory.GetFiles(Path.Combine(Corpus.Folder!, kind)).Where(
                path => !ByEye.Contains(Path.GetFileName(path))).Order(StringComparer.Ordinal).ToArray();
            Assert.All(paths.Zip(await Asked(kind, paths)), pair => Compare(pair.First, pair.Second));
        }
    }

    public void Dispose() => folder.Dispose();

    private static async Task<Message[][]> Asked(string kind, string[] paths) =>
        JsonSerializer.Deserialize<Message[][]>(
            await Oracle.Run(Oracle.Python!, [Oracle.Script("mail.py"), "read", kind, .. paths]), JsonSerializerOptions.Web)!;

    private static void Compare(string path, Message[] expected)
    {
        var reading = Reading.OfPath(path);

        Assert.Equal(expected.Length, reading.Account.Records);
        Assert.Equal(
            expected.Where(message => message is { Date: not null, People.Length: > 0 }).Select(Told), reading.Events.Select(Told));
    }

    private static string Told(Message message) =>
        $"{message.Id} {message.Date:0} {string.Join(' ', message.People.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";

    private static string Told(SourceEvent told)
    {
        // A message without an id has a key of its moment and its sender.
        var id = told.Key!.Split('|') is [_, var only] ? only : "";
        return $"{id} {told.At.ToUnixTimeSeconds()} "
            + $"{string.Join(' ', told.Participants.Select(one => one.Address!.Value.Value).Order(StringComparer.Ordinal))}";
    }
}
