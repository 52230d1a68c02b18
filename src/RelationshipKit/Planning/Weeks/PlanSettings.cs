using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Weeks;

/// <summary>
/// How much time there is in a week, on which days, what a touch through each channel takes, and how mixed a week should be.
/// </summary>
/// <remarks>One exception names all problems, where the settings are used. Equality is by value; instances are immutable.</remarks>
[JsonConverter(typeof(ValueJsonConverter<PlanSettings>))]
public sealed record PlanSettings
{
    private static readonly ImmutableSortedDictionary<string, int> StockMinutes =
        StockChannel.All.Where(row => row.Minutes is not null)
            .ToImmutableSortedDictionary(row => row.Name, row => row.Minutes!.Value, StringComparer.Ordinal);

    // What the owner did not say follows from the minutes of the week.
    private readonly int? ownMinutesPerDay;
    private readonly int? ownMostPerDay;
    private readonly int? ownDormantPlaces;
    private readonly int? ownMostPerCircle;
    private readonly int? ownMostPerFacet;

    /// <summary>Gets the settings used when none are given.</summary>
    public static PlanSettings Default { get; } = new();

    /// <summary>Gets the minutes of the week.</summary>
    /// <value>From 0 to 10,080. The default is 90, a convention: a little time every week.</value>
    public int MinutesPerWeek { get; init; } = 90;

    /// <summary>Gets the most minutes of a day; dates are kept beside them.</summary>
    /// <value>From 0 to 1,440. The default is 45 or half of the week's if that is more, a convention: room for one meeting.</value>
    public int MinutesPerDay
    {
        get => ownMinutesPerDay ?? Math.Max(45, MinutesPerWeek / 2);
        init => ownMinutesPerDay = value;
    }

    /// <summary>Gets the most touches of a day; dates are kept beside them.</summary>
    /// <value>From 1 to 1,000. The default is 2 or one for each 25 minutes of the week if that is more, a convention.</value>
    public int MostPerDay
    {
        get => ownMostPerDay ?? Math.Max(2, (MinutesPerWeek + 24) / 25);
        init => ownMostPerDay = value;
    }

    /// <summary>Gets the days of the week on which touches are planned, at least one. The default is Monday to Friday.</summary>
    public ImmutableArray<IsoDayOfWeek> WorkingDays { get; init; } =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>
    /// Gets the days of the week for the contacts of a facet, by its name, instead of <see cref="WorkingDays"/>; such as Sunday for the
    /// family. A contact with several such facets has the days of each.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ImmutableSortedDictionary<string, ImmutableArray<IsoDayOfWeek>> DaysOfFacet
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(DaysOfFacet));
    } = ImmutableSortedDictionary<string, ImmutableArray<IsoDayOfWeek>>.Empty;

    /// <summary>
    /// Gets the minutes of a touch by the name of its channel, each from 1 to 1,440; a channel without minutes is never proposed.
    /// </summary>
    /// <value>Stock, a convention: social and message 5, e-mail 10, letter and voice 20, video 30, in person 45.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ImmutableSortedDictionary<string, int> ChannelMinutes
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(ChannelMinutes));
    } = StockMinutes;

    /// <summary>Gets the most dormant ties to revive in a week.</summary>
    /// <value>
    /// From 0 to 1,000. The default is 1 or one for each 5 minutes of the week if that is more, which leaves the choice to what a touch
    /// gains.
    /// </value>
    public int DormantPlaces
    {
        get => ownDormantPlaces ?? Math.Min(1_000, Math.Max(1, MinutesPerWeek / 5));
        init => ownDormantPlaces = value;
    }

    /// <summary>Gets the most people of one circle in a week, told by its name; those without a circle are not counted.</summary>
    /// <value>From 1 to 1,000. The default is 6 or one for each 5 minutes of the week if that is more.</value>
    public int MostPerCircle
    {
        get => ownMostPerCircle ?? Math.Min(1_000, Math.Max(6, MinutesPerWeek / 5));
        init => ownMostPerCircle = value;
    }

    /// <summary>Gets the most people of one facet in a week; who has several counts in each.</summary>
    /// <value>From 1 to 1,000. The default is 6 or one for each 5 minutes of the week if that is more.</value>
    public int MostPerFacet
    {
        get => ownMostPerFacet ?? Math.Min(1_000, Math.Max(6, MinutesPerWeek / 5));
        init => ownMostPerFacet = value;
    }

    /// <summary>Gets a value indicating whether to begin with the smallest steps, for people who find reaching out hard.</summary>
    public bool IsGentle { get; init; }

    /// <summary>Returns settings in which the contacts of a facet have days of their own.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="days">The days, at least one.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public PlanSettings WithDays(Facet facet, params IsoDayOfWeek[] days)
    {
        ArgumentNullException.ThrowIfNull(facet);
        ArgumentNullException.ThrowIfNull(days);
        return this with { DaysOfFacet = DaysOfFacet.SetItem(facet.Name, [.. days]) };
    }

    /// <summary>Returns settings in which a touch through a channel takes some minutes.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="minutes">From 1 to 1,440.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    public PlanSettings WithMinutes(Channel channel, int minutes)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return this with { ChannelMinutes = ChannelMinutes.SetItem(channel.Name, minutes) };
    }

    /// <summary>Returns settings in which a channel is never proposed.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    public PlanSettings Without(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return this with { ChannelMinutes = ChannelMinutes.Remove(channel.Name) };
    }

    /// <summary>Determines whether all settings of two instances are equal, days as a set.</summary>
    /// <param name="other">The settings to compare with.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(PlanSettings? other) =>
        other is not null
        && (MinutesPerWeek, MinutesPerDay, MostPerDay) == (other.MinutesPerWeek, other.MinutesPerDay, other.MostPerDay)
        && (DormantPlaces, MostPerCircle, MostPerFacet, IsGentle)
            == (other.DormantPlaces, other.MostPerCircle, other.MostPerFacet, other.IsGentle)
        && DaysOf(this).SetEquals(DaysOf(other))
        && DaysOfFacet.Count == other.DaysOfFacet.Count
        && DaysOfFacet.All(row => other.DaysOfFacet.TryGetValue(row.Key, out var days) && row.Value.ToHashSet().SetEquals(days))
        && ChannelMinutes.SequenceEqual(other.ChannelMinutes);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(MinutesPerWeek, MinutesPerDay, MostPerDay, DormantPlaces, MostPerCircle, MostPerFacet, IsGentle);

    /// <summary>Returns the budgets in words.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{MinutesPerWeek} minutes a week, {MinutesPerDay} and {MostPerDay} touches a day{(IsGentle ? ", gentle" : "")}");

    internal void ThrowIfInvalid(string paramName)
    {
        var problems = new List<string>();
        Check(nameof(MinutesPerWeek), MinutesPerWeek, 0, 10_080);
        Check(nameof(MinutesPerDay), MinutesPerDay, 0, 1_440);
        Check(nameof(MostPerDay), MostPerDay, 1, 1_000);
        Check(nameof(DormantPlaces), DormantPlaces, 0, 1_000);
        Check(nameof(MostPerCircle), MostPerCircle, 1, 1_000);
        Check(nameof(MostPerFacet), MostPerFacet, 1, 1_000);
        if (WorkingDays.IsDefaultOrEmpty || WorkingDays.Any(day => day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday))
        {
            problems.Add("WorkingDays is empty or has a day that is none; it must have at least 1 day from Monday to Sunday.");
        }

        foreach (var (facet, days) in DaysOfFacet)
        {
            if (days.IsDefaultOrEmpty || days.Any(day => day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday))
            {
                problems.Add(
                    $"The days of '{facet}' are none or have one that is none; they must be at least 1 day from Monday to Sunday.");
            }
        }

        foreach (var (channel, minutes) in ChannelMinutes)
        {
            Check($"The minutes of '{channel}'", minutes, 1, 1_440);
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), paramName);
        }

        void Check(string name, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {least} to {most}."));
            }
        }
    }

    private static HashSet<IsoDayOfWeek> DaysOf(PlanSettings settings) => settings.WorkingDays.IsDefault ? [] : [.. settings.WorkingDays];
}
