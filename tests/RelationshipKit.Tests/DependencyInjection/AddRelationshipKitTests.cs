using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.DependencyInjection;

public class AddRelationshipKitTests
{
    private static readonly FoldSettings OwnFold = FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(90)) };

    [Fact]
    public void AddRelationshipKit_Alone_UsesTheDefaults()
    {
        var scorer = ScorerOf(new ServiceCollection().AddRelationshipKit());

        Assert.Equal(FoldSettings.Default, scorer.Fold);
        Assert.Equal(ScoreSettings.Default, scorer.Settings);
        Assert.Same(DateTimeZone.Utc, scorer.Zone);
    }

    [Fact]
    public void AddRelationshipKit_Twice_IsHarmless()
    {
        var services = new ServiceCollection().AddRelationshipKit(kit => kit.UseFold(OwnFold));
        var count = services.Count;

        services.AddRelationshipKit();

        Assert.Equal(count, services.Count);
        Assert.Equal(OwnFold, ScorerOf(services).Fold);
    }

    [Fact]
    public void Use_Twice_LastWins()
    {
        var scorer = ScorerOf(new ServiceCollection().AddRelationshipKit(kit => kit
            .UseFold(FoldSettings.Default).UseFold(OwnFold)
            .UseScoring(ScoreSettings.Default with { LightCeiling = 3 }).UseScoring(ScoreSettings.Default with { LightCeiling = 0.8 })));

        Assert.Equal(OwnFold, scorer.Fold);
        Assert.Equal(0.8, scorer.Settings.LightCeiling);
    }

    [Fact]
    public void AddRelationshipKit_HostRegisteredItsOwn_KeepsIt()
    {
        var services = new ServiceCollection().AddSingleton(OwnFold).AddRelationshipKit();

        Assert.Equal(OwnFold, ScorerOf(services).Fold);
    }

    [Fact]
    public void Use_InvalidSettings_FailsWhereTheyAreGiven()
    {
        var services = new ServiceCollection();

        var scoring = Assert.Throws<ArgumentException>(() =>
            services.AddRelationshipKit(kit => kit.UseScoring(ScoreSettings.Default with { LightCeiling = double.NaN, BalancePrior = 0 })));
        Assert.Contains("LightCeiling is NaN", scoring.Message, StringComparison.Ordinal);
        Assert.Contains("BalancePrior is 0; it must be from 0.1 to 100", scoring.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            services.AddRelationshipKit(kit => kit.UseFold(FoldSettings.Default with { BalanceHalfLife = Duration.Zero })));
    }

    private static RelationshipScorer ScorerOf(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        return provider.GetRequiredService<RelationshipBookFactory>().Create(DateTimeZone.Utc).Scorer;
    }
}
