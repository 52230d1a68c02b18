using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Testing;

/// <summary>A curve as a host sees it: by itself, and through a stored tie of a single meeting.</summary>
internal sealed class FoldedCurve(DecayCurve curve) : ICurve
{
    // ExpectedContacts is the density of 30 days.
    private const double LambdaDays = 30;

    private static readonly Instant Met = Instant.FromUtc(1, 1, 2, 0, 0);
    private static readonly Touchpoint Meeting = new(ContactId.FromValue("ada"), Met, Channel.InPerson, Direction.Mutual);

    private readonly RelationshipScorer scorer = new(FoldSettings.Default with { Curve = curve }, ScoreSettings.Default, DateTimeZone.Utc);

    public string Name => curve.ToString();

    public Duration ShortestHalfLife => Duration.FromDays(curve.HalfLivesInDays[0]);

    public Duration LongestHalfLife => Duration.FromDays(curve.HalfLivesInDays[^1]);

    public double RetainedAt(Duration age) => curve.RetainedAt(age);

    public double DensityAt(Duration age) => curve.DensityPerDayAt(age);

    public double DensityAfter(Duration first, Duration second)
    {
        var (then, now) = (Met + first, Met + first + second);
        var stored = scorer.StateOf([Meeting], then).ToBytes();
        var state = TieState.FromBytes(stored, scorer.Fold, scorer.Zone).MergedWith(scorer.StateOf([], now));
        return scorer.ScoreAt(state, now).ExpectedContacts / LambdaDays;
    }
}
