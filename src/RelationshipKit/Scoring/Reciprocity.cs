using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Scoring;

/// <summary>How balanced a tie is, from -1 (the owner gives all) to 1 (the other side gives all), with an interval.</summary>
/// <remarks>
/// <para>
/// With g and v the decayed days on which the owner and the contact reached out, and κ the prior,
/// </para>
/// <code>
/// balance = (v - g) / (v + g + 2κ) = 2 E[p] - 1,  p ~ Beta(κ + v, κ + g)
/// </code>
/// <para>and the interval is the 90 % equal-tailed one of p, mapped by 2p - 1. Swapping the sides swaps all signs, exactly.</para>
/// <para>The default value of this type is an unknown balance of 0 with an empty interval. Equality is that of the numbers.</para>
/// <para>This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct Reciprocity
{
    // Both tails of a 90 % interval; a convention.
    private const double Tail = 0.05;

    // Less than this, in direction-days, says nothing any more: the prior alone would speak.
    private const double LeastMemory = 1;

    private Reciprocity(double given, double received, double balance, double low, double high, BalanceVerdict verdict)
    {
        Given = given;
        Received = received;
        Balance = balance;
        Low = low;
        High = high;
        Verdict = verdict;
    }

    /// <summary>Gets the decayed number of days on which the owner reached out; not negative.</summary>
    [JsonPropertyName("given")]
    public double Given { get; }

    /// <summary>Gets the decayed number of days on which the contact reached out; not negative.</summary>
    [JsonPropertyName("received")]
    public double Received { get; }

    /// <summary>Gets the balance in (-1, 1): negative where the owner gives more. 0 where nothing is known.</summary>
    [JsonPropertyName("balance")]
    public double Balance { get; }

    /// <summary>Gets the lower end of the 90 % interval of the balance, in [-1, 1].</summary>
    [JsonPropertyName("low")]
    public double Low { get; }

    /// <summary>Gets the upper end of the 90 % interval of the balance, in [-1, 1].</summary>
    [JsonPropertyName("high")]
    public double High { get; }

    /// <summary>
    /// Gets the difference <see cref="Received"/> - <see cref="Given"/> in decayed days: what came back over what went out.
    /// </summary>
    [JsonPropertyName("owed")]
    public double Owed => Received - Given;

    /// <summary>Gets the balance in a word; <see cref="BalanceVerdict.Unknown"/> while too little is known or remembered.</summary>
    [JsonPropertyName("verdict")]
    public BalanceVerdict Verdict { get; }

    /// <summary>Returns the balance with its interval in the invariant culture, or "unknown".</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        Verdict == BalanceVerdict.Unknown
            ? "unknown"
            : string.Create(
                CultureInfo.InvariantCulture, $"{Balance:+0.00;-0.00;0.00} ({Low:+0.00;-0.00;0.00} to {High:+0.00;-0.00;0.00})");

    /// <summary>Returns the balance of decayed counts, of which so many were seen.</summary>
    internal static Reciprocity Of(double given, double received, int seen, ScoreSettings settings)
    {
        var balance = BalanceOf(given, received, settings);
        return new Reciprocity(
            given,
            received,
            balance,
            LowOf(given, received, settings),
            HighOf(given, received, settings),
            VerdictOf(balance, given + received, seen, settings));
    }

    /// <summary>Returns the balance of decayed counts.</summary>
    internal static double BalanceOf(double given, double received, ScoreSettings settings) =>
        ScoreFormulas.Balance<Lanes64>(new(given), new(received), settings).Value;

    /// <summary>Returns the lower end of the interval of the balance.</summary>
    internal static double LowOf(double given, double received, ScoreSettings settings) =>
        LowOfShapes(settings.BalancePrior + given, settings.BalancePrior + received);

    /// <summary>Returns the upper end of the interval of the balance: minus the lower one of swapped sides.</summary>
    internal static double HighOf(double given, double received, ScoreSettings settings) => 0 - LowOf(received, given, settings);

    /// <summary>Returns the lower end of the interval of the balance of decayed counts to which the prior was added.</summary>
    internal static double LowOfShapes(double ours, double theirs) => (2 * BetaDistribution.Quantile(Tail, theirs, ours)) - 1;

    private static BalanceVerdict VerdictOf(double balance, double remembered, int seen, ScoreSettings settings) =>
        seen < settings.FairFromContactDays || remembered < LeastMemory ? BalanceVerdict.Unknown
        : Math.Abs(balance) <= settings.EvenBand ? BalanceVerdict.Even
        : balance < 0 ? BalanceVerdict.MostlyOutgoing
        : BalanceVerdict.MostlyIncoming;
}
