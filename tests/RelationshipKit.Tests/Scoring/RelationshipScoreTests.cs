using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Scoring;

public class RelationshipScoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void Equals_EachNumber_TakesPart()
    {
        RelationshipScore score = new();
        RelationshipScore[] others =
        [
            score with { AsOf = Now },
            score with { Strength = Strength.FromValue(0.1) },
            score with { ExpectedContacts = 0.1 },
            score with { Evidence = Evidence.Thin },
            score with { ContactDays = 1 },
            score with { Touchpoints = 1 },
            score with { Outgoing = 1 },
            score with { Incoming = 1 },
            score with { FirstTouch = Now },
            score with { LastTouch = Now },
            score with { Rhythm = new Rhythm(null, null, 1, 0.1) },
            score with { Forecast = RhythmHazard.Default.ForecastAt(RhythmState.None, Now) },
            score with { Reciprocity = Reciprocity.Of(1, 2, 3, ScoreSettings.Default) },
            score with { Momentum = 0.1 },
        ];

        Assert.All(others, other => Assert.NotEqual(score, other));
        Assert.Equal(typeof(RelationshipScore).GetProperties().Length, others.Length);
        Assert.Equal(score, new RelationshipScore());
        Assert.Equal(score.GetHashCode(), new RelationshipScore().GetHashCode());
    }

    [Fact]
    public void ToString_Score_SaysStrengthEvidenceAndRhythm() =>
        Assert.Equal(
            "0.250 (Thin), silent for 2.0 days",
            new RelationshipScore
            {
                Strength = Strength.FromValue(0.25),
                Evidence = Evidence.Thin,
                Rhythm = new Rhythm(null, null, 2, 0.1)
            }.ToString());
}
