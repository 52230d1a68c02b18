using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class FoldSettingsTests
{
    private static readonly FoldSettings Default = FoldSettings.Default;

    // Each setting with a changed value that must change an answer, and the name by which a stored state is then refused.
    public static TheoryData<string, FoldSettings, string> Changed => new()
    {
        { nameof(Default.Curve), Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(60)) }, "Curve" },
        { nameof(Default.Channels), Default.WithChannel(Channel.Email, 0.31, ChannelClass.Light), "Channels" },
        { nameof(Default.Channels), Default.WithChannel(Channel.Email, 0.3, ChannelClass.Rich), "Channels" },
        { nameof(Default.BalanceHalfLife), Default with { BalanceHalfLife = Duration.FromDays(90) }, "BalanceHalfLife" },
        { nameof(Default.MomentumShortHalfLife), Default with
        {
            MomentumShortHalfLife = Duration.FromDays(7)
        }, "MomentumShortHalfLife or MomentumLongHalfLife" },
        { nameof(Default.MomentumLongHalfLife), Default with
        {
            MomentumLongHalfLife = Duration.FromDays(60)
        }, "MomentumShortHalfLife or MomentumLongHalfLife" },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void EverySetting_Changed_ChangesAnAnswerEqualityAndFingerprint(string name, FoldSettings changed, string refusal)
    {
        Assert.NotEqual(Score(Default), Score(changed));
        Assert.NotEqual(Default, changed);
        Assert.Equal(Default, Default with { });
        Assert.Equal(Default.GetHashCode(), (Default with { }).GetHashCode());
        Assert.Contains(typeof(FoldSettings).GetProperties(), property => property.Name == name);

        var bytes = TieState.Fold(Default, DateTimeZone.Utc, [], Now).ToBytes();
        var error = Assert.Throws<TieStateMismatchException>(() => TieState.FromBytes(bytes, changed, DateTimeZone.Utc));
        Assert.Equal(refusal, Assert.Single(error.Settings));
        Assert.Equal($"The state was folded under another {refusal}; fold the log again under the present settings.", error.Message);
    }

    // Kinds are what bytes of columns mean; states hold none of them. Their tests are those of their type.
    [Fact]
    public void EverySetting_ButKinds_IsInTheTableAbove() =>
        Assert.Equal(
            typeof(FoldSettings).GetProperties().Where(
                property => property.CanWrite).Select(property => property.Name).Except([nameof(Default.Kinds)]).Order(),
            Changed.Select(row => (string)((object[])row)[0]).Distinct().Order());

    [Fact]
    public void Default_Channels_HaveTheStatedWeights() =>
        Assert.Equal(
            [
                "message 0.4 light", "e-mail 0.3 light", "social 0.1 light", "letter 0.5 light", "voice 0.7 rich", "video 0.8 rich",
                "in-person 1 rich", "group-event 0.5 rich", "voice-message 0.5 light"
            ],
            Default.Channels.Select(row => row.ToString()));

    [Fact]
    public void WithChannel_NewOrKnown_AddsOrReplacesInOrder()
    {
        var walk = Channel.FromName("walk");

        var settings = Default.WithChannel(walk, 0.9, ChannelClass.Rich).WithChannel(Channel.Voice, 0.6, ChannelClass.Light);

        Assert.Equal(Default.Channels.Length + 1, settings.Channels.Length);
        Assert.Equal(walk, settings.Channels[^1].Channel);
        Assert.Equal(
            ["voice 0.6 light", "walk 0.9 rich"],
            settings.Channels.Where(row => row.Channel == Channel.Voice || row.Channel == walk).Select(row => row.ToString()));
        Assert.DoesNotContain(Default.Channels, row => row.Channel == walk);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.0000001)]
    [InlineData(double.NaN)]
    public void WithChannel_WeightOutOfRange_IsRefused(double weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Default.WithChannel(Channel.Voice, weight, ChannelClass.Rich));

        Assert.Contains("it must be more than 0 and at most 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithChannel_NoChannelOrClass_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Default.WithChannel(null!, 1, ChannelClass.Rich));
        Assert.Throws<ArgumentOutOfRangeException>(() => Default.WithChannel(Channel.Voice, 1, (ChannelClass)7));
        Assert.Equal(
            1, Default.WithChannel(Channel.Voice, 1, ChannelClass.Rich).Channels.Single(row => row.Channel == Channel.Voice).Weight);
    }

    [Fact]
    public void HalfLives_AtTheEnds_AreTakenAndBeyondRefused()
    {
        var (hour, century) = (Duration.FromHours(1), Duration.FromDays(36_525));
        Accepts(Default with { BalanceHalfLife = hour });
        Accepts(Default with { BalanceHalfLife = century });
        Accepts(Default with { MomentumShortHalfLife = hour });
        Accepts(Default with { MomentumLongHalfLife = century });
        Refuses(Default with { BalanceHalfLife = hour - Duration.Epsilon }, "BalanceHalfLife is ");
        Refuses(Default with { BalanceHalfLife = century + Duration.Epsilon }, "it must be from an hour to 36525 days.");
        Refuses(Default with { MomentumShortHalfLife = hour - Duration.Epsilon }, "MomentumShortHalfLife is ");
        Refuses(Default with { MomentumLongHalfLife = century + Duration.Epsilon }, "MomentumLongHalfLife is ");
        Refuses(
            Default with { MomentumShortHalfLife = Duration.FromDays(90) },
            "MomentumShortHalfLife is 90 days; it must be less than MomentumLongHalfLife, 90 days.");
    }

    [Fact]
    public void Problems_Several_AreNamedTogether()
    {
        var row = new ChannelWeight(Channel.Voice, 1, ChannelClass.Rich);
        var error = Assert.Throws<ArgumentException>(
            () => Fold(Default with { Curve = null!, Channels = [row, row], BalanceHalfLife = Duration.Zero }));

        Assert.Equal("settings", error.ParamName);
        Assert.StartsWith(
            "The fold settings are invalid: Curve is null; it must be a curve. Channels has 2 rows for 'voice'; it must have 1. "
                + "BalanceHalfLife is 0 days; it must be from an hour to 36525 days.",
            error.Message,
            StringComparison.Ordinal);
        Refuses(Default with { Channels = [] }, "Channels is empty or has a null row; it must have at least 1 row.");
        Refuses(Default with { Channels = [null!] }, "Channels is empty or has a null row");
        Refuses(Default with { Channels = default }, "Channels is empty or has a null row");
    }

    [Fact]
    public void Scorer_StateOfEachOtherSetting_IsRefusedByItsName()
    {
        var scorer = new RelationshipScorer(Default, ScoreSettings.Default, DateTimeZone.Utc);
        foreach (var row in Changed)
        {
            var (changed, refusal) = ((FoldSettings)((object[])row)[1], (string)((object[])row)[2]);
            var state = TieState.Fold(changed, DateTimeZone.Utc, [], Now);

            Assert.Equal(refusal, Assert.Single(Assert.Throws<TieStateMismatchException>(() => scorer.ScoreAt(state, Now)).Settings));
            Assert.Equal(refusal, Assert.Single(Assert.Throws<TieStateMismatchException>(() => Fold(Default).MergedWith(state)).Settings));
        }
    }

    [Fact]
    public void ToString_Settings_SaysCurveChannelsAndHalfLives()
    {
        Assert.Equal(
            "mixture of half-lives of 3, 30, 300 days, 9 channels, balance 180 days, momentum 14 against 90 days", Default.ToString());
        Assert.Contains(", 0 channels,", (Default with { Channels = default }).ToString(), StringComparison.Ordinal);
        Assert.Equal((Default with { Channels = default }).GetHashCode(), (Default with { Channels = default }).GetHashCode());
        Assert.False(Default.Equals(null));
    }

    // The next number or the next second: a state is refused for the least change of what it was folded under.
    [Fact]
    public void EverySetting_ChangedByTheLeast_IsAnotherFingerprint()
    {
        var bytes = Fold(Default).ToBytes();
        var second = Duration.FromSeconds(1);
        FoldSettings[] changed =
        [
            Default.WithChannel(Channel.Email, Math.BitIncrement(0.3), ChannelClass.Light),
            Default with
            {
                Curve = DecayCurve.Mixture(
                    (Duration.FromDays(3), 1 / Math.Sqrt(3)), (Duration.FromDays(30), 1 / Math.Sqrt(30)),
                    (Duration.FromDays(300) + second, 1 / Math.Sqrt(300)))
            },
            Default with { BalanceHalfLife = Default.BalanceHalfLife + second },
            Default with { MomentumShortHalfLife = Default.MomentumShortHalfLife + second },
            Default with { MomentumLongHalfLife = Default.MomentumLongHalfLife + second },
        ];

        Assert.All(
            changed,
            settings => Assert.Single(
                    Assert.Throws<TieStateMismatchException>(() => TieState.FromBytes(bytes, settings, DateTimeZone.Utc)).Settings));
        Assert.NotNull(TieState.FromBytes(bytes, Default with { }, DateTimeZone.Utc));
    }

    [Fact]
    public void ChannelOrder_DoesNotMatterToAState()
    {
        var reversed = Default with { Channels = [.. Default.Channels.Reverse()] };

        Assert.NotNull(TieState.FromBytes(Fold(Default).ToBytes(), reversed, DateTimeZone.Utc));
    }

    [Fact]
    public void Equals_UncheckedSettings_DoesNotThrow()
    {
        var unset = Default with { Channels = default };

        Assert.NotEqual(Default, unset);
        Assert.Equal(unset, Default with { Channels = [] });
        Assert.Equal(unset.GetHashCode(), (Default with { Channels = [] }).GetHashCode());
        Assert.False(Default.Equals(null));
        Assert.Contains(" 0 channels, balance 180 days, momentum 14 against 90 days", unset.ToString(), StringComparison.Ordinal);
    }

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static RelationshipScore Score(FoldSettings settings)
    {
        var ada = ContactId.FromValue("ada");
        return new RelationshipScorer(settings, ScoreSettings.Default, DateTimeZone.Utc).ScoreAt(
            [
                new Touchpoint(ada, Now - Duration.FromDays(20), Channel.Email, Direction.Outgoing),
                new Touchpoint(ada, Now - Duration.FromDays(40), Channel.Email, Direction.Outgoing),
                new Touchpoint(ada, Now - Duration.FromDays(50), Channel.Email, Direction.Incoming),
            ],
            Now);
    }

    private static TieState Fold(FoldSettings settings) => TieState.Fold(settings, DateTimeZone.Utc, [], Now);

    private static void Accepts(FoldSettings settings) => Assert.NotNull(Fold(settings));

    private static void Refuses(FoldSettings settings, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => Fold(settings)).Message, StringComparison.Ordinal);
}
