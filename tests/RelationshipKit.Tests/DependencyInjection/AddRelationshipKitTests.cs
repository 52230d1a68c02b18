using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.Cadences;
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

    [Fact]
    public void AddCadencePolicy_MadeWithServices_IsMadeOnceAndAsked()
    {
        var made = 0;
        var services = new ServiceCollection().AddSingleton(Period.FromDays(9)).AddRelationshipKit(kit => kit
            .AddCadencePolicy("plain", Cadence.Every(Period.FromDays(5)))
            .AddCadencePolicy("terms", provider =>
            {
                made++;
                return Cadence.Every(provider.GetRequiredService<Period>());
            })
            .UseCadence(Cadence.Named("terms")));
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var book = provider.GetRequiredService<RelationshipBookFactory>().Create(DateTimeZone.Utc).Add(
            new Contact("ada", "Ada") { AddedOn = new LocalDate(2026, 3, 1) }).OrThrow();

        Assert.Equal(new LocalDate(2026, 3, 10), book.CadenceOf("ada", Instant.FromUtc(2026, 3, 2, 9, 0)).Window!.Value.Ideal);
        Assert.Same(provider.GetRequiredKeyedService<ICadencePolicy>("terms"), provider.GetRequiredKeyedService<ICadencePolicy>("terms"));
        Assert.Equal(["plain", "terms"], provider.GetRequiredService<CadencePolicies>().Names);
        Assert.Equal(1, made);
    }

    [Fact]
    public void AddCadencePolicy_WrongNamesAndFactories_AreRefused()
    {
        Assert.Throws<ArgumentException>(
            "name",
            () => new ServiceCollection()
                    .AddRelationshipKit(kit => kit.AddCadencePolicy("a", _ => Cadence.Never).AddCadencePolicy("a", Cadence.Never)));
        Assert.Throws<ArgumentException>(
            "name",
            () => new ServiceCollection()
                    .AddRelationshipKit(kit => kit.AddCadencePolicy("a", Cadence.Never).AddCadencePolicy("a", _ => Cadence.Never)));
        Assert.Throws<ArgumentException>(
            () => new ServiceCollection().AddRelationshipKit(kit => kit.AddCadencePolicy(" a", _ => Cadence.Never)));
        Assert.Throws<ArgumentNullException>(
            "factory",
            () => new ServiceCollection()
                    .AddRelationshipKit(kit => kit.AddCadencePolicy("a", (Func<IServiceProvider, ICadencePolicy>)null!)));
        using var provider = new ServiceCollection()
            .AddRelationshipKit(kit => kit.AddCadencePolicy("a", _ => null!))
            .BuildServiceProvider();
        Assert.Contains(
            "\"a\" made none", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<RelationshipBookFactory>).Message,
            StringComparison.Ordinal);
    }

    private static RelationshipScorer ScorerOf(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        return provider.GetRequiredService<RelationshipBookFactory>().Create(DateTimeZone.Utc).Scorer;
    }
}
