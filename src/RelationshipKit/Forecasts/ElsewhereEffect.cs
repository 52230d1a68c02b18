using System.Collections.Immutable;
using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>What the other ties of two people say about theirs: contact is likelier while both are in touch with others, and fades as they fall silent everywhere.</summary>
/// <remarks>
/// <para>
/// A forecast knows one tie. Where the log holds more, its hazard is multiplied by a factor f of how long the two have been silent towards everybody else,
/// <code>
/// adjusted = 1 - (1 - contact within)^f(silence elsewhere)
/// </code>
/// so that horizons still chain: what holds of the forecast for h1 and then h2 days holds of the adjusted one. f is fitted to past forecasts of the same
/// network and what became of them. In each bin of the silence s, [2^j - 1, 2^(j+1) - 1) days for j = 0..8 and one more for nobody else, it solves
/// <code>
/// sum of (1 - e^(-f Λ)) + κ f = contacts + κ,   Λ = -ln(1 - contact within),   κ = 20
/// </code>
/// Then it is pooled until a longer silence never makes contact likelier, and scaled by one number so that all forecasts together expect as much contact as
/// before: the effect moves likelihood between ties, not the level. Between the middles of bins ln f is linear in log2(1 + s).
/// </para>
/// <para>
/// Of two people take the silence of each and <see cref="MeanSilentDays"/>; of an owner's own log, in which others' other ties are unknown, the owner's alone.
/// On the public networks of benchmarks/README.md it ranks better than the tie alone at every cut it was chosen on.
/// </para>
/// <para>Equality is that of the factors. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class ElsewhereEffect : IEquatable<ElsewhereEffect>
{
    private const int Bins = 9;

    // The weight of "no effect" in a bin, in contacts. From 5 to 50 served alike on the training cuts of three public networks.
    private const double Shrinkage = 20;

    // What a bin without outcomes weighs where bins are pooled: it takes the factor of its neighbour, and moves none.
    private const double LeastWeight = 1e-9;

    // Factors from 0.0003 to 150: far beyond what twenty contacts' worth of doubt lets through.
    private const double LeastLog = -8;
    private const double MostLog = 5;
    private const int Halvings = 50;

    private readonly double[] logs;

    private ElsewhereEffect(double[] factors)
    {
        Factors = [.. factors];
        logs = Array.ConvertAll(factors, Elementary.Log);
    }

    /// <summary>Gets the effect of nothing: every forecast stays as it is.</summary>
    public static ElsewhereEffect None { get; } = new([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);

    /// <summary>Gets the factor of each bin of silence, shortest first and never rising, and last that of having nobody else; each more than 0.</summary>
    public ImmutableArray<double> Factors { get; }

    /// <summary>Returns the effect that past forecasts of a network show.</summary>
    /// <param name="outcomes">
    /// Forecasts of one horizon, made at one or several instants of the past from nothing later, with what became of them; in any order. The horizon should be that of the
    /// forecasts to adjust.
    /// </param>
    /// <returns>The effect; <see cref="None"/> if there are no outcomes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is <see langword="null"/>.</exception>
    public static ElsewhereEffect FittedTo(IEnumerable<ElsewhereOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var hazards = new List<double>[Bins + 1];
        var contacts = new double[Bins + 1];
        for (var bin = 0; bin <= Bins; bin++)
        {
            hazards[bin] = [];
        }

        foreach (var outcome in outcomes)
        {
            var bin = BinOf(outcome.SilentDays);
            hazards[bin].Add(-Elementary.Log1P(-outcome.ContactWithin));
            contacts[bin] += outcome.WasInTouch ? 1 : 0;
        }

        var factors = new double[Bins + 1];
        var weights = new double[Bins + 1];
        for (var bin = 0; bin <= Bins; bin++)
        {
            // Sorted, so that the order in which outcomes came does not show in the last bit.
            hazards[bin].Sort();
            factors[bin] = FactorOf(hazards[bin], contacts[bin]);
            weights[bin] = Expected(hazards[bin], 1) + LeastWeight;
        }

        HazardFit.NeverRising(factors.AsSpan(0, Bins), weights.AsSpan(0, Bins));
        return hazards.All(bin => bin.Count == 0) ? None : new ElsewhereEffect(AtLevel(hazards, factors));
    }

    /// <summary>Returns the mean of the silences of two people, on the scale of log(1 + days).</summary>
    /// <param name="oneDays">The silence of the one towards everybody else, in days: 0 or more, or infinity.</param>
    /// <param name="otherDays">The silence of the other.</param>
    /// <returns>The mean, in days; infinity if one of them has nobody else.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A silence is NaN or negative.</exception>
    public static double MeanSilentDays(double oneDays, double otherDays)
    {
        Guard.InRange(oneDays, 0, double.PositiveInfinity);
        Guard.InRange(otherDays, 0, double.PositiveInfinity);
        return Math.Sqrt(1 + oneDays) * Math.Sqrt(1 + otherDays) is var product && product >= 1 ? product - 1 : 0;
    }

    /// <summary>Returns the factor of a silence.</summary>
    /// <param name="silentDays">How long the two have been silent towards everybody else, in days: 0 or more, or infinity if they have nobody else.</param>
    /// <returns>The factor, more than 0; never rising with the silence, but for that of having nobody else.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="silentDays"/> is NaN or negative.</exception>
    public double FactorAt(double silentDays)
    {
        Guard.InRange(silentDays, 0, double.PositiveInfinity);
        if (double.IsPositiveInfinity(silentDays))
        {
            return Factors[Bins];
        }

        var place = Math.Clamp((Elementary.Log1P(silentDays) * Elementary.Log2E) - 0.5, 0, Bins - 1);
        var bin = Math.Min((int)place, Bins - 2);
        return Elementary.Exp(logs[bin] + ((place - bin) * (logs[bin + 1] - logs[bin])));
    }

    /// <summary>Returns a forecast that knows of the silence elsewhere.</summary>
    /// <param name="contactWithin">The probability of contact that is forecast for the tie alone, from 0 to 1.</param>
    /// <param name="silentDays">How long the two have been silent towards everybody else, in days: 0 or more, or infinity if they have nobody else.</param>
    /// <returns>The probability, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contactWithin"/> or <paramref name="silentDays"/> is out of its range.</exception>
    public double Adjusted(double contactWithin, double silentDays)
    {
        Guard.InRange(contactWithin, 0, 1);
        return 0 - Elementary.ExpM1(FactorAt(silentDays) * Elementary.Log1P(-contactWithin));
    }

    /// <inheritdoc/>
    public bool Equals(ElsewhereEffect? other) => other is not null && Factors.AsSpan().SequenceEqual(other.Factors.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElsewhereEffect);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Factors[0], Factors[Bins - 1], Factors[Bins]);

    /// <summary>Returns the factors of the shortest and the longest silence in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"from {Factors[0]:0.00} down to {Factors[Bins - 1]:0.00}, {Factors[Bins]:0.00} with nobody else");

    private static int BinOf(double silentDays) =>
        double.IsPositiveInfinity(silentDays) ? Bins : (int)Math.Min(Bins - 1, Math.ILogB(1 + silentDays));

    // Contacts expected of forecasts whose hazards are multiplied by a factor.
    private static double Expected(List<double> hazards, double factor)
    {
        var sum = 0.0;
        foreach (var hazard in hazards)
        {
            sum -= Elementary.ExpM1(-factor * hazard);
        }

        return sum;
    }

    private static double FactorOf(List<double> hazards, double contacts) =>
        Solve(factor => Expected(hazards, factor) + (Shrinkage * factor) > contacts + Shrinkage);

    private static double[] AtLevel(List<double>[] hazards, double[] factors)
    {
        var expected = hazards.Sum(bin => Expected(bin, 1));
        var scale = Solve(factor => hazards.Select((bin, i) => Expected(bin, factor * factors[i])).Sum() > expected);
        return Array.ConvertAll(factors, factor => factor * scale);
    }

    // The factor from which on what is asked holds.
    private static double Solve(Func<double, bool> isPassed)
    {
        var (low, high) = (LeastLog, MostLog);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isPassed(Elementary.Exp(middle)) ? (low, middle) : (middle, high);
        }

        return Elementary.Exp((low + high) / 2);
    }
}
