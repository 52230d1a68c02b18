using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Cadences;

/// <summary>Which touchpoints satisfy a cadence. Attempts never do.</summary>
/// <remarks>
/// <para>Every list that is not empty must hold the touchpoint's own; lists are compared as sets.</para>
/// <para>Equality is by value. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<TouchpointFilter>))]
public sealed record TouchpointFilter
{
    /// <summary>
    /// The people besides the owner with whom a touch is personal at most, unless a filter says another number: in a larger crowd, such as
    /// a webinar, nobody was addressed personally.
    /// </summary>
    /// <remarks>A convention: the size of the affinity circle, that is of those one knows by name and sees a few times a year.</remarks>
    internal const int UsualMostPeople = 50;

    /// <summary>Gets the rule that every touchpoint satisfies that was more than an attempt.</summary>
    public static TouchpointFilter Any { get; } = new();

    /// <summary>
    /// Gets the rule for calls, video, meetings and other channels that deepen a tie: voice, video, in person, group event.
    /// </summary>
    public static TouchpointFilter Rich { get; } = By([.. StockChannel.All.Where(row => row.IsRich).Select(row => row.Channel)]);

    /// <summary>Gets the channels that count; all if empty.</summary>
    public ImmutableArray<Channel> Channels
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets the directions that count; all if empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A direction is not defined.</exception>
    public ImmutableArray<Direction> Directions
    {
        get;
        init => field = value.IsDefault ? [] : Defined(value, nameof(Directions));
    } = [];

    /// <summary>Gets the gestures that count; all if empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A gesture is not defined.</exception>
    public ImmutableArray<Gesture> Gestures
    {
        get;
        init => field = value.IsDefault ? [] : Defined(value, nameof(Gestures));
    } = [];

    /// <summary>Gets the facet that counts; every one, and none, if <see langword="null"/>.</summary>
    public Facet? Facet { get; init; }

    /// <summary>Gets a value indicating whether only answered touchpoints count.</summary>
    public bool MustBeAnswered { get; init; }

    /// <summary>Gets how many people besides the owner a touch may have had at most and still be personal.</summary>
    /// <value>From 1 to 1001000; the default is <see cref="UsualMostPeople"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside its range.</exception>
    public int MostPeople
    {
        get;
        init
        {
            Numerics.Guard.InRange(value, 1, 1_001_000, nameof(MostPeople));
            field = value;
        }
    } = UsualMostPeople;

    /// <summary>Returns the rule for some channels.</summary>
    /// <param name="channels">The channels.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channels"/> or one of them is <see langword="null"/>.</exception>
    public static TouchpointFilter By(params Channel[] channels)
    {
        ArgumentNullException.ThrowIfNull(channels);
        foreach (var channel in channels)
        {
            ArgumentNullException.ThrowIfNull(channel, nameof(channels));
        }

        return new TouchpointFilter { Channels = [.. channels] };
    }

    /// <summary>Determines whether a touchpoint satisfies the rule.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    public bool Holds(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return touchpoint.IsContact
            && (Channels.IsEmpty || HasChannel(touchpoint.Channel))
            && (Directions.IsEmpty || Directions.Contains(touchpoint.Direction))
            && (Gestures.IsEmpty || Gestures.Contains(touchpoint.Gesture))
            && (Facet is null || Facet.Equals(touchpoint.Facet))
            && touchpoint.GroupSize <= MostPeople
            && (!MustBeAnswered || touchpoint.Outcome == Outcome.Answered);
    }

    /// <summary>Determines whether two rules are equal; the order in lists does not matter.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(TouchpointFilter? other) =>
        other is not null
        && Channels.ToHashSet().SetEquals(other.Channels)
        && Directions.ToHashSet().SetEquals(other.Directions)
        && Gestures.ToHashSet().SetEquals(other.Gestures)
        && Equals(Facet, other.Facet)
        && MostPeople == other.MostPeople
        && MustBeAnswered == other.MustBeAnswered;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(
            Channels.Distinct().Count(), Directions.Distinct().Count(), Gestures.Distinct().Count(), Facet, MustBeAnswered, MostPeople);

    /// <summary>Returns the rule in words, such as "by voice or video".</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString()
    {
        var parts = new List<string>();
        if (!Channels.IsEmpty)
        {
            parts.Add($"by {string.Join(" or ", Channels.Select(channel => channel.Name))}");
        }

        if (!Directions.IsEmpty)
        {
            parts.Add(string.Join(" or ", Directions.Select(direction => direction.ToString().ToLower(CultureInfo.InvariantCulture))));
        }

        if (!Gestures.IsEmpty)
        {
            parts.Add($"to {string.Join(" or ", Gestures.Select(gesture => gesture.ToString().ToLower(CultureInfo.InvariantCulture)))}");
        }

        if (Facet is not null)
        {
            parts.Add($"as {Facet.Name}");
        }

        if (MustBeAnswered)
        {
            parts.Add("answered");
        }

        if (MostPeople != UsualMostPeople)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"with at most {MostPeople} people"));
        }

        return parts.Count == 0 ? "by any touch" : string.Join(", ", parts);
    }

    // A history is searched touchpoint by touchpoint; most channels are the stock ones, which are single objects.
    private bool HasChannel(Channel channel)
    {
        foreach (var known in Channels)
        {
            if (ReferenceEquals(known, channel) || known.Equals(channel))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<T> Defined<T>(ImmutableArray<T> values, string name)
        where T : struct, Enum
    {
        foreach (var value in values)
        {
            Numerics.Guard.Defined(value, name);
        }

        return values;
    }
}
