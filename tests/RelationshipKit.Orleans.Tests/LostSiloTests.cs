using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.Configuration;
using Orleans.TestingHost;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.Orleans.Tests;

/// <summary>What a cluster answers of which a silo is lost without a word.</summary>
public class LostSiloTests
{
    private const int Owners = 30;

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public async Task ALostSilo_LosesNoWriteAndNoOwner()
    {
        using var database = new TestDatabase();
        var builder = new InProcessTestClusterBuilder(3);
        builder.ConfigureSilo((_, silo) => silo
            .AddRelationshipKit(kit => kit.UseDatabase(_ => database.Database))
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(3)));
        builder.ConfigureClient(
            client => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(3)));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var owners = Enumerable.Range(0, Owners).Select(i => cluster.Client.GetGrain<IRelationshipGrain>($"owner {i}")).ToArray();
        foreach (var owner in owners)
        {
            await AnsweredAsync(() => owner.Create("UTC"));
            await AnsweredAsync(() => owner.Operate(
                "begin",
                BookOperation.Several(
                    BookOperation.WithCadence(Cadence.Every(Period.FromDays(3))), BookOperation.Add(new Contact("ada", "Ada")))));
            await AnsweredAsync(() => owner.Record("first", At(Now - Duration.FromDays(9))));
        }

        var seen = new List<string>();
        await foreach (var owner in cluster.Client.DueOfAllAsync(
            Now, new LocalDate(2026, 3, 8), new FanOutSettings { OwnersPerCall = 1, MaxInFlight = 4, MostTries = 50 }))
        {
            seen.Add(owner.Owner);
            if (seen.Count == 5)
            {
                await cluster.KillSiloAsync(cluster.Silos[^1]);
            }
        }

        Assert.Equal(Enumerable.Range(0, Owners).Select(i => $"owner {i}").Order(), seen.Order());
        foreach (var owner in owners)
        {
            await AnsweredAsync(() => owner.Record("second", At(Now)));
            Assert.Equal(2, (await AnsweredAsync(() => owner.ScoreOf("ada", Now))).Touchpoints);
        }
    }

    private static Touchpoint At(Instant when) => new("ada", when, Channel.Voice, Direction.Mutual);

    /// <summary>Asks again as a host would: no answer in three seconds is all that tells of a lost silo, and of a slow machine.</summary>
    private static async Task<T> AnsweredAsync<T>(Func<Task<T>> call)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (Exception problem) when (tries < 50 && problem is TimeoutException or OrleansException)
            {
                await Task.Delay(100);
            }
        }
    }
}
