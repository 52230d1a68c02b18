using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Cadences;

/// <summary>A policy of a host's own that asks for the score, in all the places where policies are asked.</summary>
public class CadenceScoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly Touchpoint[] Touches =
        [.. Enumerable.Range(1, 12)
            .Select(
                i => new Touchpoint(
                    "ada", Now - Duration.FromDays(10 * i), Channel.Voice, Direction.Mutual) { Facet = i % 3 == 0 ? Facet.Family : null })];

    // A meeting counts for 0.12 after 30 days and the stock curve says when it counts for less; a message of weight 0.4 is there much
    // sooner.
    [Fact]
    public void WhenStrengthFallsTo_OneTouch_IsTheDayTheBookNames()
    {
        var policy = Cadence.WhenStrengthFallsTo(Strength.FromValue(0.12));
        var meeting = Book(Channel.InPerson);

        Assert.Equal(meeting.FallsTo("ada", Now, Strength.FromValue(0.12))!.Value.InUtc().Date, Ideal(meeting, Now));
        Assert.InRange(Period.DaysBetween(new LocalDate(2026, 3, 2), Ideal(meeting, Now)), 28, 32);
        Assert.InRange(Period.DaysBetween(new LocalDate(2026, 3, 2), Ideal(Book(Channel.Message), Now)), 7, 20);
        Assert.Equal(Ideal(meeting, Now), Ideal(meeting, Now + Duration.FromDays(200)));

        RelationshipBook Book(Channel channel) => RelationshipBookFactory.Default.Create(DateTimeZone.Utc, policy)
            .Add(new Contact("ada", "Ada")).OrThrow().Record("ada", channel, Now).OrThrow();
    }

    [Fact]
    public void WhenStrengthFallsTo_StaysWithinItsBounds()
    {
        var today = new LocalDate(2026, 3, 2);
        var context = new CadenceContext(
            new Contact("ada", "Ada"), today, today) { Touchpoints = [new("ada", Now, Channel.InPerson, Direction.Mutual)] };

        Assert.Equal(
            "ideal 2026-03-11, latest 2026-03-15", Cadence.WhenStrengthFallsTo(Strength.FromValue(1), 9).NextDue(context).ToString());
        Assert.Equal(
            "ideal 2026-04-11, latest 2026-05-01",
            Cadence.WhenStrengthFallsTo(Strength.FromValue(1e-9), 9, 40).NextDue(context).ToString());
        Assert.Equal(
            "ideal 2026-03-11, latest 2026-03-15",
            Cadence.WhenStrengthFallsTo(Strength.FromValue(1e-9), 9, 40)
                .NextDue(new CadenceContext(context.Contact, today, today))
                .ToString());
    }

    // The score is that of the book: its settings, the facet, and what the owner knows of the tie.
    [Fact]
    public void WhenStrengthFallsTo_FollowsSettingsFacetAndCorrection()
    {
        var level = Strength.FromValue(0.05);
        var policy = Cadence.WhenStrengthFallsTo(level, 1, 36_525);
        var quick = new RelationshipBookFactory(
            fold: FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(9)) }, cadence: policy)
            .Create(DateTimeZone.Utc).Add(new Contact("ada", "Ada")).OrThrow().Record(Touches).OrThrow();
        var slow = RelationshipBookFactory.Default.Create(
            DateTimeZone.Utc, policy).Add(new Contact("ada", "Ada")).OrThrow().Record(Touches).OrThrow();
        var closer = slow.WithTieCorrection("ada", new TieCorrection(3, Now, 90)).OrThrow();

        Assert.Equal(quick.FallsTo("ada", Now, level)!.Value.InUtc().Date, Ideal(quick, Now));
        Assert.Equal(slow.FallsTo("ada", Now, level)!.Value.InUtc().Date, Ideal(slow, Now));
        Assert.True(Ideal(quick, Now) < Ideal(slow, Now));
        Assert.True(slow.CadenceOf("ada", Now, Facet.Family).Window!.Value.Ideal <= Ideal(slow, Now));
        Assert.Equal(closer.FallsTo("ada", Now, level)!.Value.InUtc().Date, Ideal(closer, Now));
        Assert.True(Ideal(closer, Now) > Ideal(slow, Now));
    }

    [Fact]
    public void Score_IsThatOfTheBook_BySettingsAndFacet()
    {
        var policy = new EveryFewDays(12);
        var book = new RelationshipBookFactory(
            fold: FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(9)) }, cadence: policy)
            .Create(DateTimeZone.Utc).Add(new Contact("ada", "Ada") { Circle = Circle.Inner }).OrThrow().Record(Touches).OrThrow();

        book.CadenceOf("ada", Now);
        Assert.Equal((Now, book.ScoreOf("ada", Now)), (policy.AsOf, policy.Asked));
        book.CadenceOf("ada", Now, Facet.Family);
        Assert.Equal(book.ScoreOf("ada", Now, Facet.Family), policy.Asked);
        Assert.Equal(
            new LocalDate(2026, 2, 20).PlusDays(book.ScoreOf("ada", Now).Momentum < 0 ? 6 : 12),
            book.CadenceOf("ada", Now).Window!.Value.Ideal);
        Assert.Single(book.PlanWeek(Now, new LocalDate(2026, 3, 2)).Items.Select(item => item.Contact.Id).Append("ada").Distinct());
        Assert.InRange(book.FeasibilityAt(Now).TouchesPerWeek, 7 / 12.0, 7 / 6.0);
    }

    [Fact]
    public void Score_OfAContextByHand_IsByTheDefaultSettings()
    {
        var context = new CadenceContext(
            new Contact("ada", "Ada"), new LocalDate(2026, 2, 20), new LocalDate(2026, 3, 2)) { Touchpoints = [.. Touches.Reverse()] };

        Assert.Equal(Instant.FromUtc(2026, 3, 2, 0, 0), context.AsOf);
        Assert.Equal(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc).ScoreAt(Touches, context.AsOf),
            context.Score);
        Assert.Same(context.Score, context.Score);
        Assert.Equal(Now, new CadenceContext(context.Contact, context.Reference, context.Today) { AsOf = Now }.AsOf);
    }

    [Fact]
    public void WhenStrengthFallsTo_OutOfRange_IsRefused()
    {
        var level = Strength.FromValue(0.1);
        var error = Assert.Throws<ArgumentOutOfRangeException>("level", () => Cadence.WhenStrengthFallsTo(Strength.None));
        Assert.Contains("it must be more than 0 and at most 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("leastDays", () => Cadence.WhenStrengthFallsTo(level, 0));
        Assert.Throws<ArgumentOutOfRangeException>("leastDays", () => Cadence.WhenStrengthFallsTo(level, 36_526, 36_526));
        Assert.Throws<ArgumentOutOfRangeException>("mostDays", () => Cadence.WhenStrengthFallsTo(level, 9, 8));
        Assert.Throws<ArgumentOutOfRangeException>("mostDays", () => Cadence.WhenStrengthFallsTo(level, 9, 36_526));
    }

    private static LocalDate Ideal(RelationshipBook book, Instant asOf) => book.CadenceOf("ada", asOf).Window!.Value.Ideal;

    private sealed record EveryFewDays(int Days) : ICadencePolicy
    {
        public Instant AsOf { get; private set; }

        public RelationshipScore? Asked { get; private set; }

        public CadenceWindow? NextDue(CadenceContext context)
        {
            (AsOf, Asked) = (context.AsOf, context.Score);
            return CadenceWindow.From(
                context.Reference.PlusDays(context.Score.Momentum < 0 ? (Days + 1) / 2 : Days), toleranceDays: Days / 2);
        }
    }
}
