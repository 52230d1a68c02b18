using System.Text;

namespace RelationshipKit.Interchange.Tests.Sources;

public class MailTests
{
    [Theory]
    [InlineData("Ada Lovelace ada@x.org", "ada@x.org", "Ada Lovelace")]
    [InlineData("  ada@x.org ", "ada@x.org", "")]
    [InlineData("Lovelace, Ada <ada@x.org>", "ada@x.org", "Lovelace, Ada")]
    [InlineData("ada at x.org", "b@x.org", "")]
    [InlineData("a b@c d@e.org", "b@x.org", "")]
    public void Sender_IsReadInEveryForm(string from, string address, string name)
    {
        var sender = Assert.Single(Read($"From: {from}\nTo: b@x.org\nDate: Tue, 2 Jan 2024 08:00:00 +0000\n\n").Events).Participants[0];

        Assert.Equal((address, name), (sender.Address!.Value.Value, sender.Name));
    }

    [Theory]
    [InlineData("X-Gmail-Labels: Drafts,Opened", 0)]
    [InlineData("X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=", 0)]
    [InlineData("X-Gmail-Labels: Spam", 0)]
    [InlineData("X-Gmail-Labels: Inbox,Spam reports", 1)]
    [InlineData("X-Mozilla-Draft-Info: internal/draft; vcard=0", 0)]
    [InlineData("X-Other: Drafts", 1)]
    public void Message_ThatWasNotSentOrIsSpam_IsNone(string field, int expected)
    {
        var reading = Read($"From: a@x.org\nTo: b@x.org\n{field}\nDate: Tue, 2 Jan 2024 08:00:00 +0000\n\n");

        Assert.Equal(
            (expected, 1L, 1L - expected), (reading.Events.Count(), reading.Account.Records, reading.Account.SkippedCount));
    }

    [Fact]
    public void Maildir_DraftByItsFlag_IsNone()
    {
        using var folder = new TemporaryFolder();
        var current = Directory.CreateDirectory(Path.Combine(folder.Path, "cur")).FullName;
        Directory.CreateDirectory(Path.Combine(folder.Path, "new"));
        foreach (var name in new[] { "1.DRAFT!2,S", "2.x!2,DS", "3.D" })
        {
            File.WriteAllText(Path.Combine(current, name), "From: a@x.org\nTo: b@x.org\nDate: Tue, 2 Jan 2024 08:00:00 +0000\n\n");
        }

        var reading = Reading.OfPath(folder.Path);

        Assert.Equal((2, 3L), (reading.Events.Count(), reading.Account.Records));
    }

    private static Reading Read(string text) => Reading.OfBytes(Encoding.UTF8.GetBytes(text));
}
