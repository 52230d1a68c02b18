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
    public static double Of(FoldPlan plan, double shortMass, double longMass, int contactDays, double ageDays, ScoreSettings settings)
    {
        if (contactDays < settings.MomentumFromContactDays || ageDays < settings.MomentumFromAge.TotalDays)
        {
            return 0;
        }

        var lately = RateOf(shortMass, plan.MassHalfLives[plan.ShortMomentum], ageDays);
        var before = RateOf(longMass, plan.MassHalfLives[plan.LongMomentum], ageDays);

        // After millennia of silence both have faded below the smallest number; the shorter one went first.
        return lately + before > 0 ? (lately - before) / (lately + before) : -1;
    }

    private static double RateOf(double mass, double halfLifeDays, double ageDays) =>
        mass / halfLifeDays / -Elementary.ExpM1(-ageDays / halfLifeDays * Elementary.Ln2);
}
