using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Scoring;

/// <summary>The momentum of a tie: the rate of its last weeks against that of its last months.</summary>
internal static class Momentum
{
    /// <summary>Returns the momentum of two masses, or 0 while the tie is too young to tell.</summary>
    /// <param name="plan">The fold, for the half-lives.</param>
    /// <param name="shortMass">The mass of all cells under the shorter half-life.</param>
    /// <param name="longMass">The mass of all cells under the longer half-life.</param>
    /// <param name="contactDays">The number of contact-days.</param>
    /// <param name="ageDays">The days since the first touch.</param>
    /// <param name="settings">What is too young.</param>
    /// <returns>From -1 to 1.</returns>
    public static double Of(TieLayout plan, double shortMass, double longMass, int contactDays, double ageDays, ScoreSettings settings) =>
        ScoreFormulas.Momentum<Lanes64>(
            new(shortMass),
            new(longMass),
            plan.MassHalfLives[plan.ShortMomentum],
            plan.MassHalfLives[plan.LongMomentum],
            new(contactDays),
            new(ageDays),
            settings).Value;
}
