using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Testing.Tests;

public class CadencePolicyLawsTests
{
    private static readonly CadencePolicyLawSettings Everywhere = new() { Runs = 60, ToTheEndsOfTime = true };

    public static TheoryData<string> BrokenLaws => [.. BrokenPolicies.ByLaw.Keys];

    [Theory]
    [MemberData(nameof(BrokenLaws))]
    public void Check_APolicyThatBreaksALaw_NamesItWithAnExampleAndTheSeed(string law)
    {
        var (make, settings) = BrokenPolicies.ByLaw[law];
        var broken = Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(make(), settings with { Seed = 7 }));

        Assert.Equal((law, 7UL, settings.Runs), (broken.Law, broken.Seed, broken.Runs));
        Assert.Contains(
            $"breaks the law: {law}.\n  What happened: {broken.Breach}.\n  Example: {broken.Example}\n  Replay: Seed = 7, Runs = "
                + $"{settings.Runs}",
            broken.Message,
            StringComparison.Ordinal);
        Assert.Equal(broken.Example, CadenceExample.Parse(broken.Example).ToString());
    }

    [Theory]
    [MemberData(nameof(BrokenLaws))]
    public void Check_WithTheSeedOfAFailure_FailsTheSameWay(string law)
    {
        var (make, settings) = BrokenPolicies.ByLaw[law];
        var one = Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(make(), settings with { Seed = 99 }));
        var two = Assert.Throws<LawBrokenException>(
            () => CadencePolicyLaws.Check(make(), settings with { Seed = one.Seed, Runs = one.Runs }));

        Assert.Equal(one.Law, two.Law);
        // Which thread is disturbed by which is for the machine to say.
        Assert.True(law == PolicyUnderLaw.IsPureOnThreads || one.Message == two.Message);
    }

    [Fact]
    public void BrokenPolicies_AreOneForEachLaw()
    {
        var policy = new PolicyUnderLaw(Cadence.Never, Everywhere);

        Assert.Equal([.. policy.Laws([]).Select(law => law.Name), policy.AtTheEnds.Name], BrokenPolicies.ByLaw.Keys);
    }

    [Fact]
    public void Check_AShrunkExample_IsThePlainestThatFails()
    {
        var (make, settings) = BrokenPolicies.ByLaw[PolicyUnderLaw.Answers];
        var example = CadenceExample.Parse(Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(make(), settings)).Example);

        // It needs a date on the last of a month and nothing else.
        Assert.Equal(new Contact(example.Contact.Id, "a"), example.Contact);
        Assert.True(example.Touchpoints.Length <= 1);
        Assert.Null(example.Facet);
        Assert.Throws<ArgumentOutOfRangeException>(() => make().NextDue(example.ToContext()));
    }

    [Fact]
    public void Check_AThrownException_IsToldInTheBreach() =>
        Assert.StartsWith(
            "it threw ArgumentOutOfRangeException: ",
            Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(BrokenPolicies.ByLaw[PolicyUnderLaw.Answers].Make())).Breach,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" every week")]
    [InlineData("every\nweek")]
    [InlineData("RelationshipKit.Testing.Tests.CadencePolicyLawsTests+Spoken")]
    [InlineData("Spoken")]
    [InlineData("Spoken { Words = every week }")]
    public void Check_WordsThatAreNone_AreRefused(string words) =>
        Assert.Equal(PolicyUnderLaw.Speaks, Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(new Spoken(words))).Law);

    [Fact]
    public void Check_StockPolicies_KeepTheLawsToTheEndsOfTime()
    {
        ICadencePolicy[] stock =
        [
            Cadence.Never, Cadence.Every(Period.FromWeeks(3)), Cadence.Every(Period.FromMonths(1), 0), Cadence.Weekly(IsoDayOfWeek.Friday),
            Cadence.ByCircle(), Cadence.Occasions(10),
            Cadence.Fixed(new LocalDate(2026, 1, 31), Period.FromMonths(1)),
            Cadence.Ladder(Cadence.Every(Period.FromDays(90)), Period.FromDays(2), Period.FromDays(14)),
        ];

        Assert.All(stock, policy => CadencePolicyLaws.Check(policy, Everywhere));
    }

    [Fact]
    public void Check_StockPoliciesInEachOther_KeepTheLaws()
    {
        var policies = CadenceArbitraries.SteadyPolicies().Generator.Sample(25, new Rnd(3), 50).ToArray();
        var learning = CadenceArbitraries.Policies().Generator.Sample(25, new Rnd(4), 50).ToArray();

        Assert.All(policies, steady => CadencePolicyLaws.Check(steady.Policy, Everywhere with { Runs = 20, MayCountFromEarlier = true }));
        Assert.All(
            learning,
            policy => CadencePolicyLaws.Check(policy, Everywhere with { Runs = 20, MayCountFromEarlier = true, MayAskSooner = true }));
    }

    [Fact]
    public void Settings_MayAskSooner_LetsAnAnswerBeOwed()
    {
        var policy = Cadence.Soonest(Cadence.Every(Period.FromDays(30)), Cadence.ReplyOwed());

        Assert.Equal(PolicyUnderLaw.MovesOn, Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(policy)).Law);
        Assert.Equal(6, CadencePolicyLaws.Check(policy, new CadencePolicyLawSettings { MayAskSooner = true }).Laws);
    }

    [Fact]
    public void Settings_MayCountFromEarlier_LetsALightTouchPass()
    {
        var policy = Cadence.Counting(Cadence.Every(Period.FromDays(3)), TouchpointFilter.Rich);

        Assert.Equal(PolicyUnderLaw.ComesAfter, Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(policy)).Law);
        Assert.Equal(7, CadencePolicyLaws.Check(policy, new CadencePolicyLawSettings { MayCountFromEarlier = true }).Laws);
    }

    [Fact]
    public void Settings_MayDependOnToday_LetsTheDayBeRead()
    {
        var (make, settings) = BrokenPolicies.ByLaw[PolicyUnderLaw.MindsNoClock];

        Assert.Equal(6, CadencePolicyLaws.Check(make(), settings with { MayDependOnToday = true }).Laws);
    }

    // A tie fades without anything happening, and a policy may say so.
    [Fact]
    public void Check_APolicyThatFollowsTheScore_KeepsTheLaws()
    {
        Assert.Equal(7, CadencePolicyLaws.Check(new EveryFewDays(12)).Laws);
        Assert.Equal(
            7, CadencePolicyLaws.Check(
                Cadence.WhenStrengthFallsTo(Strength.FromValue(0.1)), Everywhere with { ToTheEndsOfTime = false }).Laws);
    }

    [Fact]
    public void Check_APolicyThatReadsTheInstantForAClock_IsFound() =>
        Assert.Equal(
            PolicyUnderLaw.MindsNoClock, Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(new NeverInThePast())).Law);

    [Fact]
    public void Settings_Contacts_AreTheOnesAskedAbout()
    {
        var vip = new Contact(ContactId.FromValue("vip"), "Vip") { Tags = ["vip"] };
        var policy = Cadence.For(ContactSelector.Tagged("vip"), Cadence.Every(Period.FromDays(7)));

        Assert.Equal(0, CadencePolicyLaws.Check(policy).Telling);
        Assert.Equal(
            "7 laws kept in 200 examples, 200 of which tested something",
            CadencePolicyLaws.Check(policy, new CadencePolicyLawSettings { Contacts = [vip] }).ToString());
    }

    [Fact]
    public void Settings_Policies_AreFoundByName()
    {
        var settings = new CadencePolicyLawSettings { Policies = CadencePolicies.Empty.Add("alumni", Cadence.Every(Period.FromDays(7))) };

        Assert.Equal(PolicyUnderLaw.Answers, Assert.Throws<LawBrokenException>(() => CadencePolicyLaws.Check(Cadence.Named("alumni"))).Law);
        Assert.Equal(200, CadencePolicyLaws.Check(Cadence.Named("alumni"), settings).Telling);
    }

    [Fact]
    public void Settings_OutOfRange_AreRefusedByValue()
    {
        Assert.Contains(
            "The number of runs is 0; it must be from 1 to 1000000.",
            Assert.Throws<ArgumentOutOfRangeException>("Runs", () => new CadencePolicyLawSettings { Runs = 0 }).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("Runs", () => new LawSettings { Runs = 1_000_001 });
        Assert.Throws<ArgumentNullException>("Policies", () => new CadencePolicyLawSettings { Policies = null! });
        Assert.Throws<ArgumentNullException>("policy", () => CadencePolicyLaws.Check(null!));
        Assert.Equal("5 examples of seed 3", new CadencePolicyLawSettings { Runs = 5, Seed = 3 }.ToString());
    }

    [Fact]
    public void Example_There_AndBack_IsTheSame()
    {
        var examples = CadenceArbitraries.Examples().Generator.Sample(200, new Rnd(5), 20).ToArray();

        Assert.All(examples, example => Assert.Equal(example, CadenceExample.Parse(example.ToString())));
        Assert.Contains(examples, example => example.Facet is not null && example.FreshStart is not null && example.Touchpoints.Length > 3);
        Assert.All(
            ["", "as of yesterday: {}", "as of 2026-03-02T09:00:00Z: {}"],
            text => Assert.Throws<FormatException>(() => CadenceExample.Parse(text)));
    }

    [Fact]
    public void Example_AsAContext_IsWhatAPlanHandsOver()
    {
        var ada = new Contact(ContactId.FromValue("ada"), "Ada");
        var touch = new Touchpoint(ada.Id, Instant.FromUtc(2026, 3, 2, 23, 30), Channel.Voice, Direction.Mutual) { Facet = Facet.Family };
        var example = new CadenceExample(
            ada, [touch, touch with { Facet = null, At = touch.At + Duration.FromDays(1) }], Instant.FromUtc(2026, 3, 9, 9, 0),
            DateTimeZoneProviders.Tzdb["Asia/Tokyo"]);

        Assert.Equal("counted from 2026-03-04, on 2026-03-09", example.ToContext().ToString());
        Assert.Equal("counted from 2026-03-03, on 2026-03-09", (example with { Facet = Facet.Family }).ToContext().ToString());
        Assert.Equal(
            "counted from 2026-03-05, on 2026-03-09", (example with { FreshStart = new LocalDate(2026, 3, 5) }).ToContext().ToString());
        Assert.Equal(
            "counted from 2026-01-15, on 2026-03-09", new CadenceExample(ada, [], example.AsOf, example.Zone).ToContext().ToString());
    }

    private sealed class Spoken(string words) : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => null;

        public override string ToString() => words;
    }

    private sealed record EveryFewDays(int Days) : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) =>
            CadenceWindow.From(context.Reference.PlusDays(context.Score.Momentum < 0 ? (Days + 1) / 2 : Days), toleranceDays: Days / 2);

        public override string ToString() => $"every {Days} days, sooner when the tie fades";
    }

    private sealed class NeverInThePast : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) =>
            CadenceWindow.From(LocalDate.Max(context.Reference.PlusDays(7), context.DateOf(context.AsOf)), 3);

        public override string ToString() => "each week, never in the past";
    }
}
