using RelationshipKit.Btyd.Numerics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd;

/// <summary>
/// What BG/NBD and MBG/NBD share: after some contacts a tie drops out with a probability of its own, from a beta distribution.
/// </summary>
/// <remarks>
/// The two differ only in the chances to drop out, k: each repeated contact is one (BG, k = x), and in MBG the first contact, too (k = x +
/// 1). With p = r + x the odds of having dropped out are <code>0 if k = 0, else a / (b + k - 1) * ((alpha + T) / (alpha + t_x))^p</code>
/// and the likelihood is, with Gamma and Beta the functions of Euler, <code>Gamma(p) / Gamma(r) * alpha^r / (alpha + T)^p * Beta(a, b + k)
/// / Beta(a, b) * (1 + odds)</code> All is kept in logarithms.
/// </remarks>
internal readonly struct BetaGeometric(double r, double alpha, double a, double b, int firstChances)
{
    public double Alive(RepeatHistory history) => 1 / (1 + Elementary.Exp(LogOdds(history)));

    // (1 - (A / (A + H))^p) times alive: 1 - L(T + H) / L(T), without its cancellation.
    public double Contact(RepeatHistory history, double horizonDays) =>
        Alive(history) * -Elementary.ExpM1(-(r + history.Repeats) * Elementary.Log1P(horizonDays / (alpha + history.AgeDays)));

    public double Expected(RepeatHistory history, double horizonDays) =>
        Alive(history) * Hypergeometric.Growth(r + history.Repeats, a, b + Chances(history), horizonDays / (alpha + history.AgeDays));

    public double LogLikelihood(RepeatHistory history)
    {
        var x = history.Repeats;
        var k = Chances(history);

        return GammaFunctions.LogRising(r, x) + GammaFunctions.LogRising(b, k) - GammaFunctions.LogRising(a + b, k)
            + Kernel(history) + LogOnePlus(LogOdds(history));
    }

    public int Chances(RepeatHistory history) => history.Repeats + firstChances;

    // alpha^r / (alpha + T)^p in logarithms.
    public double Kernel(RepeatHistory history) =>
        (-r * Elementary.Log1P(history.AgeDays / alpha)) - (history.Repeats * Elementary.Log(alpha + history.AgeDays));

    public double LogOdds(RepeatHistory history)
    {
        var k = Chances(history);

        return k == 0
            ? double.NegativeInfinity
            : Elementary.Log(a / (b + (k - 1)))
                + ((r + history.Repeats) * Elementary.Log1P((history.AgeDays - history.LastDays) / (alpha + history.LastDays)));
    }

    // ln(1 + e^x).
    public static double LogOnePlus(double x) => x > 0 ? x + Elementary.Log1P(Elementary.Exp(-x)) : Elementary.Log1P(Elementary.Exp(x));
}
