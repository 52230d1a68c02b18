using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Planning.Health;

/// <summary>The effective number of ties: how many equally strong ones would be as diverse as the ties there are.</summary>
/// <remarks>
/// <para>
/// Of shares p, by Hill (1973): <c>N1 = e^(-sum p ln p)</c> and <c>N2 = 1 / sum p^2</c>. N2 gives the strongest ties more weight; 1 &lt;=
/// N2 &lt;= N1 &lt;= the number of ties that have a share.
/// </para>
/// <para>Without ties all are 0. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class HillNumbers
{
    private HillNumbers(int ties, double n1, double n2)
    {
        Ties = ties;
        N1 = n1;
        N2 = n2;
    }

    /// <summary>Gets the number of ties with a share above 0.</summary>
    [JsonPropertyName("ties")]
    public int Ties { get; }

    /// <summary>Gets the effective number that minds all ties by their share; 0 without ties, else from 1 to <see cref="Ties"/>.</summary>
    [JsonPropertyName("n1")]
    public double N1 { get; }

    /// <summary>Gets the effective number that minds the strongest ties more; 0 without ties, else from 1 to <see cref="N1"/>.</summary>
    [JsonPropertyName("n2")]
    public double N2 { get; }

    /// <summary>
    /// Gets how evenly the shares are spread: the entropy over its largest value, <c>ln N1 / ln Ties</c>; 1 with fewer than two ties.
    /// </summary>
    [JsonPropertyName("evenness")]
    public double Evenness => Ties < 2 ? 1 : Math.Min(1, Elementary.Log(N1) / Elementary.Log(Ties));

    /// <summary>Computes the numbers of weights, such as expected contacts.</summary>
    /// <param name="weights">The weights, not negative and finite, in any order; those of 0 count for nothing.</param>
    /// <returns>The numbers, the same bits in any order of the weights.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is NaN, negative or infinite.</exception>
    internal static HillNumbers Of(IEnumerable<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var counted = weights.Where(Counts).Order().ToArray();
        if (counted.Length == 0)
        {
            return new HillNumbers(0, 0, 0);
        }

        // Scaled by the largest first, so that weights near either end of the range neither overflow nor vanish.
        var total = counted.Sum(weight => weight / counted[^1]);
        var (entropy, squares) = (0.0, 0.0);
        foreach (var weight in counted)
        {
            var share = weight / counted[^1] / total;
            entropy -= share > 0 ? share * Elementary.Log(share) : 0;
            squares += share * share;
        }

        var n1 = Math.Clamp(Elementary.Exp(entropy), 1, counted.Length);
        return new HillNumbers(counted.Length, n1, Math.Clamp(1 / squares, 1, n1));
    }

    /// <summary>Returns the three numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Ties} {(Ties == 1 ? "tie" : "ties")}, as many as {N1:0.0} equal ones ({N2:0.0} where the strong count more)");

    private static bool Counts(double weight) => weight >= 0 && weight <= double.MaxValue
        ? weight > 0
        : throw new ArgumentOutOfRangeException(
            nameof(weight), string.Create(CultureInfo.InvariantCulture, $"A weight is {weight}; it must be from 0 to {double.MaxValue}."));
}
