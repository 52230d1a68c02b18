using FsCheck;
using FsCheck.Fluent;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Testing.Tests.Generators;

public class RelationshipArbitrariesTests
{
    // What a generator never reaches, no law ever sees.
    [Fact]
    public void Contacts_ReachTheEdges()
    {
        var contacts = Some(RelationshipArbitraries.Contacts());

        Assert.Contains(contacts, contact => contact.Equals(new Contact(contact.Id, contact.Name)));
        Assert.Contains(contacts, contact => contact.Occasions.Any(occasion => occasion.Date == PartialDate.FromMonthDay(2, 29)));
        Assert.Contains(contacts, contact => contact.Origin?.When.Year > 9000);
        Assert.Contains(contacts, contact => contact.Name.Any(char.IsSurrogate));
        Assert.Contains(contacts, contact => contact.Aliases.Length > 1);
    }

    [Fact]
    public void TouchpointsAndLogs_ReachTheEdges()
    {
        var touchpoints = Some(RelationshipArbitraries.Touchpoints());

        Assert.Contains(touchpoints, touchpoint => touchpoint.At == TouchpointArbitraries.First);
        Assert.Contains(touchpoints, touchpoint => touchpoint.At == TouchpointArbitraries.Last);
        Assert.Contains(touchpoints, touchpoint => touchpoint.Participants.Length == 3);
        Assert.Contains(touchpoints, touchpoint => touchpoint is { Id: not null, Source: not null });
        Assert.Contains(Some(RelationshipArbitraries.Logs()), log => log.Count == 0);
        Assert.Contains(Some(RelationshipArbitraries.Logs()), log => log.Count > 5);
    }

    [Fact]
    public void Books_OfAllKinds_AreOnesThatCanBeSaved()
    {
        var books = Some(RelationshipArbitraries.Books(), 60);

        Assert.All(books, book =>
        {
            using var stream = new MemoryStream();
            book.Save(stream);
            stream.Position = 0;
            Assert.Equal(book.ToString(), RelationshipBook.Load(stream).ToString());
        });
        Assert.Contains(books, book => !book.Contacts.Any());
        Assert.Contains(books, book => book.Contacts.Count() > 2 && book.Touchpoints.Count > 2 && book.Cadences.Suspensions.Length > 1);
    }

    [Fact]
    public void Policies_OfAllKinds_Come()
    {
        var words = Some(RelationshipArbitraries.Policies(), 2_000).Select(policy => policy.ToString()!).ToArray();
        string[] kinds =
            [
                "never", "every", "each", "from 2026-01-31", "on occasions", "an answer", "as often as usual", "the soonest of",
                "the latest of", "the first of", "at least", "at most", "between", "later", "not on", "for circle", "unless", "by voice",
                "after a first meeting", "unanswered"
            ];

        Assert.All(kinds, kind => Assert.Contains(words, text => text.Contains(kind, StringComparison.Ordinal)));
    }

    [Fact]
    public void Examples_ReachTheEdges()
    {
        var examples = Some(RelationshipArbitraries.Examples(), 500);

        Assert.Contains(examples, example => example.Touchpoints.IsEmpty);
        Assert.Contains(examples, example => example.Touchpoints.Any(touchpoint => touchpoint.At > example.AsOf));
        Assert.Contains(examples, example => example.Zone.Id == "Pacific/Apia");
        Assert.Contains(examples, example => example.AsOf.InUtc().Year < 1500);
        Assert.DoesNotContain(examples, example => example.AsOf.InUtc().Year is < 2 or > 9902 || example.ToContext().Reference.Year > 9902);
    }

    [Fact]
    public void Shrinking_LeadsToThePlainest()
    {
        Assert.Equal(
            new Contact(ContactId.FromValue("ada"), "a"),
            Plainest(RelationshipArbitraries.Contacts(), contact => contact.Id.Value == "ada"));
        Assert.Equal(
            (0, 0),
            Plainest(RelationshipArbitraries.Books(), _ => true) is var book ? (book.Contacts.Count(), book.Touchpoints.Count) : default);
        Assert.Equal(2, Plainest(RelationshipArbitraries.Logs(), log => log.Count >= 2).Count);
        Assert.Single(Plainest(RelationshipArbitraries.Plans(), plan => !plan.Suspensions.IsEmpty).Suspensions);
        var example = Plainest(
            RelationshipArbitraries.Examples(),
            example => example.Touchpoints.Any(touchpoint => touchpoint.Direction == Direction.Incoming));
        var touchpoint = Assert.Single(example.Touchpoints);
        Assert.Equal(
            (Channel.Message, Outcome.Delivered, null, "UTC"), (touchpoint.Channel, touchpoint.Outcome, touchpoint.Facet, example.Zone.Id));
        Assert.Equal(new Contact(example.Contact.Id, "a"), example.Contact);
    }

    private static T[] Some<T>(Arbitrary<T> arbitrary, int count = 300) => [.. arbitrary.Generator.Sample(count, new Rnd(11), 12)];

    private static T Plainest<T>(Arbitrary<T> arbitrary, Func<T, bool> holds)
    {
        var found = Some(arbitrary).First(holds);
        for (var i = 0; i < 1_000; i++)
        {
            if (arbitrary.Shrinker(found).Where(holds).Take(1).ToArray() is not [var plainer])
            {
                break;
            }

            found = plainer;
        }

        return found;
    }
}
