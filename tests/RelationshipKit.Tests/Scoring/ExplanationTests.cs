using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class ExplanationTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly RelationshipScorer Scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);

    [Fact]
    public void Explain_ManyDays_SumsToTheStrengthOfTheScore()
    {
        Touchpoint[] touchpoints =
            [.. Enumerable.Range(0, 60).Select(day => Touch(day * 3.3, day % 3 == 0 ? Channel.Voice : Channel.Message))];

        var why = Scorer.Explain(touchpoints, Now);
        var score = Scorer.ScoreAt(touchpoints, Now);

        Assert.Equal((score.Strength, score.ExpectedContacts, score.AsOf), (why.Strength, why.ExpectedContacts, why.AsOf));
        Assert.Equal(60, why.Parts.Length);
        Assert.Equal(score.Strength.Value, why.Parts.Sum(part => part.Contribution), 1e-12);
        Assert.Equal(why.Parts.OrderByDescending(part => part.Contribution), why.Parts);
    }

    [Fact]
    public void Explain_InstantBetweenMicroseconds_IsFloored() =>
        Assert.Equal(Now, Scorer.Explain([], Now + Duration.FromNanoseconds(999L)).AsOf);

    [Fact]
    public void Explain_AtAndAfterTheInstant_CountsOnlyTheFirst()
    {
        var part = Assert.Single(Scorer.Explain([Touch(0, Channel.Voice), Touch(-1 / 86_400_000_000.0, Channel.Voice)], Now).Parts);

        Assert.Equal((0.0, 1), (part.AgeDays, part.Touchpoints.Length));
    }

    [Fact]
    public void Explain_AllFadedAway_OrdersByDateThenRichBeforeLight()
    {
        // So late that every part has faded to 0: only the ties are broken.
        var asOf = Instant.FromUtc(9999, 12, 30, 0, 0);
        var why = Scorer.Explain([Touch(9, Channel.Voice), Touch(2, Channel.Message), Touch(2, Channel.Voice)], asOf);

        Assert.All(why.Parts, part => Assert.Equal(0, part.Contribution));
        Assert.Equal(
            [
                (new LocalDate(2026, 2, 28), ChannelClass.Rich),
                (new LocalDate(2026, 2, 28), ChannelClass.Light),
                (new LocalDate(2026, 2, 21), ChannelClass.Rich)
            ],
            why.Parts.Select(part => (part.Date, part.Class)));
    }

    [Fact]
    public void Explain_SameInstant_TellsTheSameInWhateverOrder()
    {
        Touchpoint[] touchpoints = [Touch(1, Channel.Message), Touch(1, Channel.Email), Touch(1.1, Channel.Social)];

        var there = Assert.Single(Scorer.Explain(touchpoints, Now).Parts);
        var back = Assert.Single(Scorer.Explain(touchpoints.Reverse(), Now).Parts);

        Assert.Equal("2026-03-01: social and e-mail and message (light), 1.0 days ago", there.Reason);
        Assert.Equal(there.Reason, back.Reason);
        Assert.Equal(there.Touchpoints.ToArray(), back.Touchpoints.ToArray());
    }

    [Fact]
    public void Explain_ChannelTwice_IsNamedOnce() =>
        Assert.Equal(
            "2026-03-01: voice (rich), 1.0 days ago",
            Assert.Single(Scorer.Explain([Touch(1, Channel.Voice), Touch(1.05, Channel.Voice)], Now).Parts).Reason);

    [Fact]
    public void Explain_NoCeiling_LeavesLightParts()
    {
        var scorer = new RelationshipScorer(
            FoldSettings.Default, ScoreSettings.Default with { LightCeiling = double.PositiveInfinity }, DateTimeZone.Utc);

        var why = scorer.Explain([Touch(1, Channel.Letter), Touch(1, Channel.GroupEvent)], Now);

        // Both weigh a half, so that without a ceiling each adds a half.
        Assert.Equal(why.Strength.Value / 2, why.Parts[0].Contribution, 1e-12);
        Assert.Equal(why.Strength.Value / 2, why.Parts[1].Contribution, 1e-12);
    }

    [Fact]
    public void Explain_Zone_DatesThePart()
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZoneProviders.Tzdb["Asia/Tokyo"]);

        Assert.StartsWith(
            "2026-03-02: voice", Assert.Single(scorer.Explain([Touch(0.5, Channel.Voice)], Now).Parts).Reason, StringComparison.Ordinal);
        Assert.StartsWith(
            "2026-03-01: voice", Assert.Single(Scorer.Explain([Touch(0.5, Channel.Voice)], Now).Parts).Reason, StringComparison.Ordinal);
    }

    private static Touchpoint Touch(double daysAgo, Channel channel) =>
        new(ContactId.FromValue("ada"), Now - Duration.FromDays(daysAgo), channel, Direction.Mutual);
}
