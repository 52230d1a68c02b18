using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class ExpectedContactsTests
{
    [Fact]
    public void Strength_WithoutContact_IsZeroWithoutASign()
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
        var score = scorer.ScoreAt([], Instant.FromUtc(2026, 3, 2, 9, 0));

        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(score.Strength.Value));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(score.ExpectedContacts));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(score.Momentum));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(score.Reciprocity.Balance));
    }

    [Fact]
    public void SilencePercentile_AtTheTouchItself_IsZeroWithoutASign()
    {
        var at = Instant.FromUtc(2026, 3, 2, 9, 0);
        var touchpoint = new Touchpoint(ContactId.FromValue("a"), at, Channel.Voice, Direction.Mutual);
        var rhythm = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc).ScoreAt([touchpoint], at).Rhythm;

        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(rhythm.SilencePercentile!.Value));
    }
}
