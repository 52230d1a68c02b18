using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd;

/// <summary>The likelihood of <see cref="BetaGeometric"/> with its gradient in the logarithms of r, alpha, a and b.</summary>
internal sealed class BetaGeometricLikelihood(int firstChances) : IHistoryLikelihood
{
    private double r;
    private double alpha;
    private double a;
    private double b;
    private BetaGeometric model;

    // The terms that depend only on the number of repeats. Histories come sorted by it.
    private int repeats = -1;
    private double risings;
    private double slopeR;
    private double slopeSum;
    private double slopeB;

    public void Use(ReadOnlySpan<double> parameters)
    {
        (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        model = new BetaGeometric(r, alpha, a, b, firstChances);
        repeats = -1;
    }

    public double Add(RepeatHistory history, double times, Span<double> gradient)
    {
        var x = history.Repeats;
        var k = model.Chances(history);
        if (x != repeats)
        {
            repeats = x;
            risings = GammaFunctions.LogRising(r, x) + GammaFunctions.LogRising(b, k) - GammaFunctions.LogRising(a + b, k);
            slopeR = GammaFunctions.DigammaRising(r, x);
            slopeSum = GammaFunctions.DigammaRising(a + b, k);
            slopeB = GammaFunctions.DigammaRising(b, k);
        }

        var logOdds = model.LogOdds(history);
        var gone = k == 0 ? 0 : 1 / (1 + Elementary.Exp(-logOdds));
        var now = alpha + history.AgeDays;
        var last = alpha + history.LastDays;
        var silence = Elementary.Log1P((history.AgeDays - history.LastDays) / last);
        var p = r + x;

        // Beside the alive branch the other has (alpha + t_x) in place of (alpha + T), one more a and one chance less.
        gradient[0] += times * r * (slopeR - Elementary.Log1P(history.AgeDays / alpha) + (gone * silence));
        gradient[1] += times * alpha * ((r / alpha) - (p * (((1 - gone) / now) + (gone / last))));
        gradient[2] += times * a * ((gone / a) - slopeSum);
        gradient[3] += times * b * (slopeB - slopeSum - (k == 0 ? 0 : gone / (b + (k - 1))));

        return risings + model.Kernel(history) + BetaGeometric.LogOnePlus(logOdds);
    }
}
