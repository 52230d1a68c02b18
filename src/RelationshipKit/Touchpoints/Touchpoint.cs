using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Numerics;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>One dated interaction between the owner and one contact or several: a message, a call, a meeting, a letter.</summary>
/// <remarks>
/// <para>
/// The identity of a touchpoint is its <see cref="Id"/> if it has one, else its <see cref="Source"/> if it has one, else its
/// content: participants, instant, channel and direction. A log holds each identity once.
/// </para>
/// <para>Equality is that of all fields, participants included. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Touchpoint>))]
public sealed record Touchpoint
{
    internal const int MostOthersPresent = 1_000_000;

    /// <summary>
    /// The most contacts that one touchpoint names. A larger meeting is a crowd, which <see cref="OthersPresent"/> counts.
    /// </summary>
    internal const int MostParticipants = 1_000;

    private const int LongestNote = 10_000;

    /// <summary>The longest a touchpoint can last, in days: a week away together is one touchpoint, a year is not.</summary>
    internal const int LongestDays = 31;

    private static readonly Duration LongestLength = Duration.FromDays(LongestDays);

    private readonly long atMicros;

    // -1 for no length: a nullable duration would take three times the memory in a log of millions.
    private readonly long lengthMicros = -1;

    /// <summary>Initializes a new instance of the <see cref="Touchpoint"/> class with one contact.</summary>
    /// <param name="contact">The contact; not <see cref="ContactId.None"/>.</param>
    /// <param name="at">When it happened; floored to whole microseconds, from 0001-01-02 to 9999-12-30 in UTC.</param>
    /// <param name="channel">By what means.</param>
    /// <param name="direction">Who reached out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="contact"/> names nobody.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="at"/> lies outside the supported time, or <paramref name="direction"/> is not a direction.
    /// </exception>
    public Touchpoint(ContactId contact, Instant at, Channel channel, Direction direction)
        : this([contact], at, channel, direction)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="Touchpoint"/> class shared by several contacts.</summary>
    /// <param name="participants">The contacts, from 1 to 1,000, each once, in any order; the owner is not among them.</param>
    /// <param name="at">When it happened; floored to whole microseconds, from 0001-01-02 to 9999-12-30 in UTC.</param>
    /// <param name="channel">By what means.</param>
    /// <param name="direction">Who reached out.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="participants"/> or <paramref name="channel"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="participants"/> is empty, has more than 1,000, names nobody, or names somebody twice.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="at"/> lies outside the supported time, or <paramref name="direction"/> is not a direction.
    /// </exception>
    public Touchpoint(IEnumerable<ContactId> participants, Instant at, Channel channel, Direction direction)
    {
        ArgumentNullException.ThrowIfNull(participants);
        Participants = [.. participants];
        At = at;
        Channel = channel;
        Direction = direction;
    }

    /// <summary>Gets the contacts who took part, in ordinal order; from 1 to 1,000, each once.</summary>
    /// <exception cref="ArgumentException">The value is empty, has more than 1,000, names nobody, or names somebody twice.</exception>
    public ImmutableArray<ContactId> Participants
    {
        get;
        init => field = Ordered(value);
    }

    /// <summary>Gets when it happened, in whole microseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside the supported time.</exception>
    public Instant At
    {
        get => SupportedTime.FromMicros(atMicros);
        init => atMicros = SupportedTime.ToMicros(value, nameof(At));
    }

    /// <summary>Gets by what means it happened.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public Channel Channel
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Channel));
            field = value;
        }
    }

    /// <summary>Gets who reached out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a direction.</exception>
    public Direction Direction
    {
        get;
        init => field = Guard.Defined(value, nameof(Direction));
    }

    /// <summary>Gets what came of it. The default is <see cref="Outcome.Delivered"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not an outcome.</exception>
    public Outcome Outcome
    {
        get;
        init => field = Guard.Defined(value, nameof(Outcome));
    }

    /// <summary>Gets what it was for. The default is <see cref="Gesture.None"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a gesture.</exception>
    public Gesture Gesture
    {
        get;
        init => field = Guard.Defined(value, nameof(Gesture));
    }

    /// <summary>Gets how long it lasted, from 0 to 31 days in whole microseconds; <see langword="null"/> if nobody noted it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or more than 31 days.</exception>
    public Duration? Length
    {
        get => lengthMicros < 0 ? null : Duration.FromNanoseconds(lengthMicros * 1_000);
        init
        {
            if (value is { } length && (length < Duration.Zero || length > LongestLength))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(Length),
                    string.Create(CultureInfo.InvariantCulture, $"The length is {length.TotalDays} days; it must be from 0 to 31 days."));
            }

            lengthMicros = value is { } checkedLength ? (long)(checkedLength.ToInt64Nanoseconds() / 1_000) : -1;
        }
    }

    /// <summary>Gets the side of the relationship it belongs to; <see langword="null"/> if nobody noted it.</summary>
    public Facet? Facet { get; init; }

    /// <summary>Gets where it was imported from; <see langword="null"/> if it was not.</summary>
    public SourceKey? Source { get; init; }

    /// <summary>Gets the id the host gave it, 1 to 256 characters; <see langword="null"/> if none.</summary>
    /// <exception cref="ArgumentException">
    /// The value is too short or too long, or has control characters, unpaired surrogates, or white space at its ends.
    /// </exception>
    public string? Id
    {
        get;
        init => field = value is null ? null : Names.Check(value, name: nameof(Id));
    }

    /// <summary>Gets the owner's note, at most 10,000 characters; <see langword="null"/> if none. The kit never reads it.</summary>
    /// <exception cref="ArgumentException">The value has more than 10,000 characters, or an unpaired surrogate.</exception>
    public string? Note
    {
        get;
        init
        {
            if (value is { Length: > LongestNote })
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture, $"The note has {value.Length} characters; it must have at most {LongestNote}."),
                    nameof(Note));
            }

            field = value is null ? null : Names.CheckPairs(value, nameof(Note));
        }
    }

    /// <summary>
    /// Gets how many participants are another id of one that is named too, as a book that knows the people says; not part of the value.
    /// </summary>
    internal int Doubles { get; init; }

    /// <summary>
    /// Gets how many people took part who are not among <see cref="Participants"/>, the owner not counted; from 0 to 1,000,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or more than 1,000,000.</exception>
    public int OthersPresent
    {
        get;
        init
        {
            Guard.InRange(value, 0, MostOthersPresent, nameof(OthersPresent));
            field = value;
        }
    }

    /// <summary>Gets how many people the owner shared it with: participants and others present; at least 1.</summary>
    public int GroupSize => Participants.Length - Doubles + OthersPresent;

    /// <summary>Gets a value indicating whether it is contact at all: everything but an attempt.</summary>
    public bool IsContact => Outcome != Outcome.Attempted && !IsAutomatic;

    /// <summary>Gets whether a machine sent it: a newsletter, an out-of-office reply, a notice.</summary>
    /// <value>The default is <see langword="false"/>. An automatic touchpoint is kept, counts nowhere and answers nothing.</value>
    public bool IsAutomatic { get; init; }

    /// <summary>Gets whether it needs no answer, so that no reply is owed for it.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool NeedsNoAnswer { get; init; }

    /// <summary>Gets when it ended: <see cref="At"/> and <see cref="Length"/>, at most the last supported instant.</summary>
    /// <remarks>A touch lasts until its end: silence and cadences count from there.</remarks>
    public Instant End => SupportedTime.FromMicros(EndMicros);

    /// <summary>Gets what identifies the touchpoint: its id, else its source and key, else its content.</summary>
    public TouchpointKey Key => new(this);

    internal long AtMicros => atMicros;

    internal long EndMicros => lengthMicros <= 0 ? atMicros : Math.Min(atMicros + lengthMicros, SupportedTime.LastMicros);

    /// <summary>Determines whether all fields of two touchpoints are equal.</summary>
    /// <param name="other">The touchpoint to compare with.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(Touchpoint? other) =>
        other is not null
        && atMicros == other.atMicros
        && lengthMicros == other.lengthMicros
        && Direction == other.Direction
        && Outcome == other.Outcome
        && Gesture == other.Gesture
        && OthersPresent == other.OthersPresent
        && IsAutomatic == other.IsAutomatic
        && NeedsNoAnswer == other.NeedsNoAnswer
        && Channel == other.Channel
        && Facet == other.Facet
        && Source == other.Source
        && Id == other.Id
        && Note == other.Note
        && Participants.AsSpan().SequenceEqual(other.Participants.AsSpan());

    /// <summary>Returns a hash code that agrees with <see cref="Equals(Touchpoint)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => HashCode.Combine(TouchpointIdentity.Comparer.GetHashCode(this), lengthMicros, OthersPresent);

    /// <summary>Returns the instant, channel and direction, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(At)} {Channel} {Direction}");

    private static ImmutableArray<ContactId> Ordered(ImmutableArray<ContactId> participants)
    {
        if (participants.IsDefaultOrEmpty || participants.Length > MostParticipants)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {(participants.IsDefault ? 0 : participants.Length)} participants; there must be from 1 to "
                        + $"{MostParticipants}; {nameof(OthersPresent)} counts the rest."),
                nameof(participants));
        }

        var ordered = participants.Length == 1 ? participants : participants.Sort();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i] == ContactId.None)
            {
                throw new ArgumentException("A participant names nobody; each must name a contact.", nameof(participants));
            }

            if (i > 0 && ordered[i] == ordered[i - 1])
            {
                throw new ArgumentException("A participant is named twice; each must be named once.", nameof(participants));
            }
        }

        return ordered;
    }
}
