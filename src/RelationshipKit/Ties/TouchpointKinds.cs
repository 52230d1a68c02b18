using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RelationshipKit.Touchpoints;

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
    internal const int MaxRows = 256;

    private const int FirstChannels = 8;
    private const int MostChannels = FirstChannels + 6 + 20;

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
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {this.rows.Length} kinds; there must be from 1 to {MaxRows}, as many as a byte can name."),
                nameof(rows));
        }

        var (known, standIns) = (new Dictionary<TouchpointKind, byte>(), new Dictionary<TouchpointKind, byte>());
        for (var i = 0; i < this.rows.Length; i++)
        {
            if (this.rows[i] is not { } row)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Kind {i} is null; each must be a kind."), nameof(rows));
            }

            if (!known.TryAdd(row, (byte)i))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Kinds {known[row]} and {i} are both '{row}'; each must be given once."),
                    nameof(rows));
            }

            standIns.TryAdd(Folded(row), (byte)i);
        }

        exact = known.ToFrozenDictionary();
        alike = standIns.ToFrozenDictionary();
    }

    /// <summary>Gets the number of rows.</summary>
    public int Count => rows.Length;

    /// <summary>Gets a short text of the number of rows and a digest of them, to be stored beside a column of kinds.</summary>
    /// <value>The same on every machine. <see cref="Continues"/> tells whether a later table still says what the column says.</value>
    public string Fingerprint => FingerprintOf(Count);

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
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{kind}' has no row among the {Count} kinds; give {nameof(FoldSettings)}.{nameof(FoldSettings.Kinds)} one."),
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

    /// <summary>Determines whether every byte that a table named still names the same kind; this one may have more rows.</summary>
    /// <param name="fingerprint">The <see cref="Fingerprint"/> of that table.</param>
    /// <returns><see langword="true"/> if columns of that table may be read by this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fingerprint"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a fingerprint.</exception>
    public bool Continues(string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return fingerprint.Split('-') is [var count, { Length: 16 }] && int.TryParse(
            count, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known is > 0 and <= MaxRows
            ? known <= Count && FingerprintOf(known) == fingerprint
            : throw new FormatException("The text is not a fingerprint of kinds, such as 256-0123456789abcdef.");
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

    /// <summary>Returns the rows that settings have by default. Channels added at the end add rows at the end.</summary>
    /// <exception cref="ArgumentException">There are more channels than there is room for.</exception>
    internal static TouchpointKinds Of(ImmutableArray<ChannelWeight> channels)
    {
        if (channels.Length > MostChannels)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {channels.Length} channels; the kinds that are made from channels name at most {MostChannels}. Give "
                        + $"{nameof(FoldSettings)}.{nameof(FoldSettings.Kinds)} a table of your own."),
                nameof(channels));
        }

        // The first stock channels lie side by side, so that the most common kinds are the smallest bytes, which are read fastest.
        var stock = StockChannel.All.Take(FirstChannels).Select(row => row.Name);
        var rows = new List<TouchpointKind>(MaxRows);
        var together = channels.Take(FirstChannels).Select(row => row.Channel.Name).Order().SequenceEqual(stock.Order())
            ? FirstChannels
            : 0;
        for (var row = 0; row < RowsOf(0) && together > 0; row++)
        {
            rows.AddRange(channels.Take(together).Select(channel => KindOf(channel, row)));
        }

        for (var i = together; i < channels.Length; i++)
        {
            rows.AddRange(Enumerable.Range(0, RowsOf(i)).Select(row => KindOf(channels[i], row)));
        }

        return new TouchpointKinds(rows);
    }

    // Of each channel come first what was delivered to one person and what was attempted, then what 2, 3 and more shared.
    private static TouchpointKind KindOf(ChannelWeight channel, int row) =>
        new(channel.Channel, row == 1 ? Outcome.Attempted : Outcome.Delivered, Math.Max(1, row));

    // By the place of the channel among all: 8 x 21 + 6 x 8 + 20 x 2 = 256.
    private static int RowsOf(int channel) => channel switch
    {
        < FirstChannels => 21,
        < FirstChannels + 6 => 8,
        _ => 2,
    };

    private string FingerprintOf(int count)
    {
        var text = string.Concat(
            rows.Take(count)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Channel.Name}\t{row.Outcome}\t{row.GroupSize}\n")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))}");
    }

    // What the fold sees of a kind.
    private static TouchpointKind Folded(TouchpointKind kind) =>
        kind.IsContact
            ? new TouchpointKind(kind.Channel, Outcome.Delivered, kind.GroupSize)
            : new TouchpointKind(kind.Channel, Outcome.Attempted);
}
