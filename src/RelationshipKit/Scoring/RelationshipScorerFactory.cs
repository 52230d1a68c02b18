using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Scoring;

/// <summary>Makes scorers for owners in their own zones, all with the same settings.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class RelationshipScorerFactory
{
    private readonly FoldSettings fold;
    private readonly ScoreSettings settings;

    /// <summary>Initializes a new instance of the <see cref="RelationshipScorerFactory"/> class.</summary>
    /// <param name="fold">What touchpoints weigh and how they fade.</param>
    /// <param name="settings">How the state of a tie is read.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    public RelationshipScorerFactory(FoldSettings fold, ScoreSettings settings)
    {
        ArgumentNullException.ThrowIfNull(fold);
        ArgumentNullException.ThrowIfNull(settings);
        fold.ThrowIfInvalid(nameof(fold));
        settings.ThrowIfInvalid(nameof(settings));
        this.fold = fold;
        this.settings = settings;
    }

    /// <summary>Returns the scorer of an owner.</summary>
    /// <param name="zone">The owner's zone, whose dates are the contact-days.</param>
    /// <returns>The scorer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is <see langword="null"/>.</exception>
    public RelationshipScorer In(DateTimeZone zone) => new(fold, settings, zone);

    /// <summary>Returns the settings.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{fold}; {settings}";
}
