using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Ties;

/// <summary>What one touchpoint through a channel counts for.</summary>
/// <remarks>
/// <para>
/// The stock weights are a convention, not evidence: they follow the order of media-richness theory (Daft and Lengel 1986),
/// from meeting face to face down to a reaction. Fit or replace them where there is something to fit to.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record ChannelWeight
{
    /// <summary>Initializes a new instance of the <see cref="ChannelWeight"/> class.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="weight">What a touchpoint with one person counts for; more than 0, at most 1 (a meeting in person).</param>
    /// <param name="class">Whether the channel is light or rich.</param>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="weight"/> is NaN or outside (0, 1], or <paramref name="class"/> is not a class.
    /// </exception>
    public ChannelWeight(Channel channel, double weight, ChannelClass @class)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Guard.Positive(weight, 1);
        Channel = channel;
        Weight = weight;
        Class = Guard.Defined(@class, nameof(@class)); // the expression alone would say "@class"
    }

    /// <summary>Gets the channel.</summary>
    public Channel Channel { get; }

    /// <summary>Gets what a touchpoint with one person counts for, in (0, 1].</summary>
    public double Weight { get; }

    /// <summary>Gets whether the channel is light or rich.</summary>
    public ChannelClass Class { get; }

    /// <summary>Returns the channel, weight and class in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Channel} {Weight:R} {(Class == ChannelClass.Rich ? "rich" : "light")}");
}
