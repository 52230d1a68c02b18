using RelationshipKit.Btyd.Numerics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd;

/// <summary>The likelihood of <see cref="ParetoNbd"/> with its gradient in the logarithms of r, alpha, s and beta.</summary>
internal sealed class ParetoLikelihood : IHistoryLikelihood
{
    private double r;
    private double alpha;
    private double s;
    private double beta;

    public void Use(ReadOnlySpan<double> parameters) =>
        (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);

    public double Add(RepeatHistory history, double times, Span<double> gradient)
    {
        var x = history.Repeats;
        var p = r + x;
        var now = history.AgeDays;
        var past = PowerIntegral.Past(p, s, alpha, beta, history.LastDays, now);
        var logOdds = Elementary.Log(s) + past.Log;
        var gone = 1 / (1 + Elementary.Exp(-logOdds));
        var alive = 1 / (1 + Elementary.Exp(logOdds));

        // A tie that dropped out did so at an unknown t; the means over t come with the integral.
        gradient[0] += times * r * (GammaFunctions.DigammaRising(r, x) - Elementary.Log1P(now / alpha) - (gone * past.MeanLogA));
        gradient[1] += times * alpha * ((r / alpha) - (p * ((alive / (alpha + now)) + (gone * past.MeanInverseA))));
        gradient[2] += times * s * ((gone / s) - Elementary.Log1P(now / beta) - (gone * past.MeanLogB));
        gradient[3] += times * beta * ((s / beta) - (alive * s / (beta + now)) - (gone * (s + 1) * past.MeanInverseB));

        return ParetoNbd.LogLikelihood(r, alpha, s, beta, history, logOdds);
    }
}
