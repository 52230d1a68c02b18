using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <summary>The states of millions of ties as columns: fold touchpoints in any order, score all of them at any later instant.</summary>
/// <remarks>
/// <para>
/// Ties are numbered from 0. Each has the state that
/// <see cref="TieState.Fold(FoldSettings, DateTimeZone, IEnumerable{Touchpoint}, Instant)"/> would give it, and the scores of
/// <see cref="RelationshipScorer"/> to within 1e-12; counts and dates are exact. The same touchpoints give the same bits, whatever their
/// order, however they were cut into batches, by however many threads, and also when tables were merged or saved in between.
/// </para>
/// <para>
/// Nothing is deduplicated: a touchpoint given twice counts as two, although its contact-day stays one. A log keeps touchpoints apart, a
/// table does not.
/// </para>
/// <para>
/// A tie takes 250 bytes with the stock curve (32 more or fewer for each half-life), its last date included, and 10 more for each date gone
/// by on which one touchpoint was all, 27 for each class of any other. A batch needs 32 bytes a touchpoint while it is folded, for some 16
/// million of them at a time.
/// </para>
/// <para>
/// One writer: nobody may read or write while a member that changes the table runs. Readers beside the writer take a
/// <see cref="Snapshot"/>, which costs next to nothing. Members that only read may run at once. A call that throws because of its arguments
/// has changed nothing.
/// </para>
/// </remarks>
public sealed partial class TieTable
{
    private readonly PendingDates pending;
    private TableFold fold;
    private TieChunk?[] chunks;
    private long upToMicros;

    /// <summary>Initializes a new instance of the <see cref="TieTable"/> class, without contact.</summary>
    /// <param name="fold">What touchpoints weigh and how they fade.</param>
    /// <param name="zone">The owner's zone, whose dates are the contact-days.</param>
    /// <param name="tieCount">
    /// How many ties there are; not negative. Those without contact cost nothing but their share of a pointer.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="fold"/> or <paramref name="zone"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tieCount"/> is negative.</exception>
    public TieTable(FoldSettings fold, DateTimeZone zone, int tieCount)
        : this(fold, zone, tieCount, LaneWidths.Widest)
    {
    }

    internal TieTable(FoldSettings fold, DateTimeZone zone, int tieCount, LaneWidth width)
    {
        ArgumentNullException.ThrowIfNull(fold);
        ArgumentNullException.ThrowIfNull(zone);
        fold.ThrowIfInvalid(nameof(fold));
        Guard.InRange(tieCount, 0, int.MaxValue);
        this.fold = new TableFold(TieLayout.Of(fold, zone), width);
        pending = new PendingDates(this.fold.Lanes);
        Count = tieCount;
        chunks = new TieChunk[ChunksFor(tieCount)];
        upToMicros = SupportedTime.FirstMicros;
    }

    private TieTable(TieTable other)
    {
        fold = other.fold.Copy();
        pending = new PendingDates(fold.Lanes);
        chunks = [.. other.chunks];
        (Count, Touchpoints, upToMicros) = (other.Count, other.Touchpoints, other.upToMicros);
    }

    /// <summary>Gets the number of ties.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the number of touchpoints of all ties, attempts not counted.</summary>
    public long Touchpoints { get; private set; }

    /// <summary>
    /// Gets the newest instant folded, attempts included; nothing earlier can be asked of the table. 0001-01-02 for a new one.
    /// </summary>
    public Instant UpTo => SupportedTime.FromMicros(upToMicros);

    /// <summary>Gets the settings that touchpoints are folded under.</summary>
    public FoldSettings Settings => fold.Plan.Settings;

    /// <summary>Gets the zone whose dates are the contact-days.</summary>
    public DateTimeZone Zone => fold.Plan.Zone;

    /// <summary>Gets the bytes that ties and cells take, room for cells to come included.</summary>
    public long Bytes => ((long)chunks.Length * IntPtr.Size) + chunks.Sum(chunk => chunk?.Bytes ?? 0);

    /// <summary>Gets or sets how many touchpoints of a batch are parted at once; tests need fewer than millions.</summary>
    internal int MostAtOnce { get; set; } = BatchFold.MostAtOnce;

    internal TableFold Fold => fold;

    internal int ChunkCount => chunks.Length;

    internal long UpToMicros => upToMicros;

    /// <summary>Reads a table from what <see cref="Save"/> wrote, to the end of it and no further.</summary>
    /// <param name="stream">The stream, at the table's first byte.</param>
    /// <param name="fold">The settings the table must have been folded under.</param>
    /// <param name="zone">The zone it must have been folded in.</param>
    /// <returns>A table that answers, bit for bit, as the one that was saved.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid.</exception>
    /// <exception cref="TieStateMismatchException">
    /// The table was folded under other settings, which the exception names, or the zone has other rules by now.
    /// </exception>
    /// <exception cref="InvalidDataException">The stream holds no table, or one cut short, damaged, or of a later version.</exception>
    public static TieTable Load(Stream stream, FoldSettings fold, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return TieTableStream.Read(stream, tieCount => new TieTable(fold, zone, tieCount));
    }

    /// <summary>Adds ties without contact at the end.</summary>
    /// <param name="tieCount">How many ties there are to be; at least <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tieCount"/> is less than <see cref="Count"/>.</exception>
    public void GrowTo(int tieCount)
    {
        Guard.InRange(tieCount, Count, int.MaxValue);
        var last = chunks.Length - 1;
        Count = tieCount;
        if (last >= 0 && chunks[last] is { } partial && partial.Ties < TiesIn(last))
        {
            WritableChunk(last).Grow(TiesIn(last));
        }

        Array.Resize(ref chunks, ChunksFor(tieCount));
    }

    /// <summary>Returns the state of a tie.</summary>
    /// <param name="tie">The tie.</param>
    /// <returns>The state, bit for bit that of folding the tie's touchpoints up to <see cref="UpTo"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tie"/> is not a tie of the table.</exception>
    public TieState StateOf(int tie)
    {
        ThrowIfNoTie(tie);
        var state = new TieFold(fold.Plan);
        if (chunks[tie >> TieChunk.TieBits] is { } chunk)
        {
            var cells = new List<CellParts>();
            chunk.CopyCells(tie & (TieChunk.MaxTies - 1), cells);
            foreach (var cell in cells)
            {
                var @class = cell.IsRich ? ChannelClass.Rich : ChannelClass.Light;
                state.Add(new TieCell(
                    cell.Day, @class, cell.Cell.Weight, cell.Cell.Earliest, cell.Cell.Latest, cell.Cell.Outgoing, cell.Cell.Incoming));
            }

            state.Count(chunk.CountsOf(tie & (TieChunk.MaxTies - 1)));
        }

        return state.ToState(upToMicros);
    }

    /// <summary>Puts a state in the place of a tie's own.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="state">The state, of the same settings and zone. <see cref="UpTo"/> becomes the state's where that is later.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tie"/> is not a tie of the table.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is <see langword="null"/>.</exception>
    /// <exception cref="TieStateMismatchException">
    /// The state is of other settings, which the exception names, or the zone had other rules when it was folded.
    /// </exception>
    public void SetState(int tie, TieState state)
    {
        ThrowIfNoTie(tie);
        ArgumentNullException.ThrowIfNull(state);
        state.Plan.Fingerprint.ThrowIfNot(fold.Plan.Fingerprint);
        if (state.Cells.Any(cell => fold.Days.DayOf(cell.LatestMicros) != cell.Day))
        {
            throw new TieStateMismatchException(["zone"]);
        }

        var cells = state.Cells.Select(cell => new CellParts(
            cell.Day,
            cell.Class == ChannelClass.Rich,
            new DateCell(cell.Weight, 0, cell.EarliestMicros, cell.LatestMicros, cell.LastOutgoingMicros, cell.LastIncomingMicros)));
        Put(tie, [.. cells], state.Counts);
        upToMicros = Math.Max(upToMicros, state.UpToMicros);
    }

    /// <summary>Returns a table of the same ties that later changes of this one do not reach, nor its changes this one.</summary>
    /// <returns>The table. It shares with this one what neither has changed since, so that taking it costs next to nothing.</returns>
    /// <remarks>For readers beside the writer: the writer takes it, between two changes.</remarks>
    public TieTable Snapshot()
    {
        var copy = new TieTable(this);

        // Neither may write what both see; each copies a chunk before it first changes it.
        fold = fold.Copy();
        return copy;
    }

    /// <summary>Writes the table: versioned, with a fingerprint of the settings, every part checksummed.</summary>
    /// <param name="stream">The stream.</param>
    /// <remarks>
    /// The same states always give the same bytes: 16 for a tie with contact and 10 more for each cell of one touchpoint, 27 for each
    /// other; next to nothing for ties without contact. Tables saved in version 1 of the format are read, too.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// The cells have more than 65,280 different weights that no kind has. Nothing is written.
    /// </exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!fold.Weights.FitsShortCells)
        {
            throw new InvalidOperationException(
                "The cells of the table have more than 65,280 different weights that no kind has; such a table cannot be saved.");
        }

        TieTableStream.Write(stream, this);
    }

    /// <summary>Returns the number of ties and touchpoints and the instant folded up to.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Count} ties with {Touchpoints} touchpoints up to {InstantPattern.ExtendedIso.Format(UpTo)}");

    internal TieChunk? ChunkAt(int index) => chunks[index];

    internal TieChunk NewChunk(int index) => chunks[index] = new TieChunk(fold, TiesIn(index));

    internal void AddTouchpoints(long more) => Touchpoints += more;

    internal void SetUpTo(long micros) => upToMicros = micros;

    private static int ChunksFor(int ties) => (int)(((long)ties + TieChunk.MaxTies - 1) >> TieChunk.TieBits);

    private int TiesIn(int chunk) => (int)Math.Min(TieChunk.MaxTies, Count - ((long)chunk << TieChunk.TieBits));

    private TieChunk WritableChunk(int index)
    {
        var chunk = chunks[index];
        if (chunk is null)
        {
            return chunks[index] = new TieChunk(fold, TiesIn(index));
        }

        return ReferenceEquals(chunk.Owner, fold) ? chunk : chunks[index] = chunk.Copy(fold);
    }

    private void ThrowIfNoTie(int tie)
    {
        if ((uint)tie >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(tie), string.Create(CultureInfo.InvariantCulture, $"The tie is {tie}; it must be one of the {Count} ties, from 0."));
        }
    }
}
