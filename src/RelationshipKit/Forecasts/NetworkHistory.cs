using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>
/// Past forecasts of many owners' ties and what became of them, counted: what a <see cref="NetworkEffect"/> is fitted to.
/// </summary>
/// <remarks>
/// <para>
/// Every outcome is one more in a cell of rounded features; a history names nobody and holds no dates but those at which forecasts were
/// made. Histories of disjoint sets of ties add, in any order, to the history of all, to the bit: each owner may count their own, and only
/// counts leave them.
/// </para>
/// <para>Not safe for several threads at once; each may have its own.</para>
/// </remarks>
public sealed partial class NetworkHistory
{
    private readonly Dictionary<NetworkFeatures, (long Ties, long InTouch, long Present)> cells = [];
    private readonly HashSet<Instant> windows = [];
    private Duration? horizon;

    /// <summary>Gets the number of outcomes.</summary>
    public long Outcomes { get; private set; }

    internal int Windows => windows.Count;

    internal Duration? Horizon => horizon;

    internal IEnumerable<(NetworkFeatures Features, long Ties, long InTouch, long Present)> Cells =>
        cells.OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value.Ties, cell.Value.InTouch, cell.Value.Present));

    /// <summary>Adds what became of a forecast of the past.</summary>
    /// <param name="forecast">
    /// The forecast of the tie alone, made of nothing later than its instant; of one without contact nothing is added.
    /// </param>
    /// <param name="horizon">How far it looked, more than zero; the same for all outcomes of a history.</param>
    /// <param name="silentElsewhereDays">
    /// How long the two had been silent towards everybody else, the mean of both in days: 0 or more, or infinity if one of them had nobody
    /// else.
    /// </param>
    /// <param name="commonContacts">How many contacts the two had in common, ever; 0 or more.</param>
    /// <param name="recentCommonContacts">
    /// With how many of those both had been in touch within 90 days; from 0 to <paramref name="commonContacts"/>.
    /// </param>
    /// <param name="contactsOfEither">
    /// How many others at least one of them had been in touch with; <paramref name="commonContacts"/> or more.
    /// </param>
    /// <param name="wasInTouch">
    /// Whether there was contact within the horizon; <see langword="null"/> for a forecast of the present, whose horizon is not over. Those
    /// set the level: all forecasts of the present together expect as much contact as before.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="horizon"/> is not that of the outcomes before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public void Add(
        Forecast forecast, Duration horizon, double silentElsewhereDays, int commonContacts, int recentCommonContacts,
        int contactsOfEither, bool? wasInTouch)
    {
        NetworkEffect.Check(horizon, silentElsewhereDays, commonContacts, recentCommonContacts, contactsOfEither);
        if (forecast.ContactWithin(horizon) is not { } chance)
        {
            return;
        }

        TakeHorizon(horizon, nameof(horizon));
        Span<double> features = stackalloc double[NetworkFeatures.Count];
        NetworkFeatures.Fill(features, silentElsewhereDays, commonContacts, recentCommonContacts, contactsOfEither, forecast);
        var cell = NetworkFeatures.Of(-Elementary.Log1P(-chance), features);
        if (wasInTouch is { } became)
        {
            windows.Add(forecast.AsOf);
            Add(cell, 1, became ? 1 : 0, 0);
        }
        else
        {
            Add(cell, 0, 0, 1);
        }
    }

    /// <summary>Adds the outcomes of another history that shares none with this one.</summary>
    /// <param name="other">The other history.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The two are of different horizons.</exception>
    public void Add(NetworkHistory other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.horizon is { } its)
        {
            TakeHorizon(its, nameof(other));
        }

        foreach (var (features, (ties, inTouch, present)) in other.cells.ToArray())
        {
            Add(features, ties, inTouch, present);
        }

        windows.UnionWith(other.windows);
    }

    /// <summary>Returns the number of outcomes in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcomes} outcomes of {windows.Count} windows");

    private void TakeHorizon(Duration its, string paramName)
    {
        if (horizon is { } own && own != its)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The horizon is {its.TotalDays} days; it must be that of the outcomes before, {own.TotalDays}."),
                paramName);
        }

        horizon = its;
    }

    private void Add(NetworkFeatures features, long ties, long inTouch, long present)
    {
        var before = cells.GetValueOrDefault(features);
        cells[features] = (before.Ties + ties, before.InTouch + inTouch, before.Present + present);
        Outcomes += ties;
    }
}
