using System.Collections.Frozen;
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
