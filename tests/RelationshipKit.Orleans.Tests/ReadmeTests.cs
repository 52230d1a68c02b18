using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.TestingHost;
using RelationshipKit.Forecasts;
using RelationshipKit.Tests;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.Orleans.Tests;

/// <summary>The code that the README shows, run.</summary>
public class ReadmeTests
{
    public static string Readme { get; } = Repository.ReadText("src", "RelationshipKit.Orleans", "README.md");

    [Fact]
    public async Task Code_OfTheReadme_Runs()
    {
        using var database = new TestDatabase();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddRelationshipKit(kit => kit.UseSqlite($"Data Source={database.Path};Pooling=False")));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        IGrainFactory grains = cluster.Client;
        var (operationId, otherOperationId) = ("1", "2");
        var now = Instant.FromUtc(2026, 3, 2, 9, 0);
        var (today, sunday) = (new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 8));

        var owner = grains.GetGrain<IRelationshipGrain>("robin");
        await owner.Create("Europe/London");
        await owner.Operate(operationId, BookOperation.Add(new Contact("ada", "Ada")));
        await owner.Record(otherOperationId, new Touchpoint("ada", now, Channel.Voice, Direction.Mutual));
        foreach (var due in await owner.DueBy(now, today)) { Console.WriteLine(due.Reason); }

        await foreach (var some in grains.DueOfAllAsync(now, sunday)) { Console.WriteLine($"{some.Owner}: {some.Due.Count}"); }
        var hazard = RhythmHazard.Default.FittedTo(await grains.GapsOfAllAsync(now), [], now);
        var effect = NetworkEffect.FittedTo(await grains.NetworkOfAllAsync(now, Duration.FromDays(30)));

        Assert.Equal(1, (await owner.ScoreOf("ada", now)).Touchpoints);
        Assert.NotNull(hazard);
        Assert.NotNull(effect);
    }

    [Fact]
    public void Code_OfTheReadme_IsWhatIsRunHere()
    {
        var here = Repository.ReadText("tests", "RelationshipKit.Orleans.Tests", "ReadmeTests.cs");
        var inCode = false;
        foreach (var line in Readme.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inCode = line == "```csharp";
            }
            else if (inCode && line.Length > 0)
            {
                var code = line.Split("  //")[0].TrimEnd();
                Assert.True(
                    here.Contains(code, StringComparison.Ordinal) || code.Contains("UseNpgsql", StringComparison.Ordinal),
                    $"not run here: {code}");
            }
        }
    }
}
