using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Cadences;

public class CadencePoliciesTests
{
    private static readonly ICadencePolicy Weekly = Cadence.Every(Period.FromDays(7));

    [Fact]
    public void Add_ANameTwice_IsRefusedWithThePolicyThatHasIt()
    {
        var policies = CadencePolicies.Empty.Add("b", Weekly).Add("a", Cadence.Never);

        Assert.Equal(["a", "b"], policies.Names);
        Assert.Equal("2 named policies", policies.ToString());
        Assert.True(policies.TryGet("b", out var found) && ReferenceEquals(found, Weekly));
        Assert.False(policies.TryGet("B", out _));
        Assert.Contains(
            "The name \"b\" is taken by every week; each policy must have its own.",
            Assert.Throws<ArgumentException>("name", () => policies.Add("b", Cadence.Never)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("policy", () => policies.Add("c", null!));
        Assert.Throws<ArgumentNullException>("name", () => policies.Add(null!, Weekly));
        Assert.Throws<ArgumentException>("name", () => policies.Add(" c", Weekly));
    }

    [Fact]
    public void Add_APolicyOfOthersThatMeetAgain_IsNoCircle()
    {
        var policies = CadencePolicies.Empty.Add("leaf", Weekly).Add("left", Cadence.Named("leaf")).Add("right", Cadence.Named("leaf")).Add(
            "top", Cadence.Soonest(Cadence.Named("left"), Cadence.Named("right"), Cadence.Named("elsewhere")));

        Assert.Equal(4, policies.Names.Count());
        Assert.Contains(
            "elsewhere -> top -> elsewhere",
            Assert.Throws<ArgumentException>(
                "policy", () => policies.Add("elsewhere", Cadence.For(ContactSelector.Tagged("a"), Cadence.Named("top")))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NotFound_WithoutAnyName_SaysSo() =>
        Assert.Equal(
            "No cadence policy is named \"a\". Known are: none. Register it before it is asked.",
            Assert.Throws<CadencePolicyNotFoundException>(
                () => Cadence.Named("a").NextDue(
                    new CadenceContext(
                        new Contact(ContactId.FromValue("ada"), "Ada"), new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 2)))).Message);

    [Fact]
    public void Selectors_OfEachKind_ReadAsEnglishAndDiffer()
    {
        (string Words, ContactSelector Selector)[] rows =
        [
            ("one contact", ContactSelector.One(ContactId.FromValue("ada"))), ("circle close", ContactSelector.In(Circle.Close)),
            ("facet family", ContactSelector.As(Facet.Family)), ("tag alumni", ContactSelector.Tagged("alumni")),
        ];

        Assert.All(rows, row => Assert.Equal(row.Words, row.Selector.ToString()));
        Assert.All(rows, one => Assert.Single(rows, other => one.Selector.Equals(other.Selector)));
        Assert.Throws<ArgumentException>("contact", () => ContactSelector.One(ContactId.None));
        Assert.Throws<ArgumentNullException>("circle", () => ContactSelector.In(null!));
        Assert.Throws<ArgumentNullException>("facet", () => ContactSelector.As(null!));
        Assert.Throws<ArgumentNullException>("tag", () => ContactSelector.Tagged(null!));
        Assert.Throws<ArgumentNullException>("contact", () => ContactSelector.Tagged("a").Holds(null!));
        Assert.False(ContactSelector.In(Circle.Close).Holds(new Contact(ContactId.FromValue("ada"), "Ada")));
        Assert.True(ContactSelector.As(Facet.Family).Holds(new Contact(ContactId.FromValue("ada"), "Ada"), Facet.Family));
    }

    // Gaps in days, and what is learned of them.
    [Theory]
    [InlineData("10 20 30", "in touch about every 20 days (give or take 10)", "every 20 days", 10)]
    [InlineData("10 20 30 40", "in touch about every 25 days (give or take 10)", "every 25 days", 10)]
    [InlineData("1 1 1", "in touch about every 1 days (give or take 0)", "every day", 1)]
    [InlineData("7 7 8 8", "in touch about every 7.5 days (give or take 0.5)", "every 8 days", 1)]
    [InlineData("30 30 30 7 7 7 7", "in touch about every 7 days (give or take 0); before, it was 30", "every week", 1)]
    [InlineData("7 7 7 60 60 60 60", "in touch about every 60 days (give or take 0); before, it was 7", "every 60 days", 1)]
    [InlineData("20 20 20 20 30 30 30 30", "in touch about every 30 days (give or take 0); before, it was 20", "every 30 days", 1)]
    [InlineData("20 20 20 20 27 27 27 27", "in touch about every 23.5 days (give or take 3.5)", "every 24 days", 4)]
    [InlineData("30 30 7 7 7 7", "in touch about every 7 days (give or take 0)", "every week", 1)]
    public void Proposal_OfGaps_IsTheMedianWithItsDeviation(string gaps, string words, string policy, int tolerance)
    {
        var day = new LocalDate(2020, 1, 1);
        var touchpoints = new List<Touchpoint> { Touch(day) };
        foreach (var gap in gaps.Split(' '))
        {
            day = day.PlusDays(int.Parse(gap, System.Globalization.CultureInfo.InvariantCulture));
            touchpoints.Add(Touch(day));
            touchpoints.Add(Touch(day.PlusDays(1)) with { Outcome = Outcome.Attempted });
        }

        var proposal = CadenceProposal.Learn(touchpoints, Touch(day).At, DateTimeZone.Utc)!;

        Assert.Equal((words, policy), (proposal.ToString(), proposal.Policy.ToString()));
        Assert.Equal(
            tolerance,
            proposal.Policy.NextDue(new CadenceContext(new Contact(ContactId.FromValue("ada"), "Ada"), day, day))!.Value.ToleranceDays);
        Assert.Equal(words.Contains("before", StringComparison.Ordinal), proposal.HasChanged);
        Assert.Throws<ArgumentNullException>("touchpoints", () => CadenceProposal.Learn(null!, Touch(day).At, DateTimeZone.Utc));
        Assert.Throws<ArgumentNullException>("zone", () => CadenceProposal.Learn([], Touch(day).At, null!));
    }

    [Fact]
    public void FreshStart_OfNumbersAtTheirEnds_IsTakenAndBeyondRefused()
    {
        var day = new LocalDate(2026, 3, 2);
        var nobody = FreshStart.Propose([], 0, day);

        Assert.False(nobody.IsWanted);
        Assert.Equal("0 to keep, 0 to start again", nobody.ToString());
        Assert.Equal(day, nobody.Date);
        Assert.Same(CadenceRules.Empty, nobody.ApplyTo(CadenceRules.Empty));
        Assert.NotNull(FreshStart.Propose([], 1_000, day));
        Assert.Throws<ArgumentOutOfRangeException>("mostKept", () => FreshStart.Propose([], 1_001, day));
        Assert.Throws<ArgumentOutOfRangeException>("mostKept", () => FreshStart.Propose([], -1, day));
        Assert.Throws<ArgumentNullException>("resolutions", () => FreshStart.Propose(null!, 1, day));
        Assert.Throws<ArgumentException>("date", () => FreshStart.Propose([], 1, day.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentNullException>("plan", () => nobody.ApplyTo(null!));
    }

    private static Touchpoint Touch(LocalDate day) =>
        new(ContactId.FromValue("ada"), day.At(new LocalTime(12, 0)).InUtc().ToInstant(), Channel.Voice, Direction.Mutual);
}
