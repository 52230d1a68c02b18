using System.Globalization;
using NodaTime;

namespace RelationshipKit.Orleans;

/// <summary>How one tie stands at one instant: the numbers of a <see cref="RelationshipScore"/>, flat.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.ScoreResult")]
public sealed class ScoreResult
{
    /// <summary>Gets the revision of the book that answered.</summary>
    [Id(0)]
    public long Revision { get; init; }

    /// <summary>Gets the id of the contact in the book.</summary>
    [Id(1)]
    public ContactId Contact { get; init; }

    /// <summary>Gets the instant the tie was scored at.</summary>
    [Id(2)]
    public Instant AsOf { get; init; }

    /// <summary>Gets how strong the tie is, from 0 to 1.</summary>
    [Id(3)]
    public double Strength { get; init; }

    /// <summary>Gets the expected number of full-weight contacts in the next 30 days; not negative. Rank by it.</summary>
    [Id(4)]
    public double ExpectedContacts { get; init; }

    /// <summary>Gets how much is known: the name of a <see cref="Scoring.Evidence"/>.</summary>
    [Id(5)]
    public string Evidence { get; init; } = "";

    /// <summary>Gets the number of contact-days.</summary>
    [Id(6)]
    public int ContactDays { get; init; }

    /// <summary>Gets the number of touchpoints, attempts not counted.</summary>
    [Id(7)]
    public int Touchpoints { get; init; }

    /// <summary>Gets how many of them the owner had the outgoing part in.</summary>
    [Id(8)]
    public int Outgoing { get; init; }

    /// <summary>Gets how many of them the contact had the incoming part in.</summary>
    [Id(9)]
    public int Incoming { get; init; }

    /// <summary>Gets the instant of the earliest touchpoint; null if there is none.</summary>
    [Id(10)]
    public Instant? FirstTouch { get; init; }

    /// <summary>Gets the instant of the latest touchpoint; null if there is none.</summary>
    [Id(11)]
    public Instant? LastTouch { get; init; }

    /// <summary>Gets the usual gap in days; null if it is not known.</summary>
    [Id(12)]
    public double? UsualGapDays { get; init; }

    /// <summary>Gets the days since the last touch; null without one.</summary>
    [Id(13)]
    public double? SilentDays { get; init; }

    /// <summary>Gets how unusual the silence is, from 0 to 1; null if it is not known.</summary>
    [Id(14)]
    public double? SilencePercentile { get; init; }

    /// <summary>Gets the balance, from -1 (the owner gives all) to 1 (the contact does).</summary>
    [Id(15)]
    public double Balance { get; init; }

    /// <summary>Gets the lower end of the balance's 90 % interval.</summary>
    [Id(16)]
    public double BalanceLow { get; init; }

    /// <summary>Gets the upper end of the balance's 90 % interval.</summary>
    [Id(17)]
    public double BalanceHigh { get; init; }

    /// <summary>Gets the balance in a word: the name of a <see cref="Scoring.BalanceVerdict"/>.</summary>
    [Id(18)]
    public string BalanceVerdict { get; init; } = "";

    /// <summary>Gets which way the tie is going, from -1 (fading) to 1 (growing).</summary>
    [Id(19)]
    public double Momentum { get; init; }

    /// <summary>Gets the probability of contact within 7 days; null without contact so far.</summary>
    [Id(20)]
    public double? Within7Days { get; init; }

    /// <summary>Gets the probability of contact within 30 days; null without contact so far.</summary>
    [Id(21)]
    public double? Within30Days { get; init; }

    /// <summary>Gets the probability of contact within 90 days; null without contact so far.</summary>
    [Id(22)]
    public double? Within90Days { get; init; }

    /// <summary>Gets whether the tie is losing touch; null if too little is known.</summary>
    [Id(23)]
    public bool? IsLosingTouch { get; init; }

    /// <summary>Gets whether the probabilities come from a hazard that was fitted to the host's own history.</summary>
    [Id(24)]
    public bool IsCalibrated { get; init; }

    /// <summary>Returns the strength and the evidence in the invariant culture, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Strength:0.000} ({Evidence})");

    internal static ScoreResult Of(long revision, ContactId contact, RelationshipScore score) => new()
    {
        Revision = revision,
        Contact = contact,
        AsOf = score.AsOf,
        Strength = score.Strength.Value,
        ExpectedContacts = score.ExpectedContacts,
        Evidence = $"{score.Evidence}",
        ContactDays = score.ContactDays,
        Touchpoints = score.Touchpoints,
        Outgoing = score.Outgoing,
        Incoming = score.Incoming,
        FirstTouch = score.FirstTouch,
        LastTouch = score.LastTouch,
        UsualGapDays = score.Rhythm.UsualGapDays,
        SilentDays = score.Rhythm.SilentDays,
        SilencePercentile = score.Rhythm.SilencePercentile,
        Balance = score.Reciprocity.Balance,
        BalanceLow = score.Reciprocity.Low,
        BalanceHigh = score.Reciprocity.High,
        BalanceVerdict = $"{score.Reciprocity.Verdict}",
        Momentum = score.Momentum,
        Within7Days = score.Forecast.ContactWithin(Duration.FromDays(7)),
        Within30Days = score.Forecast.ContactWithin(Duration.FromDays(30)),
        Within90Days = score.Forecast.ContactWithin(Duration.FromDays(90)),
        IsLosingTouch = score.Forecast.IsLosingTouch,
        IsCalibrated = score.Forecast.IsCalibrated,
    };
}
