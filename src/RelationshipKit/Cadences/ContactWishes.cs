using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>What a contact asked for. It beats every reminder.</summary>
/// <remarks>Equality is by value, lists as sets. Instances are immutable and safe to share between threads.</remarks>
[JsonConverter(typeof(ValueJsonConverter<ContactWishes>))]
public sealed record ContactWishes
{
    /// <summary>Gets the wishes of somebody who has none.</summary>
    public static ContactWishes None { get; } = new();

    /// <summary>Gets how far apart the owner's touches and attempts must at least be; <see langword="null"/> for no wish.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not made of whole days, weeks, months and years from P1D to P100Y.</exception>
    public Period? AtMostEvery
    {
        get;
        init => field = value is null ? null : CadenceDates.CheckPeriod(value, nameof(AtMostEvery)).Normalize();
    }

    /// <summary>Gets the days of the week on which the contact wants no touch; not all seven.</summary>
    /// <exception cref="ArgumentException">They are all seven.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is not a day of the week.</exception>
    public ImmutableArray<IsoDayOfWeek> NotOn
    {
        get;
        init => field = value.IsDefaultOrEmpty ? [] : WeekDays.SomeNotAll(value, nameof(NotOn)).Days;
    } = [];

    /// <summary>Gets the facets the contact does not want to be approached about, such as work.</summary>
    public ImmutableArray<Facet> NotAbout
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets the channels by which they do not want to be reached; none by default.</summary>
    /// <exception cref="ArgumentNullException">A channel is <see langword="null"/>.</exception>
    public ImmutableArray<Channel> NeverBy
    {
        get;
        init
        {
            foreach (var channel in value.IsDefault ? [] : value)
            {
                ArgumentNullException.ThrowIfNull(channel, nameof(NeverBy));
            }

            field = value.IsDefault ? [] : value;
        }
    } = [];

    /// <summary>Gets a value indicating whether the contact wants no touches at all.</summary>
    public bool NoContact { get; init; }

    /// <summary>Returns whether words name no facet that the contact does not want to be approached about.</summary>
    internal bool Allow(string? words) => words is null || !NotAbout.Any(facet => Names(words, facet.Name));

    /// <summary>Returns whether a facet is one that the contact does not want to be approached about.</summary>
    internal bool IsUnwanted(Facet? facet) => facet is { } about && NotAbout.Contains(about);

    /// <summary>Determines whether two contacts wish the same.</summary>
    /// <param name="other">The wishes to compare with.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(ContactWishes? other) =>
        other is not null
        && Equals(AtMostEvery, other.AtMostEvery)
        && NotOn.AsSpan().SequenceEqual(other.NotOn.AsSpan())
        && NotAbout.ToHashSet().SetEquals(other.NotAbout)
        && NeverBy.ToHashSet().SetEquals(other.NeverBy)
        && NoContact == other.NoContact;

    // As a word of its own: "work" is not in "network".
    private static bool Names(string words, string name)
    {
        for (var at = words.IndexOf(
            name, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (end == words.Length || !char.IsLetterOrDigit(words[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(AtMostEvery, NotOn.Length, NotAbout.Distinct().Count(), NeverBy.Distinct().Count(), NoContact);

    /// <summary>Returns the wishes in words.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString()
    {
        string[] wishes =
        [
            .. NoContact ? (string[])["no contact"] : [],
            .. AtMostEvery is { } period ? (string[])[$"at most {PeriodText.Every(period)}"] : [],
            .. NotOn.IsEmpty ? (string[])[] : [$"not on {string.Join(" and ", NotOn)}"],
            .. NotAbout.IsEmpty ? (string[])[] : [$"not about {string.Join(" and ", NotAbout.Select(facet => facet.Name))}"],
            .. NeverBy.IsEmpty ? (string[])[] : [$"never by {string.Join(" or ", NeverBy.Select(channel => channel.Name))}"],
        ];
        return wishes.Length == 0 ? "no wishes" : string.Join(", ", wishes);
    }
}
