using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Ties;

/// <summary>Fold settings and a zone, checked and laid out for folding.</summary>
/// <remarks>
/// The decayed masses of a tie stand in one row: light by half-life, rich by half-life, outgoing, incoming, short momentum, long momentum;
/// <see cref="MassHalfLives"/> has the half-life of each. Immutable and safe to share between threads.
/// </remarks>
internal sealed class FoldPlan
{
    // More than the time zone database has names.
    private const int MostZones = 1_000;

    // A plan takes as long to make as a small state to read. By reference, so that a changed copy of settings is nobody's double. Only the settings
    // are held weakly: what hangs weakly on a zone, which lasts, and leads back to settings would keep them for good.
    private static readonly ConditionalWeakTable<FoldSettings, ConcurrentDictionary<DateTimeZone, FoldPlan>> Known = [];

    private readonly FrozenDictionary<string, ChannelWeight> channels;
    private readonly Lazy<KindColumns> kinds;

    public FoldPlan(FoldSettings settings, DateTimeZone zone)
    {
        settings.ThrowIfInvalid(nameof(settings));
        Settings = settings;
        Zone = zone;
        channels = settings.Channels.ToFrozenDictionary(row => row.Channel.Name, StringComparer.Ordinal);

        var curve = settings.Curve.HalfLifeDays;
        var balanceDays = settings.BalanceHalfLife.TotalDays;
        MassHalfLives =
            [.. curve, .. curve, balanceDays, balanceDays, settings.MomentumShortHalfLife.TotalDays, settings.MomentumLongHalfLife.TotalDays];
        Rich = curve.Length;
        Outgoing = 2 * curve.Length;
        Fingerprint = FoldFingerprint.Of(settings, zone);
        kinds = new Lazy<KindColumns>(() => new KindColumns(this)); // objects need no kinds
    }

    /// <summary>Returns the plan of settings and a zone, made at the first time of asking.</summary>
    /// <exception cref="ArgumentException">The settings are invalid.</exception>
    public static FoldPlan Of(FoldSettings settings, DateTimeZone zone)
    {
        var plans = Known.GetOrAdd(settings, static _ => new(ReferenceEqualityComparer.Instance));
        if (plans.TryGetValue(zone, out var plan))
        {
            return plan;
        }

        // Zones made anew for every question would pile up under settings that last.
        if (plans.Count >= MostZones)
        {
            plans.Clear();
        }

        return plans.GetOrAdd(zone, static (zone, settings) => new FoldPlan(settings, zone), settings);
    }

    public FoldSettings Settings { get; }

    public DateTimeZone Zone { get; }

    public FoldFingerprint Fingerprint { get; }

    public double[] MassHalfLives { get; }

    /// <summary>Gets what the fold sees of each kind of touchpoint in columns.</summary>
    public KindColumns Kinds => kinds.Value;

    public int Rich { get; }

    public int Outgoing { get; }

    public int Incoming => Outgoing + 1;

    public int ShortMomentum => Outgoing + 2;

    public int LongMomentum => Outgoing + 3;

    /// <summary>Returns the weight and class of a touchpoint.</summary>
    public ChannelWeight RowOf(Touchpoint touchpoint, out double weight) => RowOf(touchpoint.Channel, touchpoint.GroupSize, out weight);

    /// <summary>Returns the weight and class of a touchpoint; shared by n people it weighs 1/sqrt(n) of its channel's weight.</summary>
    public ChannelWeight RowOf(Channel channel, int groupSize, out double weight)
    {
        if (!channels.TryGetValue(channel.Name, out var row))
        {
            throw new ArgumentException(
                $"The channel '{channel.Name}' is not among the {channels.Count} of the fold settings; add it with {nameof(FoldSettings)}.{nameof(FoldSettings.WithChannel)}.",
                nameof(channel));
        }

        weight = groupSize == 1 ? row.Weight : row.Weight / Math.Sqrt(groupSize);
        return row;
    }

    /// <summary>Returns the cell that one touchpoint makes.</summary>
    public TieCell CellOf(Touchpoint touchpoint, ref LocalDays days)
    {
        var row = RowOf(touchpoint, out var weight);
        var at = touchpoint.AtMicros;
        return new TieCell(
            days.DayOf(at),
            row.Class,
            weight,
            at,
            at,
            touchpoint.Direction is Direction.Outgoing or Direction.Mutual ? at : TieCell.Never,
            touchpoint.Direction is Direction.Incoming or Direction.Mutual ? at : TieCell.Never);
    }
}
