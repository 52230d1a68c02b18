using System.Globalization;
using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Ties;

/// <summary>
/// What a touchpoint is to a fold, apart from its instant and direction: its channel, its outcome and how many shared it.
/// </summary>
/// <remarks>
/// <para>A column of touchpoints stores one byte for it: the index of a row of <see cref="TouchpointKinds"/>.</para>
/// <para>Equality is that of the three. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<TouchpointKind>))]
public sealed record TouchpointKind
{
    internal const int LargestGroup = 1_000_001;

    /// <summary>Initializes a new instance of the <see cref="TouchpointKind"/> class.</summary>
    /// <param name="channel">By what means it happened.</param>
    /// <param name="outcome">What came of it; an attempt is not a contact and weighs nothing.</param>
    /// <param name="groupSize">How many people the owner shared it with; from 1 to 1,000,001.</param>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="outcome"/> is not an outcome, or <paramref name="groupSize"/> lies outside its range.
    /// </exception>
    public TouchpointKind(Channel channel, Outcome outcome = Outcome.Delivered, int groupSize = 1)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Guard.InRange(groupSize, 1, LargestGroup);
        Channel = channel;
        Outcome = Guard.Defined(outcome);
        GroupSize = groupSize;
    }

    /// <summary>Gets by what means it happened.</summary>
    public Channel Channel { get; }

    /// <summary>Gets what came of it.</summary>
    public Outcome Outcome { get; }

    /// <summary>Gets how many people the owner shared it with; at least 1.</summary>
    public int GroupSize { get; }

    /// <summary>Gets a value indicating whether it is contact at all: everything but an attempt.</summary>
    public bool IsContact => Outcome != Outcome.Attempted;

    /// <summary>Returns the channel, the outcome and the group size in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        GroupSize == 1 ? $"{Channel} {Outcome}" : string.Create(CultureInfo.InvariantCulture, $"{Channel} {Outcome} shared by {GroupSize}");
}
