using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class ScoreSettingsTests
{
    private static readonly ScoreSettings Default = ScoreSettings.Default;

    // Each setting with a changed value that must change an answer.
    public static TheoryData<string, ScoreSettings> Changed => new()
    {
        { nameof(Default.LightCeiling), Default with { LightCeiling = 0.5 } },
        { nameof(Default.CircleCeilings), Default.WithCeiling(Circle.Close, 0.5) },
        { nameof(Default.FacetCeilings), Default.WithCeiling(Facet.Family, 0.5) },
        { nameof(Default.BalancePrior), Default with { BalancePrior = 3 } },
        { nameof(Default.EvenBand), Default with { EvenBand = 0.1 } },
        { nameof(Default.FairFromContactDays), Default with { FairFromContactDays = 5 } },
        { nameof(Default.SolidFromContactDays), Default with { SolidFromContactDays = 4 } },
        { nameof(Default.Hazard), Default with { Hazard = RhythmHazard.Default.AtLevel(2) } },
        { nameof(Default.MomentumFromContactDays), Default with { MomentumFromContactDays = 5 } },
        { nameof(Default.MomentumFromAge), Default with { MomentumFromAge = Duration.FromDays(100) } },
        { nameof(Default.ConversationSilence), Default with { ConversationSilence = Duration.FromHours(150) } },
        { nameof(Default.ReplyWindow), Default with { ReplyWindow = Duration.FromHours(2) } },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void EverySetting_Changed_ChangesAnAnswerAndEquality(string name, ScoreSettings changed)
    {
        Assert.NotEqual(Answers(Default), Answers(changed));
        Assert.NotEqual(Default, changed);
        Assert.Contains(typeof(ScoreSettings).GetProperties(), property => property.Name == name);
        Assert.Equal(Default, Default with { });
        Assert.Equal(Default.GetHashCode(), (Default with { }).GetHashCode());
    }

    [Fact]
    public void EverySetting_IsInTheTableAbove() =>
        Assert.Equal(
            typeof(ScoreSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(),
            Changed.Select(row => (string)((object[])row)[0]).Order());

    [Theory]
    [InlineData(0.01, 0.0099, double.PositiveInfinity, double.NaN, nameof(ScoreSettings.LightCeiling))]
    [InlineData(0.1, 0.0999, 100, 100.001, nameof(ScoreSettings.BalancePrior))]
    [InlineData(0, -0.0001, 1, 1.0001, nameof(ScoreSettings.EvenBand))]
    public void Numbers_AtTheEnds_AreTakenAndBeyondRefused(double min, double below, double max, double above, string name)
    {
        Accepts(With(name, min));
        Accepts(With(name, max));
        Refuses(With(name, below), $"{name} is ");
        Refuses(With(name, above), $"{name} is ");
        Refuses(With(name, double.NaN), $"{name} is NaN; it must be from ");
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(1, 8, false)]
    [InlineData(1_000, 10_000, true)]
    [InlineData(1_001, 10_000, false)]
    [InlineData(3, 10_001, false)]
    [InlineData(8, 8, false)]
    [InlineData(7, 8, true)]
    public void Thresholds_AtTheEnds_AreTakenAndBeyondRefused(int fair, int solid, bool accepted)
    {
        var settings = Default with { FairFromContactDays = fair, SolidFromContactDays = solid };
        if (accepted)
        {
            Accepts(settings);
        }
        else
        {
            Refuses(settings, "ContactDays is ");
        }
    }

    [Theory]
    [InlineData(nameof(ScoreSettings.MomentumFromAge), 1, 3_650 * 24)]
    [InlineData(nameof(ScoreSettings.ConversationSilence), 1 / 60.0, 30 * 24)]
    [InlineData(nameof(ScoreSettings.ReplyWindow), 1 / 60.0, 365 * 24)]
    public void Durations_AtTheEnds_AreTakenAndBeyondRefused(string name, double minHours, double maxHours)
    {
        Accepts(With(name, Duration.FromHours(minHours)));
        Accepts(With(name, Duration.FromHours(maxHours)));
        Refuses(With(name, Duration.FromHours(minHours) - Duration.FromSeconds(1)), $"{name} is ");
        Refuses(With(name, Duration.FromHours(maxHours) + Duration.FromSeconds(1)), $"{name} is ");
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void MomentumFromContactDays_AtTheEnds_IsTakenAndBeyondRefused(int days, bool accepted)
    {
        var settings = Default with { MomentumFromContactDays = days };
        if (accepted)
        {
            Accepts(settings);
        }
        else
        {
            Refuses(settings, "MomentumFromContactDays is ");
        }
    }

    [Fact]
    public void Problems_Several_AreNamedTogether()
    {
        var error = Assert.Throws<ArgumentException>(() => Scorer(
            (Default with { LightCeiling = 0, BalancePrior = 0.05, FairFromContactDays = 9, MomentumFromAge = Duration.Zero })
            .WithCeiling(Circle.Inner, -1)
            .WithCeiling(Facet.Personal, double.NaN)));

        Assert.Equal("settings", error.ParamName);
        Assert.StartsWith(
            "The score settings are invalid: LightCeiling is 0; it must be from 0.01 to Infinity. CircleCeilings['inner'] is -1; it "
                + "must be from 0.01 to Infinity. FacetCeilings['personal'] is NaN; it must be from 0.01 to Infinity. BalancePrior is "
                + "0.05; it must be from 0.1 to 100. FairFromContactDays is 9; it must be less than SolidFromContactDays, 8. "
                + "MomentumFromAge is 0 hours; it must be from 1 to 87600 hours.",
            error.Message,
            StringComparison.Ordinal);
        Refuses(Default with { Hazard = null! }, "Hazard is null; it must be a hazard.");
        Refuses(Default with { CircleCeilings = null! }, "CircleCeilings is null; it must be a dictionary.");
    }

    [Fact]
    public void Equals_CeilingsNull_ComparesWithoutThrowing()
    {
        var (noCircles, noFacets) = (Default with { CircleCeilings = null! }, Default with { FacetCeilings = null! });

        Assert.Equal(noCircles, Default with { CircleCeilings = null! });
        Assert.Equal(noCircles.GetHashCode(), (Default with { CircleCeilings = null! }).GetHashCode());
        Assert.Equal(noFacets.GetHashCode(), (Default with { FacetCeilings = null! }).GetHashCode());
        Assert.NotEqual(noCircles, Default);
        Assert.NotEqual(Default, noFacets);
        Assert.False(Default.Equals(null));
    }

    [Fact]
    public void WithCeiling_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Default.WithCeiling((Circle)null!, 1));
        Assert.Throws<ArgumentNullException>(() => Default.WithCeiling((Facet)null!, 1));
        Assert.Throws<ArgumentNullException>(() => Default.CeilingFor(null!));
    }

    // Everything a scorer says of a tie on which each setting matters.
    private static string Answers(ScoreSettings settings)
    {
        var ada = new Contact(ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close };
        var now = Instant.FromUtc(2026, 3, 2, 9, 0);
        Touchpoint At(double hours, Direction direction) => new(ada.Id, now - Duration.FromHours(hours), Channel.Message, direction);
        Touchpoint[] touchpoints =
        [
            At(800, Direction.Incoming), At(795, Direction.Outgoing), At(500, Direction.Incoming), At(496.5, Direction.Outgoing),
            At(300, Direction.Incoming), At(200, Direction.Incoming),
        ];
        var scorer = Scorer(settings);
        return string.Join(
            "|",
            new[] { scorer, scorer.For(ada), scorer.For(ada, Facet.Family) }.Select(one =>
            {
                var score = one.ScoreAt(touchpoints, now);
                return $"{score.ExpectedContacts:R} {score.Evidence} {score.Reciprocity.Balance:R} {score.Reciprocity.Verdict} "
                    + $"{score.Momentum:R} {score.Rhythm.SilencePercentile:R} {one.ConversationAt(touchpoints, now)} "
                    + $"{one.ConversationAt(touchpoints, now).OwnerReplies}";
            }));
    }

    private static RelationshipScorer Scorer(ScoreSettings settings) => new(FoldSettings.Default, settings, DateTimeZone.Utc);

    private static ScoreSettings With(string name, object value)
    {
        var copy = Default with { };
        typeof(ScoreSettings).GetProperty(name)!.SetValue(copy, value);
        return copy;
    }

    private static void Accepts(ScoreSettings settings) => Assert.NotNull(Scorer(settings));

    private static void Refuses(ScoreSettings settings, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => Scorer(settings)).Message, StringComparison.Ordinal);
}
