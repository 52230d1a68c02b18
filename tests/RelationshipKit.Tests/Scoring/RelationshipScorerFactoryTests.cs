using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class RelationshipScorerFactoryTests
{
    [Fact]
    public void In_Zone_MakesAScorerOfTheSettingsThere()
    {
        var (fold, settings) = (FoldSettings.Default with { BalanceHalfLife = Duration.FromDays(90) }, ScoreSettings.Default with { EvenBand = 0.5 });
        var zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

        var factory = new RelationshipScorerFactory(fold, settings);
        var scorer = factory.In(zone);

        Assert.Equal((fold, settings, zone), (scorer.Fold, scorer.Settings, scorer.Zone));
        Assert.Equal($"{fold}; {settings}", factory.ToString());
        Assert.Equal("zone", Assert.Throws<ArgumentNullException>(() => factory.In(null!)).ParamName);
    }

    [Fact]
    public void Constructor_NullOrInvalid_IsRefusedAtOnce()
    {
        Assert.Equal("fold", Assert.Throws<ArgumentNullException>(() => new RelationshipScorerFactory(null!, ScoreSettings.Default)).ParamName);
        Assert.Equal("settings", Assert.Throws<ArgumentNullException>(() => new RelationshipScorerFactory(FoldSettings.Default, null!)).ParamName);
        Assert.Equal("fold", Assert.Throws<ArgumentException>(() => new RelationshipScorerFactory(FoldSettings.Default with { Curve = null! }, ScoreSettings.Default)).ParamName);
        Assert.Equal("settings", Assert.Throws<ArgumentException>(() => new RelationshipScorerFactory(FoldSettings.Default, ScoreSettings.Default with { EvenBand = -1 })).ParamName);
    }
}
