using System.Diagnostics;
using RelationshipKit.Numerics;

namespace RelationshipKit.Btyd.Numerics;

/// <summary>
/// The integral of <c>((a + now)/(a + t))^p ((b + now)/(b + t))^s / (b + t)</c>, or <c>/ (a + t)</c>, over t: what the Pareto/NBD is made
/// of.
/// </summary>
/// <remarks>
/// <para>
/// The literature writes it as a difference of two hypergeometric functions, which cancel where the span is short and converge slowly where
/// it is long. Here the positive integrand is summed directly, by Gauss and Legendre's rule of 16 points on
/// <c>w = ln((m + t)/(m + now))</c> with m the smaller of a and b: there the logarithm of the integrand is concave and has no singularity
/// nearer than pi, so that panels at most 2 wide over which it changes by at most 12 leave an error below 1e-13 of the integral (measured
/// against 40-digit arithmetic).
/// </para>
/// <para>The same points give the means of the logarithms and reciprocals that the gradient needs.</para>
/// </remarks>
internal ref struct PowerIntegral
{
    // The most that the logarithm of the integrand may change over a panel, and the widest panel.
    private const double MaxChange = 12;
    private const double MaxWidth = 2;

    // A value that is e^45 times smaller than the largest one, and falling, does not change the sum.
    private const double Negligible = 45;

    // Two of the widest panels for each power of e in the range of a double would be 1,600. The cap only guards against unforeseen input.
    private const int MaxPanels = 2_000;

    private readonly double p;
    private readonly double s;
    private readonly double aNow;
    private readonly double bNow;
    private readonly double smallNow;
    private readonly double aMore;
    private readonly double bMore;
    private readonly bool overA;

    private double sum;
    private double sumLogA;
    private double sumLogB;
    private double sumInverseA;
    private double sumInverseB;
    private double reference;

    private PowerIntegral(double p, double s, double a, double b, double now, bool overA)
    {
        this.p = p;
        this.s = s;
        aNow = a + now;
        bNow = b + now;
        smallNow = Math.Min(aNow, bNow);
        aMore = a > b ? a - b : 0;
        bMore = b > a ? b - a : 0;
        this.overA = overA;
    }

    /// <summary>Gets the logarithm of the integral; minus infinity over an empty span.</summary>
    public readonly double Log => sum > 0 ? Elementary.Log(sum) + reference : double.NegativeInfinity;

    /// <summary>Gets the mean of <c>ln((a + t)/(a + now))</c> under the integrand; 0 over an empty span.</summary>
    public readonly double MeanLogA => Mean(sumLogA);

    /// <summary>Gets the mean of <c>ln((b + t)/(b + now))</c> under the integrand; 0 over an empty span.</summary>
    public readonly double MeanLogB => Mean(sumLogB);

    /// <summary>Gets the mean of <c>1/(a + t)</c> under the integrand; 0 over an empty span.</summary>
    public readonly double MeanInverseA => Mean(sumInverseA);

    /// <summary>Gets the mean of <c>1/(b + t)</c> under the integrand; 0 over an empty span.</summary>
    public readonly double MeanInverseB => Mean(sumInverseB);

    private static ReadOnlySpan<double> Points =>
    [
        0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003, 0.8656312023878318,
        0.9445750230732326,
        0.9894009349916499,
    ];

    private static ReadOnlySpan<double> Weights =>
    [
        0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.1495959888165767, 0.12462897125553388, 0.09515851168249279,
        0.062253523938647894, 0.027152459411754096,
    ];

    /// <summary>Integrates over the past, from <paramref name="from"/> to <paramref name="now"/>, with <c>1/(b + t)</c>.</summary>
    public static PowerIntegral Past(double p, double s, double a, double b, double from, double now)
    {
        Debug.Assert(from >= 0 && from <= now, "The past is not empty.");

        var integral = new PowerIntegral(p, s, a, b, now, overA: false);
        integral.Run(-Elementary.Log1P((now - from) / (Math.Min(a, b) + from)), 0);

        return integral;
    }

    /// <summary>Integrates over the future, from <paramref name="now"/> for <paramref name="span"/>, with <c>1/(a + t)</c>.</summary>
    public static PowerIntegral Future(double p, double s, double a, double b, double now, double span)
    {
        Debug.Assert(span >= 0, "The future is not empty.");

        var integral = new PowerIntegral(p, s, a, b, now, overA: true);
        integral.Run(0, Elementary.Log1P(span / integral.smallNow));

        return integral;
    }

    private readonly double Mean(double weighted) => sum > 0 ? weighted / sum : 0;

    private void Run(double from, double to)
    {
        // The largest value is at the lower end or, where both exponents are small, at most e^60 times that of it: no overflow.
        var value = At(from, out var slope).LogValue;
        reference = value;
        var largest = value;
        for (var panel = 0; panel < MaxPanels && from < to; panel++)
        {
            var width = Math.Min(MaxWidth, Math.Min(to - from, MaxChange / Math.Abs(slope)));
            var end = from + width < to ? from + width : to;
            var next = At(end, out var nextSlope).LogValue;
            while (Math.Abs(next - value) > MaxChange && end > Math.BitIncrement(from))
            {
                width *= 0.5;
                end = from + width;
                next = At(end, out nextSlope).LogValue;
            }

            Add(from, end);
            if (next < value && next < largest - Negligible)
            {
                return;
            }

            largest = Math.Max(largest, next);
            (from, value, slope) = (end, next, nextSlope);
        }
    }

    private void Add(double from, double to)
    {
        var middle = 0.5 * (from + to);
        var half = 0.5 * (to - from);
        for (var i = 0; i < Points.Length; i++)
        {
            AddPoint(middle - (half * Points[i]), half * Weights[i]);
            AddPoint(middle + (half * Points[i]), half * Weights[i]);
        }
    }

    private void AddPoint(double w, double weight)
    {
        var at = At(w, out _);
        var value = weight * Elementary.Exp(at.LogValue - reference);
        sum += value;
        sumLogA += value * at.LogA;
        sumLogB += value * at.LogB;
        sumInverseA += value / at.A;
        sumInverseB += value / at.B;
    }

    // The logarithm of the integrand in w, its derivative, and what it is made of.
    private readonly (double LogValue, double LogA, double LogB, double A, double B) At(double w, out double slope)
    {
        // m + t without cancellation, and t - now.
        var power = Elementary.ExpM1(w);
        var small = smallNow * (w < -0.5 ? Elementary.Exp(w) : 1 + power);
        var away = smallNow * power;
        var a = small + aMore;
        var b = small + bMore;
        var logA = aMore == 0 ? w : LogRatio(a, aNow, away);
        var logB = bMore == 0 ? w : LogRatio(b, bNow, away);
        var over = overA ? a : b;
        var ratio = small / over;
        slope = 1 - ratio - (p * (small / a)) - (s * (small / b));

        return ((ratio == 1 ? 0 : Elementary.Log(ratio)) - (p * logA) - (s * logB), logA, logB, a, b);
    }

    // ln(value / now) where value = now + away.
    private static double LogRatio(double value, double now, double away) =>
        value < 0.5 * now ? Elementary.Log(value / now) : Elementary.Log1P(away / now);
}
