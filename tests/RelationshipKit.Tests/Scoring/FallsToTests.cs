using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class FallsToTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000L);
    private static readonly RelationshipScorer Scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);
    private static readonly Touchpoint[] Touchpoints = [Touch(0, Channel.InPerson), Touch(4, Channel.Message), Touch(31.7, Channel.Voice)];

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    [InlineData(0.01)]
    public void FallsTo_Level_IsTheFirstMicrosecondOfIt(double value)
    {
        var level = Strength.FromValue(value);

        var falls = Scorer.FallsTo(Touchpoints, Now, level)!.Value;

        Assert.True(falls > Now);
        Assert.True(Scorer.ScoreAt(Touchpoints, falls).Strength <= level);
        Assert.True(Scorer.ScoreAt(Touchpoints, falls - Microsecond).Strength > level);
        Assert.Equal(falls, Scorer.FallsTo(Scorer.StateOf(Touchpoints, Now), Now, level));
        Assert.Equal(falls, Scorer.FallsTo(Touchpoints, falls - Microsecond, level));
        Assert.Null(Scorer.FallsTo(Touchpoints, falls, level));
    }

    [Fact]
    public void FallsTo_LightCeiling_IsHeld()
    {
        var held = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default with { LightCeiling = 0.05 }, DateTimeZone.Utc);
        Touchpoint[] messages = [Touch(0, Channel.Message)];

        Assert.Null(held.FallsTo(messages, Now, Strength.FromValue(0.1)));
        Assert.NotNull(Scorer.FallsTo(messages, Now, Strength.FromValue(0.1)));
    }

    [Fact]
    public void FallsTo_LaterTouchpoints_AreLeftOut() =>
        Assert.Equal(
            Scorer.FallsTo(Touchpoints, Now, Strength.FromValue(0.2)),
            Scorer.FallsTo([.. Touchpoints, Touch(-1, Channel.InPerson)], Now, Strength.FromValue(0.2)));

    [Fact]
    public void FallsTo_StrengthItself_IsThereAlready()
    {
        var strength = Scorer.ScoreAt(Touchpoints, Now).Strength;

        Assert.Null(Scorer.FallsTo(Touchpoints, Now, strength));
        Assert.NotNull(Scorer.FallsTo(Touchpoints, Now, Strength.FromValue(Math.BitDecrement(strength.Value))));
        Assert.Null(Scorer.FallsTo(Touchpoints, Now, Strength.FromValue(1)));
        Assert.Null(Scorer.FallsTo([], Now, Strength.FromValue(double.Epsilon)));
    }

    [Fact]
    public void FallsTo_BadArguments_AreRefusedByName()
    {
        var state = Scorer.StateOf(Touchpoints, Now);
        var level = Strength.FromValue(0.2);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Scorer.FallsTo(state, Now, Strength.None));
        Assert.Equal("level", error.ParamName);
        Assert.Contains("The level is 0; it must be more than 0 and at most 1.", error.Message, StringComparison.Ordinal);
        Assert.Equal("asOf", Assert.Throws<ArgumentOutOfRangeException>(() => Scorer.FallsTo(state, Now - Microsecond, level)).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentOutOfRangeException>(() => Scorer.FallsTo(state, Instant.MaxValue, level)).ParamName);
        Assert.Equal("state", Assert.Throws<ArgumentNullException>(() => Scorer.FallsTo((TieState)null!, Now, level)).ParamName);
        Assert.Equal("touchpoints", Assert.Throws<ArgumentNullException>(() => Scorer.FallsTo((Touchpoint[])null!, Now, level)).ParamName);
    }

    private static Touchpoint Touch(double daysAgo, Channel channel) =>
        new(ContactId.FromValue("ada"), Now - Duration.FromDays(daysAgo), channel, Direction.Mutual);
}
