using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Tests.Forecasts;

namespace RelationshipKit.Tests.Seeds;

/// <summary>
/// The dozen by hand: numbers straight from the formulas, with arithmetic of the test's own, and the state each contact shows.
/// </summary>
public class DozenTests
{
    private const double Tolerance = 1e-12;

    private static readonly SeedFile Dozen = new("dozen");

    [Fact]
    public void Elif_OneMeetingAndOneLetter_IsTheSumOfBothDecayed()
    {
        // Europe/London is on UTC on both days. The meeting is rich and weighs 1, the letter light and weighs 0.5.
        var meeting = DaysSince(2025, 1, 19, 15, 0);
        var letter = DaysSince(2025, 2, 27, 10, 0);
        var rich = 30 * Density(meeting);
        var light = 30 * 0.5 * Density(letter);
        var lambda = rich + 1 - Math.Exp(-light);
        var score = Dozen.ScoreOf("elif");

        Assert.Equal(lambda, score.ExpectedContacts, Tolerance);
        Assert.Equal(1 - Math.Exp(-lambda), score.Strength.Value, Tolerance);
        Assert.Equal(meeting - letter, score.Rhythm.UsualGapDays!.Value, Tolerance);
        Assert.Equal(letter, score.Rhythm.SilentDays!.Value, Tolerance);

        // Two contact-days, one gap of known length.
        Assert.Equal(
            PlainHazard.SilencePercentile(RhythmHazard.Default, 2, meeting - letter, letter), score.Rhythm.SilencePercentile!.Value,
            Tolerance);

        // The meeting was mutual, the letter came from her.
        var received = Math.Pow(2, -meeting / 180) + Math.Pow(2, -letter / 180);
        var given = Math.Pow(2, -meeting / 180);
        Assert.Equal((received - given) / (received + given + 4), score.Reciprocity.Balance, Tolerance);

        double Rate(int h) =>
            (Math.Pow(2, -meeting / h) + (0.5 * Math.Pow(2, -letter / h))) * Math.Log(2) / h / (1 - Math.Pow(2, -meeting / h));
        Assert.Equal((Rate(14) - Rate(90)) / (Rate(14) + Rate(90)), score.Momentum, Tolerance);
    }

    [Fact]
    public void Liam_RehearsalsAmongMany_WeighOneOverTheRootOfTheirSize()
    {
        var lambda = 30 * 0.5 * (
            (Density(DaysSince(2025, 1, 29, 19, 0)) / Math.Sqrt(25))
            + (Density(DaysSince(2025, 3, 26, 19, 0)) / Math.Sqrt(25))
            + (Density(DaysSince(2025, 6, 25, 18, 0)) / Math.Sqrt(62))
            + (Density(DaysSince(2025, 10, 29, 19, 0)) / Math.Sqrt(25))
            + (Density(DaysSince(2025, 12, 17, 19, 0)) / Math.Sqrt(100))
            + (Density(DaysSince(2026, 2, 25, 19, 0)) / Math.Sqrt(25)));
        var score = Dozen.ScoreOf("liam");

        Assert.Equal(lambda, score.ExpectedContacts, Tolerance);

        // The concert in May is still to come; the one of December has no direction.
        Assert.Equal((6, 5, 5), (score.Touchpoints, score.Outgoing, score.Incoming));
    }

    [Fact]
    public void Hana_MessageBeforeMidnightInUtc_IsOfTheNextDayInLondon()
    {
        var score = Dozen.ScoreOf("hana");

        // Thirteen of her own and one evening with the choir; two pairs share a day.
        Assert.Equal(14, score.Touchpoints);
        Assert.Equal(12, score.ContactDays);
    }

    [Fact]
    public void Bjorn_DinnerMovedADayEarlier_CountsOnceAndWhereItWas()
    {
        var touchpoints = Dozen.TouchpointsOf("bjorn");

        Assert.Contains(touchpoints, touchpoint => touchpoint.At == Instant.FromUtc(2025, 6, 12, 18, 30));
        Assert.DoesNotContain(touchpoints, touchpoint => touchpoint.At == Instant.FromUtc(2025, 6, 13, 18, 30));
        Assert.Contains(
            Dozen.Network.Log.AsKnownAt(Instant.FromUtc(2025, 6, 14, 0, 0)),
            touchpoint => touchpoint.At == Instant.FromUtc(2025, 6, 13, 18, 30));
    }

    [Fact]
    public void Strong_IsAmara()
    {
        Assert.True(Dozen.ScoreOf("amara").Strength > Strength.FromValue(0.6));
        Assert.All(
            Dozen.Network.Contacts.Where(contact => contact.Id.Value != "amara"),
            contact => Assert.True(Dozen.ScoreOf(contact).ExpectedContacts < Dozen.ScoreOf("amara").ExpectedContacts));
    }

    [Fact]
    public void Fading_IsBjorn()
    {
        var score = Dozen.ScoreOf("bjorn");

        Assert.Equal(Evidence.Solid, score.Evidence);
        Assert.True(score.Momentum < -0.5);
        Assert.True(score.Rhythm.SilentDays > score.Rhythm.UsualGapDays);
    }

    [Fact]
    public void Lopsided_AreChiaraAndDavitTheOtherWayAbout()
    {
        Assert.Equal(BalanceVerdict.MostlyOutgoing, Dozen.ScoreOf("chiara").Reciprocity.Verdict);
        Assert.True(Dozen.ScoreOf("chiara").Reciprocity.High < 0);
        Assert.Equal(BalanceVerdict.MostlyIncoming, Dozen.ScoreOf("davit").Reciprocity.Verdict);
        Assert.True(Dozen.ScoreOf("davit").Reciprocity.Low > 0);
    }

    [Fact]
    public void Unknown_AreFarahNeverMetAndGethinOnlyTried()
    {
        foreach (var id in new[] { "farah", "gethin" })
        {
            var score = Dozen.ScoreOf(id);

            Assert.Equal(Evidence.None, score.Evidence);
            Assert.Equal(BalanceVerdict.Unknown, score.Reciprocity.Verdict);
            Assert.Equal(0, score.ExpectedContacts);
            Assert.Null(score.FirstTouch);
        }

        Assert.Equal(2, Dozen.TouchpointsOf("gethin").Count);
    }

    [Fact]
    public void Light_IsInesUnderTheCeilingOfLightChannels()
    {
        Assert.All(Dozen.TouchpointsOf("ines"), touchpoint => Assert.Equal(Channel.Letter, touchpoint.Channel));
        Assert.True(Dozen.ScoreOf("ines").Strength.Value < 1 - Math.Exp(-1));
    }

    private static double DaysSince(int year, int month, int day, int hour, int minute) =>
        (Instant.FromUtc(2026, 3, 2, 9, 0) - Instant.FromUtc(year, month, day, hour, minute)).TotalDays;

    // k(a) of design: half-lives of 3, 30 and 300 days with shares h^-1/2, scaled to integrate to 1.
    private static double Density(double age)
    {
        double[] halfLives = [3, 30, 300];
        return halfLives.Sum(h => Math.Pow(2, -age / h) / Math.Sqrt(h)) / halfLives.Sum(h => Math.Sqrt(h) / Math.Log(2));
    }
}
