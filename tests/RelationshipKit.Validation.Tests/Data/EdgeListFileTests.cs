using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Tests.Data;

public class EdgeListFileTests
{
    [Fact]
    public void Read_SeveralFiles_AreOneNetworkInAnyOrder()
    {
        using var folder = new TemporaryFolder();
        var one = folder.Write("one.txt", "b a 200\na c 100\n");
        var two = folder.Write("two.txt", "a b 50\n");

        var forth = EdgeListFile.Read(one, two);
        var back = EdgeListFile.Read(two, one);

        Assert.Equal("one+two", forth.Name);
        Assert.Equal(["a", "b", "c"], forth.People.AsEnumerable());
        Assert.Equal([(0, 1), (0, 2)], forth.Pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal([new LoggedContact(50, true), new LoggedContact(200, false)], forth.Pairs[0].Contacts);
        Assert.Equal(forth.People.AsEnumerable(), back.People.AsEnumerable());
        Assert.Equal(forth.Pairs.SelectMany(pair => pair.Contacts), back.Pairs.SelectMany(pair => pair.Contacts));
    }

    [Fact]
    public void Read_RepeatedRows_CountOnceAndBothDirectionsTwice()
    {
        using var folder = new TemporaryFolder();

        var network = EdgeListFile.Read(folder.Write("rows.txt", "1 2 10\n1 2 10\n2 1 10\n"));

        Assert.Equal([new LoggedContact(10, false), new LoggedContact(10, true)], Assert.Single(network.Pairs).Contacts);
    }

    [Fact]
    public void Read_RowsToOneself_TellOfTimeOnly()
    {
        using var folder = new TemporaryFolder();

        var network = EdgeListFile.Read(folder.Write("rows.txt", "3 3 5\n1 2 10\n2 2 90\n"));

        Assert.Single(network.Pairs);
        Assert.Equal((5, 90), (network.FirstSeconds, network.LastSeconds));
    }

    [Fact]
    public void ContactDaysUpTo_Cut_PartsTheDayAtTheSecond()
    {
        using var folder = new TemporaryFolder();
        var pair = EdgeListFile.Read(folder.Write("rows.txt", "1 2 -1\n1 2 0\n2 1 100\n1 2 101\n1 2 86400\n")).Pairs[0];
        List<ContactDay> days = [];

        pair.ContactDaysUpTo(100, days);

        Assert.Equal([new ContactDay(-1, -1, -1, true, false), new ContactDay(0, 0, 100, true, true)], days);
        Assert.False(pair.HasContactBetween(86_400, long.MaxValue));
        Assert.True(pair.HasContactBetween(100, 101));
        Assert.False(pair.HasContactBetween(101, 86_399));
        Assert.Equal(3, pair.KnownAt(100)!.Contacts.Length);
        Assert.Null(pair.KnownAt(-2));
    }
}
