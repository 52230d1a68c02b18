using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace RelationshipKit.Ties;

/// <summary>The kinds of touchpoint that one byte can name: at most 256 rows of channel, outcome and group size.</summary>
/// <remarks>
/// <para>
/// Columns of touchpoints hold, for each, the index of its row. What a row weighs, and whether it is light or rich, is said by the channels
/// of the same <see cref="FoldSettings"/>, in one place for columns and objects alike.
/// </para>
/// <para>
/// Kinds that fold alike may stand for each other: an answered touchpoint for a delivered one, an attempt for one in any group. A row of
/// the very outcome and group size goes first.
/// </para>
/// <para>Equality is that of the rows in order. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class TouchpointKinds : IReadOnlyList<TouchpointKind>, IEquatable<TouchpointKinds>
{
    /// <summary>The most rows there can be: as many as a byte can name.</summary>
    public const int MaxRows = 256;

    private readonly ImmutableArray<TouchpointKind> rows;
    private readonly FrozenDictionary<TouchpointKind, byte> exact;
    private readonly FrozenDictionary<TouchpointKind, byte> alike;

    /// <summary>Initializes a new instance of the <see cref="TouchpointKinds"/> class.</summary>
    /// <param name="rows">From 1 to 256 rows, each once, in the order of their bytes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are too few or too many rows, one is null, or one is given twice.</exception>
    public TouchpointKinds(IEnumerable<TouchpointKind> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = [.. rows];
        if (this.rows.Length is < 1 or > MaxRows)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {this.rows.Length} kinds; there must be from 1 to {MaxRows}, as many as a byte can name."),
                nameof(rows));
        }

        var (known, standIns) = (new Dictionary<TouchpointKind, byte>(), new Dictionary<TouchpointKind, byte>());
        for (var i = 0; i < this.rows.Length; i++)
        {
            if (this.rows[i] is not { } row)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Kind {i} is null; each must be a kind."), nameof(rows));
            }

            if (!known.TryAdd(row, (byte)i))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Kinds {known[row]} and {i} are both '{row}'; each must be given once."), nameof(rows));
            }

            standIns.TryAdd(Folded(row), (byte)i);
        }

        exact = known.ToFrozenDictionary();
        alike = standIns.ToFrozenDictionary();
    }

    /// <summary>Gets the number of rows.</summary>
    public int Count => rows.Length;

    /// <summary>Gets a row.</summary>
    /// <param name="index">The byte that names it; less than <see cref="Count"/>.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> names no row.</exception>
    public TouchpointKind this[int index] => rows[index];

    /// <summary>Returns the byte that names the kind of a touchpoint.</summary>
    /// <param name="touchpoint">The touchpoint.</param>
    /// <returns>The index of its row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No row stands for it.</exception>
    public byte IndexOf(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        return IndexOf(new TouchpointKind(touchpoint.Channel, touchpoint.Outcome, touchpoint.GroupSize));
    }

    /// <summary>Returns the byte that names a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The index of its row.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No row stands for it.</exception>
    public byte IndexOf(TouchpointKind kind) =>
        TryIndexOf(kind, out var index)
            ? index
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{kind}' has no row among the {Count} kinds; give {nameof(FoldSettings)}.{nameof(FoldSettings.Kinds)} one."),
                nameof(kind));

    /// <summary>Returns the byte that names a kind, if there is one.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="index">The index of its row, if it has one.</param>
    /// <returns><see langword="true"/> if it has.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is <see langword="null"/>.</exception>
    public bool TryIndexOf(TouchpointKind kind, out byte index)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return exact.TryGetValue(kind, out index) || alike.TryGetValue(Folded(kind), out index);
    }

    /// <summary>Determines whether two tables have the same rows in the same order.</summary>
    /// <param name="other">The table to compare with.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(TouchpointKinds? other) => other is not null && rows.AsSpan().SequenceEqual(other.rows.AsSpan());

    /// <summary>Determines whether an object is a table of the same rows in the same order.</summary>
    /// <param name="obj">The object to compare with.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public override bool Equals(object? obj) => Equals(obj as TouchpointKinds);

    /// <summary>Returns a hash code that agrees with <see cref="Equals(TouchpointKinds)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => HashCode.Combine(rows.Length, rows[0], rows[^1]);

    /// <summary>Returns an enumerator over the rows.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<TouchpointKind> GetEnumerator() => rows.AsEnumerable().GetEnumerator();

    /// <summary>Returns the number of rows in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} kinds");

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the rows that settings have by default.</summary>
    /// <remarks>
    /// All channels delivered to one person come first, in order, then all of them attempted. Then come those shared by 2, by 3 and so on,
    /// as long as a byte can name all channels of that size.
    /// </remarks>
    internal static TouchpointKinds Of(ImmutableArray<ChannelWeight> channels)
    {
        var rows = new List<TouchpointKind>(MaxRows);
        rows.AddRange(channels.Select(row => new TouchpointKind(row.Channel)));
        for (var groupSize = 1; rows.Count + channels.Length <= MaxRows; groupSize++)
        {
            var outcome = groupSize == 1 ? Outcome.Attempted : Outcome.Delivered;
            rows.AddRange(channels.Select(row => new TouchpointKind(row.Channel, outcome, groupSize)));
        }

        return new TouchpointKinds(rows);
    }

    // What the fold sees of a kind.
    private static TouchpointKind Folded(TouchpointKind kind) =>
        kind.IsContact ? new TouchpointKind(kind.Channel, Outcome.Delivered, kind.GroupSize) : new TouchpointKind(kind.Channel, Outcome.Attempted);
}
