using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Tables;

/// <content>Scores of the ties, and the top of them.</content>
public sealed partial class TieTable
{
    /// <summary>Scores all ties at an instant.</summary>
    /// <param name="asOf">The instant, floored to whole microseconds; not earlier than <see cref="UpTo"/>.</param>
    /// <param name="columns">Where the scores go; only the columns given are computed.</param>
    /// <param name="options">Threads, cancellation and progress; <see langword="null"/> for <see cref="BulkOptions.Default"/>.</param>
    /// <param name="settings">How states are read; <see langword="null"/> for <see cref="ScoreSettings.Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="columns"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A column is shorter than <see cref="Count"/>, or the settings are invalid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> is earlier than <see cref="UpTo"/> or later than 9999-12-30.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was called off; what is in the columns is of no use.</exception>
    public void Score(Instant asOf, ScoreColumns columns, BulkOptions? options = null, ScoreSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.ThrowIfShorterThan(Count, nameof(columns));
        var asOfMicros = Check(asOf);
        var finish = new ScoreFinish(fold.Plan, Checked(settings), asOfMicros, columns);
        TableScan.Each(
            fold,
            chunks,
            Count,
            asOfMicros,
            finish,
            options ?? BulkOptions.Default,
            static () => 0,
            (reader, _, count, first) => finish.Write(reader.Sums, count, first));
    }

    /// <summary>Returns one number of one tie at an instant, as <see cref="Score"/> would write it.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="column">The number; instants in microseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="asOf">The instant, floored to whole microseconds; not earlier than <see cref="UpTo"/>.</param>
    /// <param name="settings">How states are read; <see langword="null"/> for <see cref="ScoreSettings.Default"/>.</param>
    /// <param name="horizon">
    /// How far <see cref="ScoreColumn.ContactWithin"/> looks ahead; 30 days if <see langword="null"/>. No other column looks at it.
    /// </param>
    /// <returns>The number; <see cref="double.NaN"/> where it is unknown.</returns>
    /// <exception cref="ArgumentException">The settings are invalid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="tie"/> is not a tie of the table, <paramref name="column"/> not a column, <paramref name="asOf"/> earlier than
    /// <see cref="UpTo"/> or later than 9999-12-30, or <paramref name="horizon"/> negative.
    /// </exception>
    public double ValueAt(int tie, ScoreColumn column, Instant asOf, ScoreSettings? settings = null, Duration? horizon = null)
    {
        ThrowIfNoTie(tie);
        Guard.Defined(column);
        var ahead = horizon is { } given ? ScoreColumns.Checked(given, nameof(horizon)) : ScoreColumns.DefaultHorizon;
        return SingleScore.ValueAt(
            fold, chunks[tie >> TieChunk.TieBits], tie & (TieChunk.MaxTies - 1), column, Check(asOf), Checked(settings), ahead);
    }

    /// <summary>Finds the ties with the largest numbers of a column at an instant, the smaller index first among equals.</summary>
    /// <param name="column">The column.</param>
    /// <param name="asOf">The instant, floored to whole microseconds; not earlier than <see cref="UpTo"/>.</param>
    /// <param name="top">Takes the ties, the largest number first; as many as are wanted.</param>
    /// <param name="options">Threads, cancellation and progress; <see langword="null"/> for <see cref="BulkOptions.Default"/>.</param>
    /// <param name="settings">How states are read; <see langword="null"/> for <see cref="ScoreSettings.Default"/>.</param>
    /// <param name="horizon">
    /// How far <see cref="ScoreColumn.ContactWithin"/> looks ahead; 30 days if <see langword="null"/>. No other column looks at it.
    /// </param>
    /// <returns>How many were found: fewer than wanted only where fewer ties have the number at all.</returns>
    /// <exception cref="ArgumentException">The settings are invalid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="column"/> is not a column, <paramref name="asOf"/> is earlier than <see cref="UpTo"/> or later than 9999-12-30, or
    /// <paramref name="horizon"/> is negative.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was called off; nothing was written.</exception>
    public int TopBy(
        ScoreColumn column,
        Instant asOf,
        Span<int> top,
        BulkOptions? options = null,
        ScoreSettings? settings = null,
        Duration? horizon = null)
    {
        Guard.Defined(column);
        var asOfMicros = Check(asOf);
        var ahead = ScoreColumns.Checked(horizon ?? ScoreColumns.DefaultHorizon, nameof(horizon));
        var wanted = Math.Min(top.Length, Count);
        return TopSearch.By(
            fold, chunks, Count, column, asOfMicros, Checked(settings), ahead, options ?? BulkOptions.Default, wanted).CopyTo(top);
    }

    /// <summary>Finds the ties that are furthest past a due instant of the caller's, the smaller index first among equals.</summary>
    /// <param name="dueUnixMicros">
    /// When each tie is due, in microseconds since 1970-01-01T00:00:00Z; the largest long for one that never is.
    /// </param>
    /// <param name="asOf">The instant, floored to whole microseconds. A tie due at that very instant is not past due.</param>
    /// <param name="top">Takes the ties, the one longest past due first; as many as are wanted.</param>
    /// <returns>How many were found: fewer than wanted only where fewer ties are past due.</returns>
    /// <exception cref="ArgumentException"><paramref name="dueUnixMicros"/> has not as many elements as there are ties.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public int TopPastDue(ReadOnlySpan<long> dueUnixMicros, Instant asOf, Span<int> top)
    {
        if (dueUnixMicros.Length != Count)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {dueUnixMicros.Length} due instants; there must be {Count}, one for each tie."),
                nameof(dueUnixMicros));
        }

        return TopSearch.PastDue(dueUnixMicros, SupportedTime.ToMicros(asOf), Math.Min(top.Length, Count)).CopyTo(top);
    }

    private static ScoreSettings Checked(ScoreSettings? settings)
    {
        settings?.ThrowIfInvalid(nameof(settings));
        return settings ?? ScoreSettings.Default;
    }

    private long Check(Instant asOf)
    {
        var micros = SupportedTime.ToMicros(asOf);
        return micros >= upToMicros
            ? micros
            : throw new ArgumentOutOfRangeException(
                nameof(asOf),
                $"The instant is {InstantPattern.ExtendedIso.Format(asOf)}; it must not be earlier than what the table is folded up to, "
                + $"{InstantPattern.ExtendedIso.Format(UpTo)}.");
    }
}
