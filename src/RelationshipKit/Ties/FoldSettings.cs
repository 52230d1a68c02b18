using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Ties;

/// <summary>How touchpoints are folded into the state of a tie: what they weigh and how they fade.</summary>
/// <remarks>
/// <para>
/// These settings, with the owner's zone, decide what a stored <see cref="TieState"/> holds; a state made under others is refused.
/// What only reads a state is in the score settings.
/// </para>
/// <para>
/// Problems are named together, in one exception, where the settings are used: when a scorer is made, when a state is folded or read.
/// </para>
/// <para>Equality is by value. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record FoldSettings
{
    // In the order in which they were added to the kit, so that the bytes of kinds keep their meaning.
    private static readonly ImmutableArray<ChannelWeight> StockChannels =
    [
        .. StockChannel.All.Select(row => new ChannelWeight(row.Channel, row.Weight, row.IsRich ? ChannelClass.Rich : ChannelClass.Light)),
    ];

    private readonly TouchpointKinds? ownKinds;

    // A changed copy takes this along and must not believe it when the channels are others.
    private DerivedKinds? derivedKinds;

    /// <summary>Gets the settings used when none are given.</summary>
    public static FoldSettings Default { get; } = new();

    /// <summary>Gets how what a touchpoint counts for fades with its age. The default is <see cref="DecayCurve.PowerLaw"/>.</summary>
    public DecayCurve Curve { get; init; } = DecayCurve.PowerLaw;

    /// <summary>Gets what a touchpoint through each channel weighs, by channel name; a channel not listed cannot be folded.</summary>
    /// <value>
    /// Stock: in person 1, video .8, voice .7, group event .5 (rich); letter .5, voice message .5, message .4, e-mail .3, social .1
    /// (light). The order follows media-richness theory (Daft and Lengel 1986); the figures are a convention.
    /// </value>
    public ImmutableArray<ChannelWeight> Channels { get; init; } = StockChannels;

    /// <summary>Gets the kinds of touchpoint that the bytes of a column name. The default is made from <see cref="Channels"/>.</summary>
    /// <value>
    /// By default each channel has rows for what was delivered to one person, for what was attempted, and for what several people shared:
    /// the first 8 channels up to 20 people, the next 6 up to 7, and 20 more none. A channel that is added at the end adds rows at the end,
    /// so that bytes stored before keep their meaning; <see cref="TouchpointKinds.Continues"/> checks it. A table of your own must name
    /// channels of <see cref="Channels"/> only. Stored states hold no kinds, so that changing the table leaves them as they are.
    /// </value>
    /// <exception cref="ArgumentException">The channels are invalid or more than 34, and no table of your own is given.</exception>
    public TouchpointKinds Kinds
    {
        get => ownKinds ?? KindsOfChannels();
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Kinds));
            ownKinds = value;
        }
    }

    /// <summary>Gets the half-life with which a direction-day stops counting in the balance.</summary>
    /// <value>
    /// From an hour to 36,525 days. The default is 180 days: a convention, long enough to see half-yearly contact and short enough that a
    /// lopsided past heals.
    /// </value>
    public Duration BalanceHalfLife { get; init; } = Duration.FromDays(180);

    /// <summary>Gets the shorter half-life that momentum compares.</summary>
    /// <value>From an hour to 36,525 days and less than <see cref="MomentumLongHalfLife"/>. The default is 14 days: a convention.</value>
    public Duration MomentumShortHalfLife { get; init; } = Duration.FromDays(14);

    /// <summary>Gets the longer half-life that momentum compares.</summary>
    /// <value>From an hour to 36,525 days and more than <see cref="MomentumShortHalfLife"/>. The default is 90 days: a convention.</value>
    public Duration MomentumLongHalfLife { get; init; } = Duration.FromDays(90);

    /// <summary>Returns settings in which a channel, stock or the host's own, weighs what is given.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="weight">What a touchpoint with one person counts for; more than 0, at most 1.</param>
    /// <param name="class">Whether the channel is light or rich.</param>
    /// <returns>The new settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="weight"/> is NaN or outside (0, 1], or <paramref name="class"/> is not a class.
    /// </exception>
    public FoldSettings WithChannel(Channel channel, double weight, ChannelClass @class)
    {
        var added = new ChannelWeight(channel, weight, @class);
        for (var i = 0; i < Channels.Length; i++)
        {
            if (Channels[i].Channel == channel)
            {
                return this with { Channels = Channels.SetItem(i, added) };
            }
        }

        // At the end, so that the kinds before it keep their bytes.
        return this with { Channels = Channels.Add(added) };
    }

    /// <summary>Determines whether all settings of two instances are equal.</summary>
    /// <param name="other">The settings to compare with.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(FoldSettings? other) =>
        other is not null
        && Equals(Curve, other.Curve)
        && Channels.AsSpan().SequenceEqual(other.Channels.AsSpan())
        && Equals(ownKinds, other.ownKinds)
        && BalanceHalfLife == other.BalanceHalfLife
        && MomentumShortHalfLife == other.MomentumShortHalfLife
        && MomentumLongHalfLife == other.MomentumLongHalfLife;

    /// <summary>Returns a hash code that agrees with <see cref="Equals(FoldSettings)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() =>
        HashCode.Combine(Curve, Channels.IsDefault ? 0 : Channels.Length, BalanceHalfLife, MomentumShortHalfLife, MomentumLongHalfLife);

    /// <summary>Returns the curve, the number of channels and the half-lives in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Curve}, {(Channels.IsDefault ? 0 : Channels.Length)} channels, balance {BalanceHalfLife.TotalDays} days, momentum "
                + $"{MomentumShortHalfLife.TotalDays} against {MomentumLongHalfLife.TotalDays} days");

    /// <summary>Throws one exception that names everything that is wrong.</summary>
    internal void ThrowIfInvalid(string paramName)
    {
        List<string> problems = [];
        if (Curve is null)
        {
            problems.Add($"{nameof(Curve)} is null; it must be a curve.");
        }

        AddChannelProblems(problems);
        AddHalfLifeProblem(problems, nameof(BalanceHalfLife), BalanceHalfLife);
        AddHalfLifeProblem(problems, nameof(MomentumShortHalfLife), MomentumShortHalfLife);
        AddHalfLifeProblem(problems, nameof(MomentumLongHalfLife), MomentumLongHalfLife);
        if (MomentumShortHalfLife >= MomentumLongHalfLife)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(MomentumShortHalfLife)} is {MomentumShortHalfLife.TotalDays} days; it must be less than "
                    + $"{nameof(MomentumLongHalfLife)}, {MomentumLongHalfLife.TotalDays} days."));
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The fold settings are invalid: {string.Join(" ", problems)}", paramName);
        }
    }

    private static void AddHalfLifeProblem(List<string> problems, string name, Duration halfLife)
    {
        if (halfLife < Duration.FromHours(1) || halfLife > Duration.FromDays(36_525))
        {
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture, $"{name} is {halfLife.TotalDays} days; it must be from an hour to 36525 days."));
        }
    }

    private void AddChannelProblems(List<string> problems)
    {
        if (Channels.IsDefaultOrEmpty || Channels.Contains(null!))
        {
            problems.Add($"{nameof(Channels)} is empty or has a null row; it must have at least 1 row.");
            return;
        }

        foreach (var twice in Channels.GroupBy(row => row.Channel.Name).Where(rows => rows.Count() > 1))
        {
            problems.Add($"{nameof(Channels)} has {twice.Count()} rows for '{twice.Key}'; it must have 1.");
        }

        var channels = Channels.Select(row => row.Channel).ToHashSet();
        foreach (var unknown in (ownKinds ?? Enumerable.Empty<TouchpointKind>()).Select(row => row.Channel).Distinct().Where(
            channel => !channels.Contains(channel)))
        {
            problems.Add(
                $"{nameof(Kinds)} has a row for '{unknown}', which is not among {nameof(Channels)}; it must have rows for those only.");
        }
    }

    private TouchpointKinds KindsOfChannels()
    {
        if (derivedKinds is not { } known || known.Channels != Channels)
        {
            ThrowIfInvalid(nameof(Channels));
            derivedKinds = known = new DerivedKinds(Channels, TouchpointKinds.Of(Channels));
        }

        return known.Kinds;
    }

    private sealed record DerivedKinds(ImmutableArray<ChannelWeight> Channels, TouchpointKinds Kinds);
}
