using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.TestingHost;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.Orleans.Tests;

public class OpenBooksTests
{
    private readonly OpenBooks open = new(new RelationshipGrainOptions { OpenBooks = 2 });

    [Fact]
    public async Task Put_MoreThanAllowed_LetsTheOneGoThatWasNotAskedForLongest()
    {
        using var database = new TestDatabase();
        var (first, second, third) = (new OpenBooks.Place(open), new OpenBooks.Place(open), new OpenBooks.Place(open));
        var book = await database.Store().CreateAsync("robin", TestBooks.Empty);
        first.Put(book);
        second.Put(book);
        Assert.Same(book, first.Take());
        third.Put(book);

        Assert.Equal((true, false, true, 2), (IsHeld(first), IsHeld(second), IsHeld(third), open.Count));
        second.Put(book);
        Assert.Equal((false, true, true, 2), (IsHeld(first), IsHeld(second), IsHeld(third), open.Count));
        second.LetGo();
        second.LetGo();
        Assert.Equal((false, false, true, 1), (IsHeld(first), IsHeld(second), IsHeld(third), open.Count));
        third.Put(book);
        Assert.Equal(1, open.Count);
    }

    [Fact]
    public async Task Put_FromManyThreads_HoldsNoMoreThanAllowed()
    {
        using var database = new TestDatabase();
        var book = await database.Store().CreateAsync("robin", TestBooks.Empty);
        var places = Enumerable.Range(0, 20).Select(_ => new OpenBooks.Place(open)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            var random = new Random(thread);
            for (var i = 0; i < 5_000; i++)
            {
                var place = places[random.Next(places.Length)];
                switch (random.Next(3))
                {
                    case 0:
                        place.LetGo();
                        break;
                    case 1:
                        place.Put(book);
                        break;
                    default:
                        place.Take();
                        break;
                }

                Assert.InRange(open.Count, 0, 2);
            }
        })));

        Assert.Equal(open.Count, places.Count(IsHeld));
    }

    [Fact]
    public async Task Grains_WhoseBookWasLetGo_AnswerAsBefore()
    {
        var now = Instant.FromUtc(2026, 3, 2, 9, 0);
        using var database = new TestDatabase();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo(
            (_, silo) =>
                silo.AddRelationshipKit(kit => kit.UseDatabase(_ => database.Database), new RelationshipGrainOptions { OpenBooks = 2 }));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var owners = Enumerable.Range(0, 6).Select(i => cluster.Client.GetGrain<IRelationshipGrain>($"owner {i}")).ToArray();
        foreach (var owner in owners)
        {
            await owner.Create("UTC");
            await owner.Operate("add", BookOperation.Add(new Contact("ada", "Ada")));
        }

        for (var round = 1; round <= 3; round++)
        {
            await Task.WhenAll(
                owners.Select(
                    owner =>
                        owner.Record($"{round}", new Touchpoint("ada", now - Duration.FromDays(round), Channel.Voice, Direction.Mutual))));
            foreach (var owner in owners)
            {
                Assert.Equal(round, (await owner.ScoreOf("ada", now)).Touchpoints);
            }
        }
    }

    private static bool IsHeld(OpenBooks.Place place) => place.Take() is not null;
}
