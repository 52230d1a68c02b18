using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Ties;

/// <summary>Fold settings and a zone, checked and laid out for folding.</summary>
/// <remarks>
/// The decayed masses of a tie stand in one row: light by half-life, rich by half-life, outgoing, incoming, short momentum, long momentum;
/// <see cref="MassHalfLives"/> has the half-life of each. Immutable and safe to share between threads.
/// </remarks>
internal sealed class TieLayout
{
    // More than the time zone database has names.
    private const int MostZones = 1_000;

    // A plan takes as long to make as a small state to read. Keyed by reference, not by value. Only the settings
    // are held weakly: what hangs weakly on a zone, which lasts, and leads back to settings would keep them for good.
    private static readonly ConditionalWeakTable<FoldSettings, ConcurrentDictionary<DateTimeZone, TieLayout>> Known = [];

    private readonly FrozenDictionary<string, ChannelWeight> channels;
    private readonly Lazy<KindColumns> kinds;

    public TieLayout(FoldSettings settings, DateTimeZone zone)
    {
        settings.ThrowIfInvalid(nameof(settings));
        Settings = settings;
        Zone = zone;
        channels = settings.Channels.ToFrozenDictionary(row => row.Channel.Name, StringComparer.Ordinal);

        var curve = settings.Curve.HalfLifeDays;
        var balanceDays = settings.BalanceHalfLife.TotalDays;
        MassHalfLives =
            [
                .. curve, .. curve, balanceDays, balanceDays, settings.MomentumShortHalfLife.TotalDays,
                settings.MomentumLongHalfLife.TotalDays
            ];
        Rich = curve.Length;
        Outgoing = 2 * curve.Length;
        Fingerprint = FoldFingerprint.Of(settings, zone);
        kinds = new Lazy<KindColumns>(() => new KindColumns(this)); // objects need no kinds
    }

    /// <summary>Returns the plan of settings and a zone, made at the first time of asking.</summary>
    /// <exception cref="ArgumentException">The settings are invalid.</exception>
    /// <summary>What a channel weighs that the settings do not list: as much as an e-mail, and light.</summary>
    public const double UnlistedWeight = 0.3;

    public static TieLayout Of(FoldSettings settings, DateTimeZone zone)
    {
        var plans = Known.GetOrAdd(settings, static _ => new(ReferenceEqualityComparer.Instance));
        if (plans.TryGetValue(zone, out var plan))
        {
            return plan;
        }

        // Zones made again for each question would pile up under settings that last.
        if (plans.Count >= MostZones)
        {
            plans.Clear();
        }

        return plans.GetOrAdd(zone, static (zone, settings) => new TieLayout(settings, zone), settings);
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
        var row = channels.TryGetValue(channel.Name, out var listed) ? listed
            : new ChannelWeight(channel, UnlistedWeight, ChannelClass.Light);
        weight = groupSize == 1 ? row.Weight : row.Weight / Math.Sqrt(groupSize);
        return row;
    }

    /// <summary>
    /// Returns the first of a touchpoint's cells from an instant on: that of the day it is in, up to the end of the day or the touchpoint.
    /// </summary>
    /// <remarks>
    /// A touchpoint with a length has a cell for each day it lasts; begin with its own instant and go on from
    /// <see cref="TieCell.LatestMicros"/>.
    /// </remarks>
    public TieCell CellFrom(Touchpoint touchpoint, long fromMicros, long upToMicros, ref LocalDays days)
    {
        var row = RowOf(touchpoint, out var weight);
        var end = EndOf(touchpoint, upToMicros);
        var day = days.DayOf(fromMicros);

        // The next day begins at the very instant this one ends, which no two touches do: so the days are known to be one spell.
        return CellOf(
            day, row.Class, weight, touchpoint.Direction, fromMicros,
            end == fromMicros ? end : Math.Min(end, days.StartOfNext(day, fromMicros)));
    }

    /// <summary>Returns when a touchpoint ends, as far as it is known at an instant.</summary>
    public static long EndOf(Touchpoint touchpoint, long upToMicros) =>
        Math.Max(touchpoint.AtMicros, Math.Min(touchpoint.EndMicros, upToMicros));

    /// <summary>Returns the cell of a touchpoint on the day it begins, without its length.</summary>
    public TieCell CellOf(Touchpoint touchpoint, ref LocalDays days)
    {
        var row = RowOf(touchpoint, out var weight);
        return CellOf(days.DayOf(touchpoint.AtMicros), row.Class, weight, touchpoint.Direction, touchpoint.AtMicros, touchpoint.AtMicros);
    }

    private static TieCell CellOf(int day, ChannelClass @class, double weight, Direction direction, long earliest, long latest) => new(
        day,
        @class,
        weight,
        earliest,
        latest,
        direction is Direction.Outgoing or Direction.Mutual ? latest : TieCell.Never,
        direction is Direction.Incoming or Direction.Mutual ? latest : TieCell.Never);
}
