using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>Scores many ties at once, from columns of touchpoints into columns of scores.</summary>
/// <remarks>
/// <para>
/// The numbers are those of <see cref="RelationshipScorer"/> over the same touchpoints: counts and dates exactly, the others within 1e-12
/// of themselves, and within 1e-12 where they are differences that may be near 0 (balance, its interval, momentum). The same columns give
/// the same bits, whatever the number of threads and whatever vectors the machine has.
/// </para>
/// <para>
/// Nothing is allocated for a touchpoint or a tie; each thread keeps room for some dozens of ties, at least for the one with the most. The
/// light ceiling is <see cref="ScoreSettings.LightCeiling"/> for all ties: score circles or facets with other ceilings on their own.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class BulkScorer
{
    // Some 1,300 touchpoints, whose columns fit the nearest cache.
    private const int TiesPerBlock = 64;

    private readonly TieLayout plan;
    private readonly ScoreSettings settings;
    private readonly RowScorer rowScorer;

    /// <summary>Initializes a new instance of the <see cref="BulkScorer"/> class.</summary>
    /// <param name="fold">What touchpoints weigh and how they fade.</param>
    /// <param name="settings">How ties are read.</param>
    /// <param name="zone">The owner's zone, whose dates are the contact-days.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid; the message names everything that is wrong.</exception>
    public BulkScorer(FoldSettings fold, ScoreSettings settings, DateTimeZone zone)
        : this(fold, settings, zone, LaneWidths.Widest)
    {
    }

    internal BulkScorer(FoldSettings fold, ScoreSettings settings, DateTimeZone zone, LaneWidth width)
    {
        ArgumentNullException.ThrowIfNull(fold);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(zone);
        fold.ThrowIfInvalid(nameof(fold));
        settings.ThrowIfInvalid(nameof(settings));
        plan = TieLayout.Of(fold, zone);
        this.settings = settings;
        rowScorer = new RowScorer(plan, settings);
        Width = width;
    }

    internal LaneWidth Width { get; }

    /// <summary>Scores ties at an instant.</summary>
    /// <param name="touchpoints">The touchpoints, tie after tie and in order of time within each.</param>
    /// <param name="asOf">The instant to score at, floored to whole microseconds; later touchpoints are left out.</param>
    /// <param name="into">The columns to write; those given must have an element for each tie.</param>
    /// <param name="options">Threads, cancellation and progress; <see cref="BulkOptions.Default"/> if <see langword="null"/>.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="touchpoints"/> or <paramref name="into"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// Columns have unequal lengths or one to write is too short, an offset falls, or a row is out of order or its instant, kind or
    /// direction out of range; the message names the row, the value and the range. What was written until then is of no use.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled; what was written until then is of no use.</exception>
    public void Score(GroupedTouchpoints touchpoints, Instant asOf, ScoreColumns into, BulkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        ArgumentNullException.ThrowIfNull(into);
        touchpoints.ThrowIfUneven(nameof(touchpoints));
        into.ThrowIfShorterThan(touchpoints.Ties, nameof(into));
        var asOfMicros = SupportedTime.ToMicros(asOf);
        LaneWidths.Run(Width, new Scoring(this, touchpoints, asOfMicros, into, options ?? BulkOptions.Default));
    }

    /// <summary>Scores one tie at an instant, without allocating.</summary>
    /// <remarks>
    /// Only where clocks were turned back over midnight, and rows of both dates lie just there, rows are copied to be put in order of date.
    /// </remarks>
    /// <param name="rows">The touchpoints of the tie, in order of time.</param>
    /// <param name="asOf">The instant to score at, floored to whole microseconds; later touchpoints are left out.</param>
    /// <returns>The score; the default value without contact.</returns>
    /// <exception cref="ArgumentException">
    /// A row is out of order or its kind none of the fold settings; the message names the row, the value and the range.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public TieScore ScoreOne(ReadOnlySpan<TouchpointRow> rows, Instant asOf) => rowScorer.Score(rows, SupportedTime.ToMicros(asOf));

    /// <summary>Returns the settings and the zone.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => $"{plan.Settings}; {settings}; {plan.Zone.Id}";

    private void Score<T>(GroupedTouchpoints touchpoints, long asOf, ScoreColumns into, BulkOptions options)
        where T : struct, ILanes<T>
    {
        var finish = new ScoreFinish(plan, settings, asOf, into, Width);
        var reader = new GroupedReader<T>(plan, touchpoints, asOf);
        var kernel = new GroupedKernel<T>(plan, asOf);
        BlockRun.Each(touchpoints.Ties, TiesPerBlock, options, static () => new TieArena(), (arena, first, end) =>
        {
            var block = reader.Read(arena, first, end, finish.NeedsUsualGap, out var earliest);
            kernel.Sum(arena, block, earliest, finish);
            finish.Write(arena.Sums, end - first, first);
        });
    }

    private readonly struct Scoring(
        BulkScorer scorer, GroupedTouchpoints touchpoints, long asOf, ScoreColumns into, BulkOptions options) : ILaneWork
    {
        public void On<T>()
            where T : struct, ILanes<T> => scorer.Score<T>(touchpoints, asOf, into, options);
    }
}
