using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Introductions;

[Properties(Arbitrary = [typeof(IntroductionFinderProperties)], Replay = "(6364136223846793005,1442695040888963407)")]
public class IntroductionFinderProperties
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static Arbitrary<Contact[]> Contacts() => (
        from rows in (from offers in Topics() from needs in Topics() from friends in Gen.Choose(0, 9)
            .ListOf(2) select (offers, needs, friends))
            .ListOf(10)
        from size in Gen.Choose(0, 10)
        select rows.Take(size).Select((row, i) => new Contact(Id(i), $"c{i}")
        {
            Offers = [.. row.offers],
            Needs = [.. row.needs],
            Relations =
                [.. row.friends.Where(friend => friend != i).Distinct().Select(friend => new Relation(RelationKind.Friend, Id(friend)))],
        }).ToArray()).ToArbitrary();

    [Property]
    public void Nobody_is_asked_past_the_limits(Contact[] contacts, byte mostPerConnector, byte mostPerParty)
    {
        var settings = new IntroductionSettings { MostPerConnector = mostPerConnector % 4, MostPerParty = mostPerParty % 4 };
        var rounds = new List<Introduction>();
        for (var round = 0; round < 3; round++)
        {
            rounds.AddRange(new IntroductionFinder(settings).Find(contacts, new TouchpointLog(), rounds, Now + Duration.FromDays(round)));

            Assert.All(
                rounds.GroupBy(introduction => introduction.Connector),
                asked => Assert.InRange(asked.Count(), 0, settings.MostPerConnector));
            Assert.All(
                rounds.SelectMany(introduction => new[] { introduction.Seeker, introduction.Helper }).GroupBy(party => party),
                asked => Assert.InRange(asked.Count(), 0, settings.MostPerParty));
        }
    }

    [Property]
    public void The_order_of_contacts_changes_no_proposal(Contact[] contacts, int seed)
    {
        var shuffled = contacts.ToArray();
        new Random(seed).Shuffle(shuffled);
        var finder = new IntroductionFinder();

        // As sequences: two immutable arrays are equal only when they are the same array.
        Assert.Equal<Introduction>(
            finder.Find(contacts, new TouchpointLog(), [], Now), finder.Find(shuffled, new TouchpointLog(), [], Now));
    }

    [Property]
    public void Only_strangers_whose_offer_meets_the_need_are_introduced(Contact[] contacts)
    {
        var people = contacts.ToDictionary(contact => contact.Id);
        var found = new IntroductionFinder(new IntroductionSettings { MostPerConnector = 1_000, MostPerParty = 1_000 })
            .Find(contacts, new TouchpointLog(), [], Now);
        bool AreStrangers(Contact one, Contact other) => !one.Relations.Concat(other.Relations)
            .Any(
                relation => (relation.Other == one.Id && other.Relations.Contains(relation))
                    || (relation.Other == other.Id && one.Relations.Contains(relation)));

        Assert.All(found, introduction =>
        {
            Assert.Contains(introduction.Need, people[introduction.Seeker].Needs);
            Assert.Contains(people[introduction.Helper].Offers, offer => offer.Meets(introduction.Need));
            Assert.True(AreStrangers(people[introduction.Seeker], people[introduction.Helper]));
        });
        var pairs = from one in contacts
                    from other in contacts
                    where one.Id.CompareTo(other.Id) < 0 && AreStrangers(one, other)
                    where one.Needs.Any(need => other.Offers.Any(offer => offer.Meets(need)))
                        || other.Needs.Any(need => one.Offers.Any(offer => offer.Meets(need)))
                    select one.Id;
        Assert.Equal(pairs.Count(), found.Length);
    }

    private static ContactId Id(int i) => ContactId.FromValue($"c{i}");

    private static Gen<List<Contribution>> Topics() =>
        (from topic in Gen.Elements("tea", "Tea", "chess", "sailing", "law") from kind in Gen.Elements(
            ContributionKind.Advice, ContributionKind.Other) select new Contribution(kind, topic))
        .ListOf().Select(topics => topics.Distinct().Take(2).ToList());
}
