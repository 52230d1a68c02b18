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

    private static Reading Read(string text) => Reading.OfBytes(Encoding.UTF8.GetBytes(text));
}
