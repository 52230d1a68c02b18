using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Cadences;

/// <summary>A way out when most things have lapsed: a few contacts to reach out to now, and new clocks for the others.</summary>
/// <remarks>
/// <para>A new clock counts from the day of the fresh start; no contact is pretended, so strength, rhythm and balance stay as they
/// are.</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class FreshStart
{
    private FreshStart(LocalDate date, bool isWanted, ImmutableArray<ContactId> keep, ImmutableArray<ContactId> restart)
    {
        Date = date;
        IsWanted = isWanted;
        Keep = keep;
        Restart = restart;
    }

    /// <summary>Gets the day from which new clocks count.</summary>
    [JsonIgnore]
    public LocalDate Date { get; }

    [JsonInclude, JsonPropertyName("date")]
    internal string DateText => IsoTexts.Of(Date);

    /// <summary>
    /// Gets a value indicating whether more than half of the contacts of whom something is asked have lapsed or are dormant.
    /// </summary>
    [JsonPropertyName("isWanted")]
    public bool IsWanted { get; }

    /// <summary>Gets the lapsed and dormant contacts to keep, the first ones first.</summary>
    [JsonPropertyName("keep")]
    public ImmutableArray<ContactId> Keep { get; }

    /// <summary>Gets the lapsed and dormant contacts whose clocks start again, in order of id.</summary>
    [JsonPropertyName("restart")]
    public ImmutableArray<ContactId> Restart { get; }

    /// <summary>Proposes a fresh start.</summary>
    /// <param name="resolutions">
    /// How the contacts stand, each with how much the tie is worth keeping up, such as its expected contacts; larger is kept first.
    /// </param>
    /// <param name="mostKept">How many to keep at most, from 0 to 1,000.</param>
    /// <param name="date">The day from which new clocks count.</param>
    /// <returns>The proposal; contacts worth the same are kept in order of id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="resolutions"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A worth is not a number, or the date is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number or the date lies outside its range.</exception>
    internal static FreshStart Propose(IEnumerable<(CadenceResolution Resolution, double Worth)> resolutions, int mostKept, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(resolutions);
        Guard.InRange(mostKept, 0, 1_000);
        CadenceDates.Check(date);
        var asked = resolutions.Where(row => row.Resolution.State != CadenceState.Unknown).ToArray();
        if (asked.Any(row => double.IsNaN(row.Worth)))
        {
            throw new ArgumentException("A worth is NaN; each must be a number.", nameof(resolutions));
        }

        var late = asked.Where(row => row.Resolution.State is CadenceState.Lapsed or CadenceState.Dormant).ToArray();
        var ranked = late.OrderByDescending(row => row.Worth).ThenBy(
            row => row.Resolution.Contact).Select(row => row.Resolution.Contact).Distinct().ToArray();
        return new FreshStart(date, late.Length * 2 > asked.Length, [.. ranked.Take(mostKept)], [.. ranked.Skip(mostKept).Order()]);
    }

    /// <summary>Applies the proposal to a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The plan with new clocks; the contacts to keep stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    internal CadenceRules ApplyTo(CadenceRules plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Restart.Aggregate(plan, (changed, contact) => changed.WithFreshStart(contact, Date));
    }

    /// <summary>Returns the counts, which are not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Keep.Length} to keep, {Restart.Length} to start again");
}
