using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Cadences;

/// <summary>A policy of a host's own that asks for the score, in all the places where policies are asked.</summary>
public class CadenceScoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly Touchpoint[] Touches =
        [.. Enumerable.Range(1, 12).Select(i => new Touchpoint("ada", Now - Duration.FromDays(10 * i), Channel.Voice, Direction.Mutual) { Facet = i % 3 == 0 ? Facet.Family : null })];

    [Fact]
    public void Score_IsThatOfTheBook_BySettingsAndFacet()
    {
        var policy = new EveryFewDays(12);
        var book = new RelationshipBookFactory(fold: FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(9)) }, cadence: policy)
            .Create(DateTimeZone.Utc).Add(new Contact("ada", "Ada") { Circle = Circle.Inner }).OrThrow().Record(Touches).OrThrow();

        book.CadenceOf("ada", Now);
        Assert.Equal((Now, book.ScoreOf("ada", Now)), (policy.AsOf, policy.Asked));
        book.CadenceOf("ada", Now, Facet.Family);
        Assert.Equal(book.ScoreOf("ada", Now, Facet.Family), policy.Asked);
        Assert.Equal(new LocalDate(2026, 2, 20).PlusDays(book.ScoreOf("ada", Now).Momentum < 0 ? 6 : 12), book.CadenceOf("ada", Now).Window!.Value.Ideal);
        Assert.Single(book.PlanWeek(Now, new LocalDate(2026, 3, 2)).Items.Select(item => item.Contact.Id).Append("ada").Distinct());
        Assert.InRange(book.FeasibilityAt(Now).TouchesPerWeek, 7 / 12.0, 7 / 6.0);
    }

    [Fact]
    public void Score_OfAContextByHand_IsByTheDefaultSettings()
    {
        var context = new CadenceContext(new Contact("ada", "Ada"), new LocalDate(2026, 2, 20), new LocalDate(2026, 3, 2)) { Touchpoints = [.. Touches.Reverse()] };

        Assert.Equal(Instant.FromUtc(2026, 3, 2, 0, 0), context.AsOf);
        Assert.Equal(new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc).ScoreAt(Touches, context.AsOf), context.Score);
        Assert.Same(context.Score, context.Score);
        Assert.Equal(Now, new CadenceContext(context.Contact, context.Reference, context.Today) { AsOf = Now }.AsOf);
    }

    private sealed record EveryFewDays(int Days) : ICadencePolicy
    {
        public Instant AsOf { get; private set; }

        public RelationshipScore? Asked { get; private set; }

        public CadenceWindow? NextDue(CadenceContext context)
        {
            (AsOf, Asked) = (context.AsOf, context.Score);
            return CadenceWindow.From(context.Reference.PlusDays(context.Score.Momentum < 0 ? (Days + 1) / 2 : Days), toleranceDays: Days / 2);
        }
    }
}
