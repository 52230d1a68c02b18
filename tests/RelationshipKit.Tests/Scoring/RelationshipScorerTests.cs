using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Tests.Forecasts;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

public class RelationshipScorerTests
{
    private const double Tolerance = 1e-12;

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ContactId Ada = ContactId.FromValue("ada");
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(3, 0.3544989815238902)]
    [InlineData(30, 0.11620449643604594)]
    public void ScoreAt_OneMeeting_FadesAsWorked(double daysAgo, double strength) =>
        Assert.Equal(strength, Score(Touch(daysAgo, Channel.InPerson)).Strength.Value);

    [Fact]
    public void ScoreAt_FractionalAges_SumTheMixture()
    {
        var score = Score(Touch(0.37, Channel.InPerson), Touch(41.6, Channel.Voice), Touch(300.25, Channel.Video));

        var lambda = ExpectedContacts(1, 0.37) + ExpectedContacts(0.7, 41.6) + ExpectedContacts(0.8, 300.25);
        Assert.Equal(lambda, score.ExpectedContacts, Tolerance);
        Assert.Equal(1 - Math.Exp(-lambda), score.Strength.Value, Tolerance);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(double.PositiveInfinity)]
    public void ScoreAt_LightAndRich_CeilingHoldsTheLight(double ceiling)
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default with { LightCeiling = ceiling }, DateTimeZone.Utc);

        var score = scorer.ScoreAt([Touch(2.5, Channel.Message), Touch(10.25, Channel.Email), Touch(5.5, Channel.Voice)], Now);

        var light = ExpectedContacts(0.4, 2.5) + ExpectedContacts(0.3, 10.25);
        var held = double.IsInfinity(ceiling) ? light : ceiling * (1 - Math.Exp(-light / ceiling));
        Assert.Equal(held + ExpectedContacts(0.7, 5.5), score.ExpectedContacts, Tolerance);
    }

    [Fact]
    public void ScoreAt_SeveralOfOneDayAndClass_CountLargestWeightFromLatestInstant()
    {
        var score = Score(Touch(5.1, Channel.Video), Touch(5.05, Channel.GroupEvent), Touch(5.02, Channel.Voice));

        Assert.Equal(ExpectedContacts(0.8, 5.02), score.ExpectedContacts, Tolerance);
        Assert.Equal((1, 3), (score.ContactDays, score.Touchpoints));
    }

    [Fact]
    public void ScoreAt_LightAndRichOfOneDay_AreTwoCellsAndOneContactDay()
    {
        var score = Score(Touch(5.1, Channel.Message), Touch(5.05, Channel.Voice));

        Assert.Equal(1 - Math.Exp(-ExpectedContacts(0.4, 5.1)) + ExpectedContacts(0.7, 5.05), score.ExpectedContacts, Tolerance);
        Assert.Equal(1, score.ContactDays);
    }

    [Fact]
    public void ScoreAt_SharedWithOthers_WeighsOneOverRootN()
    {
        var shared = new Touchpoint([Ada, ContactId.FromValue("bob")], Now, Channel.InPerson, Direction.Mutual) { OthersPresent = 2 };

        Assert.Equal(ExpectedContacts(0.5, 0), Score(shared).ExpectedContacts, Tolerance);
    }

    [Fact]
    public void ScoreAt_Attempt_CountsNowhere()
    {
        var score = Score(
            Touch(20, Channel.Voice, Direction.Outgoing),
            Touch(1, Channel.Voice, Direction.Outgoing) with { Outcome = RelationshipKit.Outcome.Attempted });

        Assert.Equal(Score(Touch(20, Channel.Voice, Direction.Outgoing)), score);
        Assert.Equal(Evidence.None, Score(Touch(1, Channel.Voice) with { Outcome = RelationshipKit.Outcome.Attempted }).Evidence);
    }

    [Fact]
    public void ScoreAt_Directions_CountMutualOnBothSidesAndUnknownOnNeither()
    {
        var score = Score(
            Touch(1, Channel.Voice, Direction.Outgoing),
            Touch(2, Channel.Voice, Direction.Mutual),
            Touch(3, Channel.Voice, Direction.Incoming),
            Touch(4, Channel.Voice, Direction.Incoming),
            Touch(5, Channel.Voice, Direction.Unknown));

        Assert.Equal((5, 2, 3), (score.Touchpoints, score.Outgoing, score.Incoming));
        Assert.Equal(Half(1, 180) + Half(2, 180), score.Reciprocity.Given, Tolerance);
        Assert.Equal(Half(2, 180) + Half(3, 180) + Half(4, 180), score.Reciprocity.Received, Tolerance);
    }

    [Fact]
    public void ScoreAt_TheInstantItself_CountsAndLaterDoesNot()
    {
        Assert.Equal(1, Score(new Touchpoint(Ada, Now, Channel.Voice, Direction.Mutual)).Touchpoints);
        Assert.Equal(0, Score(new Touchpoint(Ada, Now + Microsecond, Channel.Voice, Direction.Mutual)).Touchpoints);
    }

    [Fact]
    public void ScoreAt_Nothing_IsUnknownAndNotZeroEvidenceOfAnything()
    {
        var score = Score();

        Assert.Equal((0.0, 0.0, Evidence.None), (score.ExpectedContacts, score.Strength.Value, score.Evidence));
        Assert.Equal(default, score.Rhythm);
        Assert.Null(score.FirstTouch);
        Assert.Null(score.LastTouch);
        Assert.Equal((0.0, BalanceVerdict.Unknown, 0.0), (score.Reciprocity.Balance, score.Reciprocity.Verdict, score.Momentum));
        Assert.Equal("0.000 (None), no contact yet", score.ToString());
    }

    [Theory]
    [InlineData(1, Evidence.Thin)]
    [InlineData(2, Evidence.Thin)]
    [InlineData(3, Evidence.Fair)]
    [InlineData(7, Evidence.Fair)]
    [InlineData(8, Evidence.Solid)]
    public void ScoreAt_ContactDays_GradeTheEvidence(int days, Evidence evidence) =>
        Assert.Equal(evidence, Score([.. Enumerable.Range(1, days).Select(day => Touch(day, Channel.Email))]).Evidence);

    [Fact]
    public void Rhythm_ThreeDays_IsWorkedFromFirstAndLastAndGaps()
    {
        // Two touches on the middle day: gaps run from the last of a day to the first of the next.
        var score = Score(Touch(10, Channel.Email), Touch(6.1, Channel.Email), Touch(6.05, Channel.Voice), Touch(1.5, Channel.Email));

        var rhythm = score.Rhythm;
        Assert.Equal(Math.Sqrt((6.05 - 1.5) * (10 - 6.1)), rhythm.UsualGapDays!.Value, Tolerance);
        Assert.Equal(Math.Abs((6.05 - 1.5) - (10 - 6.1)) / 2, rhythm.GapSpreadDays!.Value, Tolerance);
        Assert.Equal(1.5, rhythm.SilentDays!.Value, Tolerance);
        Assert.Equal(PlainHazard.SilencePercentile(RhythmHazard.Default, 3, 8.5, 1.5), rhythm.SilencePercentile!.Value, Tolerance);
        Assert.Equal("silent for 1.5 days, usually 4.2", rhythm.ToString());
    }

    [Fact]
    public void Rhythm_OneAndTwoDays_SayOnlyWhatTheyKnow()
    {
        var one = Score(Touch(3, Channel.Email)).Rhythm;
        var two = Score(Touch(3, Channel.Email), Touch(8, Channel.Email)).Rhythm;

        Assert.Equal((null, null, 3.0), (one.UsualGapDays, one.GapSpreadDays, one.SilentDays));
        Assert.Equal(PlainHazard.SilencePercentile(RhythmHazard.Default, 1, 0, 3), one.SilencePercentile!.Value, Tolerance);
        Assert.Equal("silent for 3.0 days", one.ToString());
        Assert.Equal(5, two.UsualGapDays!.Value, Tolerance);
        Assert.Null(two.GapSpreadDays);
    }

    [Fact]
    public void Reciprocity_OneSided_HasTheClosedFormInterval()
    {
        // With prior 1 and nothing given, p ~ Beta(1 + v, 1): its quantile is q^(1 / (1 + v)).
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default with { BalancePrior = 1 }, DateTimeZone.Utc);

        var reciprocity = scorer.ScoreAt(
            [
                Touch(1, Channel.Email, Direction.Incoming),
                Touch(2, Channel.Email, Direction.Incoming),
                Touch(3, Channel.Email, Direction.Incoming)
            ], Now).Reciprocity;

        var v = Half(1, 180) + Half(2, 180) + Half(3, 180);
        Assert.Equal(v / (v + 2), reciprocity.Balance, Tolerance);
        Assert.Equal((2 * Math.Pow(0.05, 1 / (1 + v))) - 1, reciprocity.Low, Tolerance);
        Assert.Equal((2 * Math.Pow(0.95, 1 / (1 + v))) - 1, reciprocity.High, Tolerance);
        Assert.Equal(v, reciprocity.Owed, Tolerance);
        Assert.Equal(BalanceVerdict.MostlyIncoming, reciprocity.Verdict);
    }

    [Theory]
    [InlineData(2, 0, BalanceVerdict.Unknown)]
    [InlineData(3, 0, BalanceVerdict.MostlyOutgoing)]
    [InlineData(0, 3, BalanceVerdict.MostlyIncoming)]
    [InlineData(3, 3, BalanceVerdict.Even)]
    public void Reciprocity_Verdict_NeedsThreeDirectedDays(int outgoing, int incoming, BalanceVerdict verdict)
    {
        var score = Score(
        [
            .. Enumerable.Range(1, outgoing).Select(day => Touch(day, Channel.Email, Direction.Outgoing)),
            .. Enumerable.Range(20, incoming).Select(day => Touch(day, Channel.Email, Direction.Incoming)),
            .. Enumerable.Range(40, 5).Select(day => Touch(day, Channel.Email, Direction.Unknown)),
        ]);

        Assert.Equal(verdict, score.Reciprocity.Verdict);
        Assert.Equal(verdict == BalanceVerdict.Unknown, score.Reciprocity.ToString() == "unknown");
    }

    [Fact]
    public void Reciprocity_LongForgotten_IsUnknownAgain()
    {
        Touchpoint[] three =
        [
            Touch(1, Channel.Email, Direction.Outgoing),
            Touch(2, Channel.Email, Direction.Outgoing),
            Touch(3, Channel.Email, Direction.Outgoing)
        ];
        var scorer = Scorer();

        Assert.Equal(BalanceVerdict.Even, scorer.ScoreAt(three, Now + Duration.FromDays(280)).Reciprocity.Verdict);
        Assert.Equal(BalanceVerdict.Unknown, scorer.ScoreAt(three, Now + Duration.FromDays(285)).Reciprocity.Verdict);
    }

    [Fact]
    public void Momentum_TwoDays_ComparesShortAndLongRates()
    {
        var score = Score(Touch(40.5, Channel.InPerson), Touch(3.25, Channel.Email));

        var lately = Rate(14);
        var before = Rate(90);
        Assert.Equal((lately - before) / (lately + before), score.Momentum, Tolerance);

        static double Rate(double h) => (Half(40.5, h) + (0.3 * Half(3.25, h))) / h / (1 - Math.Pow(2, -40.5 / h));
    }

    [Fact]
    public void Momentum_YoungOrSingle_IsZero()
    {
        Assert.Equal(0, Score(Touch(40, Channel.Email), Touch(40.1, Channel.Email)).Momentum);
        Assert.Equal(
            0, Score(
                new Touchpoint(Ada, Now - Duration.FromDays(7) + Microsecond, Channel.Email, Direction.Mutual),
                Touch(1, Channel.Email)).Momentum);
        Assert.NotEqual(
            0, Score(new Touchpoint(Ada, Now - Duration.FromDays(7), Channel.Email, Direction.Mutual), Touch(1, Channel.Email)).Momentum);
    }

    [Fact]
    public void Momentum_AfterMillennia_IsFadingStill() =>
        Assert.Equal(
            -1, Scorer().ScoreAt([Touch(1, Channel.Email), Touch(9, Channel.Email)], Instant.FromUtc(9999, 12, 30, 0, 0)).Momentum);

    [Fact]
    public void ScoreAt_Zone_DecidesTheDay()
    {
        Touchpoint[] lateEvening = [At(2026, 2, 1, 23, 30), At(2026, 2, 2, 0, 30)];

        Assert.Equal(2, Scorer().ScoreAt(lateEvening, Now).ContactDays);
        Assert.Equal(1, Scorer("Europe/Berlin").ScoreAt(lateEvening, Now).ContactDays);
    }

    [Fact]
    public void ScoreAt_StateAskedBeforeItsInstant_IsRefused()
    {
        var state = Scorer().StateOf([], Now);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Scorer().ScoreAt(state, Now - Microsecond));
        Assert.Equal("asOf", error.ParamName);
        Assert.Contains(
            "2026-03-02T08:59:59.999999Z; it must not be earlier than what the state is folded up to, 2026-03-02T09:00:00Z", error.Message,
            StringComparison.Ordinal);
        Assert.NotNull(Scorer().ScoreAt(state, Now));
    }

    [Fact]
    public void ScoreAt_StateOfAnEqualPlan_IsTakenAndOfAnotherRefused()
    {
        var state = Scorer().StateOf([Touch(1, Channel.Voice)], Now);

        Assert.Equal(1, Scorer().ScoreAt(state, Now).Touchpoints);
        var error = Assert.Throws<TieStateMismatchException>(() => Scorer("Europe/London").ScoreAt(state, Now));
        Assert.Equal("zone", Assert.Single(error.Settings));
        Assert.Throws<TieStateMismatchException>(() => Scorer("Europe/London").FallsTo(state, Now, Strength.FromValue(0.1)));
    }

    [Fact]
    public void WhatIf_LaterThanAsOf_IsRefused()
    {
        var later = new Touchpoint(Ada, Now + Microsecond, Channel.Voice, Direction.Mutual);

        Assert.Equal("extra", Assert.Throws<ArgumentOutOfRangeException>(() => Scorer().WhatIf([], later, Now)).ParamName);
        Assert.Equal(1, Scorer().WhatIf([], later with { At = Now }, Now).Touchpoints);
    }

    [Fact]
    public void WhatIf_OneMore_IsTheScoreWithIt() =>
        Assert.Equal(
            Score(Touch(9, Channel.Email), Touch(0, Channel.Voice)),
            Scorer().WhatIf([Touch(9, Channel.Email)], Touch(0, Channel.Voice), Now));

    [Fact]
    public void For_Contact_TakesFacetThenCircleThenDefault()
    {
        var settings = ScoreSettings.Default.WithCeiling(Circle.Close, 2).WithCeiling(Facet.Family, 3);
        var scorer = new RelationshipScorer(FoldSettings.Default, settings, DateTimeZone.Utc);
        var close = new Contact(Ada, "Ada") { Circle = Circle.Close };

        Assert.Equal(2, scorer.For(close).Settings.LightCeiling);
        Assert.Equal(3, scorer.For(close, Facet.Family).Settings.LightCeiling);
        Assert.Equal(2, scorer.For(close, Facet.Personal).Settings.LightCeiling);
        Assert.Same(scorer, scorer.For(new Contact(Ada, "Ada")));
        Assert.True(
            scorer.For(close)
                .ScoreAt([Touch(0, Channel.Message)], Now).ExpectedContacts > scorer.ScoreAt(
                    [Touch(0, Channel.Message)], Now).ExpectedContacts);
    }

    [Fact]
    public void Explain_LightAndRich_GivesEachDayItsPart()
    {
        Touchpoint[] touchpoints = [Touch(2.25, Channel.Message), Touch(2.2, Channel.Email), Touch(10.5, Channel.InPerson)];

        var why = Scorer().Explain(
            [.. touchpoints, Touch(1, Channel.Voice) with { Outcome = RelationshipKit.Outcome.Attempted }, Touch(-1, Channel.Voice)], Now);

        var (light, rich) = (ExpectedContacts(0.4, 2.2), ExpectedContacts(1, 10.5));
        var held = 1 - Math.Exp(-light);
        var strength = 1 - Math.Exp(-held - rich);
        Assert.Equal(held + rich, why.ExpectedContacts, Tolerance);
        Assert.Equal(
            [rich / (held + rich) * strength, held / (held + rich) * strength], why.Parts.Select(part => part.Contribution),
            (a, b) => Math.Abs(a - b) < Tolerance);
        Assert.Equal("2026-02-19: in-person (rich), 10.5 days ago", why.Parts[0].Reason);
        Assert.Equal("2026-02-28: message and e-mail (light), 2.2 days ago", why.Parts[1].Reason);
        Assert.Equal(touchpoints[..2], why.Parts[1].Touchpoints.ToArray());
        Assert.Equal((0.4, ChannelClass.Light, new LocalDate(2026, 2, 28)), (why.Parts[1].Weight, why.Parts[1].Class, why.Parts[1].Date));
        Assert.Equal("0.323 from 2 parts", why.ToString());
        Assert.StartsWith("0.176 2026-02-19", why.Parts[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Nothing_HasNoParts() => Assert.Empty(Scorer().Explain([], Now).Parts);

    [Fact]
    public void FallsTo_OneHalfLife_IsExact()
    {
        // A single half-life halves lambda: from ln 2 to ln 2 / 2 is a strength of 1 - 2^-0.5.
        var fold = FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(30)) };
        var scorer = new RelationshipScorer(fold, ScoreSettings.Default, DateTimeZone.Utc);
        var level = Strength.FromValue(1 - Math.Sqrt(0.5));

        var falls = scorer.FallsTo([Touch(0, Channel.InPerson)], Now, level)!.Value;

        Assert.InRange((falls - Now).TotalDays, 30 - 1e-9, 30 + 1e-9);
    }

    [Fact]
    public void FallsTo_AlreadyThere_IsNull()
    {
        Touchpoint[] one = [Touch(0, Channel.InPerson)];

        Assert.Null(Scorer().FallsTo(one, Now, Strength.FromValue(0.5)));
        Assert.NotNull(Scorer().FallsTo(one, Now, Strength.FromValue(0.499)));
        Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => Scorer().FallsTo(one, Now, Strength.None)).ParamName);
    }

    [Fact]
    public void FallsTo_NotInThisCalendar_IsItsEnd()
    {
        var fold = FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(36_525)) };
        var scorer = new RelationshipScorer(fold, ScoreSettings.Default, DateTimeZone.Utc);

        var falls = scorer.FallsTo([Touch(0, Channel.InPerson)], Now, Strength.FromValue(double.Epsilon));

        Assert.Equal(Instant.FromUtc(9999, 12, 30, 23, 59, 59) + Duration.FromNanoseconds(999_999_000L), falls);
    }

    [Fact]
    public void Constructor_InvalidSettings_NamesThem()
    {
        Assert.Throws<ArgumentException>(
            () => new RelationshipScorer(FoldSettings.Default with { Channels = [] }, ScoreSettings.Default, DateTimeZone.Utc));
        Assert.Throws<ArgumentException>(
            () => new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default with { EvenBand = 2 }, DateTimeZone.Utc));
        Assert.Throws<ArgumentNullException>(() => new RelationshipScorer(null!, ScoreSettings.Default, DateTimeZone.Utc));
        Assert.Throws<ArgumentNullException>(() => new RelationshipScorer(FoldSettings.Default, null!, DateTimeZone.Utc));
        Assert.Throws<ArgumentNullException>(() => new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, null!));
        Assert.Throws<ArgumentNullException>(() => Scorer().ScoreAt((TieState)null!, Now));
        Assert.Throws<ArgumentNullException>(() => Scorer().ScoreAt((Touchpoint[])null!, Now));
        Assert.Throws<ArgumentNullException>(() => Scorer().Explain(null!, Now));
        Assert.Throws<ArgumentNullException>(() => Scorer().WhatIf([], null!, Now));
        Assert.Throws<ArgumentNullException>(() => Scorer().ConversationAt(null!, Now));
        Assert.Throws<ArgumentNullException>(() => Scorer().For(null!));
    }

    [Fact]
    public void Touchpoints_OneOfThemNull_AreRefusedByName()
    {
        Touchpoint[] touchpoints = [Touch(1, Channel.Voice), null!];

        Assert.Equal("touchpoints", Assert.Throws<ArgumentNullException>(() => Scorer().ScoreAt(touchpoints, Now)).ParamName);
        Assert.Equal("touchpoints", Assert.Throws<ArgumentNullException>(() => Scorer().Explain(touchpoints, Now)).ParamName);
        Assert.Equal("touchpoints", Assert.Throws<ArgumentNullException>(() => Scorer().ConversationAt(touchpoints, Now)).ParamName);
        Assert.Equal(
            "touchpoints",
            Assert.Throws<ArgumentNullException>(() => Scorer().WhatIf(touchpoints, Touch(0, Channel.Voice), Now)).ParamName);
    }

    [Fact]
    public void Constructor_BadArguments_AreRefusedByName()
    {
        Assert.Equal(
            "fold",
            Assert.Throws<ArgumentException>(
                () => new RelationshipScorer(
                    FoldSettings.Default with { Channels = [] }, ScoreSettings.Default, DateTimeZone.Utc)).ParamName);
        Assert.Equal(
            "settings",
            Assert.Throws<ArgumentException>(
                () => new RelationshipScorer(
                    FoldSettings.Default, ScoreSettings.Default with { EvenBand = 2 }, DateTimeZone.Utc)).ParamName);
        Assert.Equal(
            "fold",
            Assert.Throws<ArgumentNullException>(() => new RelationshipScorer(null!, ScoreSettings.Default, DateTimeZone.Utc)).ParamName);
        Assert.Equal(
            "settings",
            Assert.Throws<ArgumentNullException>(() => new RelationshipScorer(FoldSettings.Default, null!, DateTimeZone.Utc)).ParamName);
        Assert.Equal(
            "zone",
            Assert.Throws<ArgumentNullException>(
                () => new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, null!)).ParamName);
    }

    [Fact]
    public void ScoreAt_InstantBetweenMicroseconds_IsFloored()
    {
        Assert.Equal(Now, Scorer().ScoreAt([], Now + Duration.FromNanoseconds(999L)).AsOf);
        Assert.Equal(Score(Touch(1, Channel.Voice)), Scorer().ScoreAt([Touch(1, Channel.Voice)], Now + Duration.FromNanoseconds(999L)));
    }

    [Fact]
    public void WhatIf_Later_SaysSoWithoutPersonalData()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Scorer().WhatIf([], Touch(-1, Channel.Voice), Now));

        Assert.StartsWith("The touchpoint is later than the instant asked about; it must not be.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Momentum_Settings_MoveBothThresholdsToTheirEnds()
    {
        var settings = ScoreSettings.Default with { MomentumFromContactDays = 3, MomentumFromAge = Duration.FromDays(10) };
        var scorer = new RelationshipScorer(FoldSettings.Default, settings, DateTimeZone.Utc);

        Assert.NotEqual(0, scorer.ScoreAt([Touch(10, Channel.Voice), Touch(5, Channel.Voice), Touch(1, Channel.Voice)], Now).Momentum);
        Assert.Equal(0, scorer.ScoreAt([Touch(10, Channel.Voice), Touch(1, Channel.Voice)], Now).Momentum);
        Assert.Equal(0, scorer.ScoreAt([Touch(9.99, Channel.Voice), Touch(5, Channel.Voice), Touch(1, Channel.Voice)], Now).Momentum);
        Assert.True(scorer.ScoreAt([Touch(100, Channel.Voice), Touch(99, Channel.Voice), Touch(98, Channel.Voice)], Now).Momentum < 0);
        Assert.True(scorer.ScoreAt([Touch(300, Channel.Voice), Touch(2, Channel.Voice), Touch(1, Channel.Voice)], Now).Momentum > 0);
    }

    [Fact]
    public void ScoreAt_UnlistedChannel_CountsAsALightOneOfThreeTenths()
    {
        var podcast = Channel.FromName("podcast");

        Assert.Equal(Score(Touch(1, Channel.Email)), Score(Touch(1, podcast)));
        var scorer = new RelationshipScorer(
            FoldSettings.Default.WithChannel(podcast, 0.6, ChannelClass.Rich), ScoreSettings.Default, DateTimeZone.Utc);
        Assert.Equal(ExpectedContacts(0.6, 1), scorer.ScoreAt([Touch(1, podcast)], Now).ExpectedContacts, Tolerance);
    }

    [Fact]
    public void ToString_Scorer_SaysSettingsAndZone() =>
        Assert.Equal(
            "mixture of half-lives of 3, 30, 300 days, 9 channels, balance 180 days, momentum 14 against 90 days; light ceiling 1, "
                + "balance prior 2, fair from 3 and solid from 8 contact-days; UTC",
            Scorer().ToString());

    private static RelationshipScorer Scorer(string zone = "UTC") =>
        new(FoldSettings.Default, ScoreSettings.Default, DateTimeZoneProviders.Tzdb[zone]);

    private static RelationshipScore Score(params Touchpoint[] touchpoints) => Scorer().ScoreAt(touchpoints, Now);

    private static Touchpoint Touch(double daysAgo, Channel channel, Direction direction = Direction.Mutual) =>
        new(Ada, Now - Duration.FromDays(daysAgo), channel, direction);

    private static Touchpoint At(int year, int month, int day, int hour, int minute) =>
        new(Ada, Instant.FromUtc(year, month, day, hour, minute), Channel.Voice, Direction.Mutual);

    private static double Half(double age, double halfLife) => Math.Pow(2, -age / halfLife);

    private static double ExpectedContacts(double weight, double age)
    {
        double[] halfLives = [3, 30, 300];
        return 30 * weight * Math.Log(2) * halfLives.Sum(h => Half(age, h) / Math.Sqrt(h)) / halfLives.Sum(Math.Sqrt);
    }
}
