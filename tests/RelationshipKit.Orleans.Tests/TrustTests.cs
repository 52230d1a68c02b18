using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.TestingHost;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.Orleans.Tests;

/// <summary>What a grain answers that may trust its book for a while.</summary>
public sealed class TrustTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public async Task TrustFor_AnHour_AsksAgainOnlyAfterAFailureOrWhenASiloComesOrGoes()
    {
        using var database = new TestDatabase();
        await database.Store().CreateAsync("robin", TestBooks.Empty.Add(new Contact("ada", "Ada")).OrThrow());
        var (asked, fails) = (0, false);
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) => silo.AddRelationshipKit(
            kit => kit.UseDatabase(_ => new WatchedDatabase(database.Database, _ =>
            {
                asked++;
                if (fails)
                {
                    throw new IOException("The disk is full.");
                }
            })),
            new RelationshipGrainOptions { TrustFor = Duration.FromHours(1) }));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var owner = cluster.Client.GetGrain<IRelationshipGrain>("robin");
        Assert.Equal(0, (await owner.ScoreOf("ada", Now)).Touchpoints);

        // Somebody else writes; the grain has no reason to ask, so that its book is an hour old at worst.
        await WriteAsync("1");
        var before = asked;
        Assert.Equal(0, (await owner.ScoreOf("ada", Now)).Touchpoints);
        Assert.Equal(before, asked);

        // Its own write meets the other one, and has the newest book.
        Assert.Equal(2, (await owner.Record("2", Call(2))).Revision - 1);
        await WriteAsync("3");
        Assert.Equal(2, (await owner.ScoreOf("ada", Now)).Touchpoints);

        // A silo goes.
        var home = await cluster.Client.GetGrain<IManagementGrain>(0).GetActivationAddress(owner);
        await cluster.StopSiloAsync(cluster.Silos.First(silo => !silo.SiloAddress.Equals(home)));
        for (var tries = 0; (await owner.ScoreOf("ada", Now)).Touchpoints < 3; tries++)
        {
            // The other silo may hear of it a little later.
            Assert.True(tries < 100, "The grain does not ask although a silo is gone.");
            await Task.Delay(100);
        }


        // The store fails.
        fails = true;
        await Assert.ThrowsAsync<RelationshipStoreException>(() => owner.Record("4", Call(4)));
        fails = false;
        await WriteAsync("5");
        Assert.Equal(4, (await owner.ScoreOf("ada", Now)).Touchpoints);

        async Task WriteAsync(string id) => await (await database.Store().OpenAsync("robin"))
            .UpdateAsync(book => book.Record(Call(int.Parse(id, null))).WithOperationId(id));
    }

    [Fact]
    public void TrustFor_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RelationshipGrainOptions { TrustFor = Duration.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RelationshipGrainOptions { TrustFor = Duration.FromHours(2) });
    }

    private static Touchpoint Call(int hoursAgo) => new("ada", Now - Duration.FromHours(hoursAgo), Channel.Voice, Direction.Mutual);
}
