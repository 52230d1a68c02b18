using System.Globalization;
using NodaTime;

namespace RelationshipKit.Bulk;

/// <summary>The columns that scores are written into, one element a tie; memory of the caller, who keeps it.</summary>
/// <remarks>
/// <para>
/// Only the columns given are computed; one left empty costs nothing. Each one given must have an element for each tie; those past the last
/// tie are left as they are. Columns must not overlap.
/// </para>
/// <para>
/// Where a <see cref="RelationshipKit.RelationshipScore"/> says <see langword="null"/>, a column of numbers says <see cref="double.NaN"/>
/// and one of instants <see cref="NoTouch"/>.
/// </para>
/// <para>Instances are immutable, the memory they name is not.</para>
/// </remarks>
public sealed class ScoreColumns
{
    /// <summary>What stands in <see cref="FirstTouch"/> and <see cref="LastTouch"/> for a tie without contact: the smallest long.</summary>
    public const long NoTouch = long.MinValue;

    internal static readonly Duration DefaultHorizon = Duration.FromDays(30);

    /// <summary>Gets the column of strengths, in [0, 1].</summary>
    public Memory<double> Strength { get; init; }

    /// <summary>Gets the column of expected contacts in 30 days; not negative. Rank by it, for it never rounds to 1.</summary>
    public Memory<double> ExpectedContacts { get; init; }

    /// <summary>Gets the column of balances, in (-1, 1): negative where the owner gives more. 0 where nothing is known.</summary>
    public Memory<double> Balance { get; init; }

    /// <summary>Gets the column of the lower ends of the 90 % intervals of the balances, in [-1, 1].</summary>
    public Memory<double> BalanceLow { get; init; }

    /// <summary>Gets the column of the upper ends of the 90 % intervals of the balances, in [-1, 1].</summary>
    public Memory<double> BalanceHigh { get; init; }

    /// <summary>Gets the column of momentum, in [-1, 1]; 0 while a tie is too young to tell.</summary>
    public Memory<double> Momentum { get; init; }

    /// <summary>Gets the column of contact-days: distinct owner-local dates with contact.</summary>
    public Memory<int> ContactDays { get; init; }

    /// <summary>
    /// Gets the column of usual gaps in days, as <see cref="Scoring.Rhythm.UsualGapDays"/>; <see cref="double.NaN"/> below 2 contact-days.
    /// </summary>
    public Memory<double> UsualGapDays { get; init; }

    /// <summary>Gets the column of days since the last touch; <see cref="double.NaN"/> without one.</summary>
    public Memory<double> SilentDays { get; init; }

    /// <summary>
    /// Gets the column of shares of comparable gaps that would be over by now, in [0, 1); <see cref="double.NaN"/> without a touch.
    /// </summary>
    public Memory<double> SilencePercentile { get; init; }

    /// <summary>
    /// Gets the column of probabilities of contact within <see cref="Horizon"/>, in [0, 1], as
    /// <see cref="Forecasts.Forecast.ContactWithin"/>; <see cref="double.NaN"/> without a touch.
    /// </summary>
    public Memory<double> ContactWithin { get; init; }

    /// <summary>Gets how far <see cref="ContactWithin"/> looks ahead.</summary>
    /// <value>Not negative. The default is 30 days, as for <see cref="ExpectedContacts"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value set is negative.</exception>
    public Duration Horizon
    {
        get;
        init => field = Checked(value, nameof(value));
    }
        = DefaultHorizon;

    /// <summary>
    /// Gets the column of ties about to go quiet, as <see cref="Forecasts.Forecast.IsLosingTouch"/>: 1 if so, 0 if not,
    /// <see cref="double.NaN"/> below 3 contact-days.
    /// </summary>
    public Memory<double> LosingTouch { get; init; }

    /// <summary>Gets the column of touchpoints, attempts not counted.</summary>
    public Memory<int> Touchpoints { get; init; }

    /// <summary>Gets the column of first touches in microseconds since 1970-01-01T00:00:00Z; <see cref="NoTouch"/> without one.</summary>
    public Memory<long> FirstTouch { get; init; }

    /// <summary>Gets the column of last touches in microseconds since 1970-01-01T00:00:00Z; <see cref="NoTouch"/> without one.</summary>
    public Memory<long> LastTouch { get; init; }

    /// <summary>Returns the names of the columns given.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        Given().Select(column => column.Name).ToArray() is { Length: > 0 } names ? string.Join(", ", names) : "no columns";

    /// <summary>Returns a horizon that is not negative.</summary>
    internal static Duration Checked(Duration horizon, string paramName) =>
        horizon >= Duration.Zero
            ? horizon
            : throw new ArgumentOutOfRangeException(paramName, horizon, "The horizon is negative; it must not be.");

    /// <summary>Throws if a column given is too short.</summary>
    internal void ThrowIfShorterThan(int ties, string paramName)
    {
        foreach (var (name, length) in Given())
        {
            if (length < ties)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The column {name} has {length} elements; it must have at least {ties}, one for each tie."),
                    paramName);
            }
        }
    }

    private IEnumerable<(string Name, int Length)> Given() =>
        new (string Name, int Length)[]
        {
            (nameof(Strength), Strength.Length),
            (nameof(ExpectedContacts), ExpectedContacts.Length),
            (nameof(Balance), Balance.Length),
            (nameof(BalanceLow), BalanceLow.Length),
            (nameof(BalanceHigh), BalanceHigh.Length),
            (nameof(Momentum), Momentum.Length),
            (nameof(ContactDays), ContactDays.Length),
            (nameof(UsualGapDays), UsualGapDays.Length),
            (nameof(SilentDays), SilentDays.Length),
            (nameof(SilencePercentile), SilencePercentile.Length),
            (nameof(ContactWithin), ContactWithin.Length),
            (nameof(LosingTouch), LosingTouch.Length),
            (nameof(Touchpoints), Touchpoints.Length),
            (nameof(FirstTouch), FirstTouch.Length),
            (nameof(LastTouch), LastTouch.Length),
        }.Where(column => column.Length > 0);
}
