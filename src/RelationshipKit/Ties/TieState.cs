using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Time;

namespace RelationshipKit.Ties;

/// <summary>What is left of the past of one tie: a calendar of contact-days, folded from touchpoints up to an instant.</summary>
/// <remarks>
/// <para>
/// The contact-day is the unit: all touchpoints of one owner-local date and one class (light or rich) are one <see cref="TieCell"/>, so
/// that a burst of messages does not outweigh an evening together. Attempts are left out: they weigh nothing and count nowhere.
/// </para>
/// <para>
/// The same touchpoints give the same state, bit for bit, in whatever order they are folded, and merging the states of two disjoint logs is
/// folding their union. Counts are sums: a touchpoint folded twice counts twice, so duplicates are left to the log.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class TieState
{
    private ImmutableArray<TieCell> all;

    internal TieState(
        TieLayout plan, long upToMicros, TieCounts counts, ClosedDays closedDays, ImmutableArray<TieCell> lastDay, TieMasses closedMasses)
    {
        Plan = plan;
        UpToMicros = upToMicros;
        Counts = counts;
        ClosedDays = closedDays;
        LastDay = lastDay;
        ClosedMasses = closedMasses;
    }

    /// <summary>
    /// Gets the instant up to which, itself included, touchpoints were folded. Nothing earlier can be asked of the state.
    /// </summary>
    public Instant UpTo => SupportedTime.FromMicros(UpToMicros);

    /// <summary>Gets the zone whose dates are the contact-days.</summary>
    public DateTimeZone Zone => Plan.Zone;

    /// <summary>Gets the settings the state was folded under.</summary>
    public FoldSettings Settings => Plan.Settings;

    /// <summary>
    /// Gets the revision of the book that folded the state; <see langword="null"/> where a scorer folded it from touchpoints.
    /// </summary>
    /// <value>What a column of states says of its age: a book says whether it still holds.</value>
    public long? Revision { get; internal init; }

    /// <summary>Gets the cells in order of date, light before rich.</summary>
    /// <value>States share their cells; those of this one are put together when they are first asked for.</value>
    public ImmutableArray<TieCell> Cells
    {
        get
        {
            if (all.IsDefault)
            {
                var cells = new TieCell[ClosedDays.Count + LastDay.Length];
                ClosedDays.CopyTo(cells);
                LastDay.CopyTo(cells, ClosedDays.Count);
                ImmutableInterlocked.InterlockedInitialize(ref all, ImmutableCollectionsMarshal.AsImmutableArray(cells));
            }

            return all;
        }
    }

    /// <summary>Gets the number of touchpoints folded, attempts not counted.</summary>
    public int Touchpoints => Counts.Touchpoints;

    /// <summary>Gets how many of them the owner had the outgoing part in: outgoing and mutual ones.</summary>
    public int Outgoing => Counts.Outgoing;

    /// <summary>Gets how many of them the contact had the incoming part in: incoming and mutual ones.</summary>
    public int Incoming => Counts.Incoming;

    /// <summary>Gets the number of contact-days: distinct owner-local dates with contact.</summary>
    public int ContactDays => ClosedMasses.ContactDays + (IsEmpty ? 0 : 1);

    /// <summary>Gets the instant of the earliest touchpoint; <see langword="null"/> if there is none.</summary>
    public Instant? FirstTouch => IsEmpty ? null : SupportedTime.FromMicros(Counts.FirstMicros);

    /// <summary>Gets the instant of the latest touchpoint; <see langword="null"/> if there is none.</summary>
    public Instant? LastTouch => IsEmpty ? null : SupportedTime.FromMicros(Counts.LastMicros);

    /// <summary>Gets how many spells of contact there were: contact-days, where the days of one stay count once.</summary>
    internal int Spells
    {
        get
        {
            if (IsEmpty)
            {
                return 0;
            }

            var earliest = long.MaxValue;
            foreach (ref readonly var cell in LastDay.AsSpan())
            {
                earliest = Math.Min(earliest, cell.EarliestMicros);
            }

            return ClosedMasses.Spells + (ClosedMasses.EndsAt(earliest) ? 0 : 1);
        }
    }

    internal TieLayout Plan { get; }

    internal long UpToMicros { get; }

    internal TieCounts Counts { get; }

    // All days but the last, and their masses.
    internal ClosedDays ClosedDays { get; }

    internal TieMasses ClosedMasses { get; }

    internal ImmutableArray<TieCell> LastDay { get; }

    private bool IsEmpty => LastDay.IsEmpty;

    /// <summary>Folds touchpoints into a state.</summary>
    /// <param name="settings">What touchpoints weigh and how they fade.</param>
    /// <param name="zone">The owner's zone, whose dates are the contact-days.</param>
    /// <param name="touchpoints">The touchpoints of one contact, each once, in any order.</param>
    /// <param name="upTo">The last instant to fold, itself included; later touchpoints are left out.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings are invalid, or do not list the channel of a touchpoint.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="upTo"/> lies outside 0001-01-02 to 9999-12-30.</exception>
    public static TieState Fold(FoldSettings settings, DateTimeZone zone, IEnumerable<Touchpoint> touchpoints, Instant upTo)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(zone);
        return Fold(TieLayout.Of(settings, zone), touchpoints, upTo);
    }

    /// <summary>Reads a state from the bytes of <see cref="ToBytes"/>.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="settings">The settings the state must have been folded under.</param>
    /// <param name="zone">The zone it must have been folded in.</param>
    /// <returns>A state that answers, bit for bit, as the one that was written.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="settings"/> or <paramref name="zone"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">The settings are invalid.</exception>
    /// <exception cref="TieStateMismatchException">The state was folded under other settings; the exception names them.</exception>
    /// <exception cref="InvalidDataException">The bytes are not a state, are cut short, damaged, or of a later version.</exception>
    public static TieState FromBytes(ReadOnlySpan<byte> bytes, FoldSettings settings, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(zone);
        return TieStateBytes.Read(bytes, TieLayout.Of(settings, zone));
    }

    /// <summary>Returns the state with one more touchpoint.</summary>
    /// <param name="touchpoint">The touchpoint, early or late; the caller sees to it that it was not folded before.</param>
    /// <returns>The state of all touchpoints, up to the later of <see cref="UpTo"/> and the touchpoint's instant.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touchpoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The settings do not list the channel of the touchpoint.</exception>
    public TieState With(Touchpoint touchpoint)
    {
        ArgumentNullException.ThrowIfNull(touchpoint);
        var fold = new TieFold(this);
        fold.Add(touchpoint);
        return fold.ToState(Math.Max(UpToMicros, touchpoint.EndMicros));
    }

    /// <summary>Returns the state of the touchpoints of two states that share none.</summary>
    /// <param name="other">A state of the same settings and zone.</param>
    /// <returns>The state of all touchpoints, up to the later of both <see cref="UpTo"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="TieStateMismatchException">The other state was folded under other settings; the exception names them.</exception>
    /// <exception cref="OverflowException">Together they have more than 2,147,483,647 touchpoints.</exception>
    public TieState MergedWith(TieState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.Plan.Fingerprint.ThrowIfNot(Plan.Fingerprint);
        var fold = new TieFold(this);
        fold.Add(other);
        return fold.ToState(Math.Max(UpToMicros, other.UpToMicros));
    }

    /// <summary>Returns the state as bytes for a database column: versioned, with a fingerprint of the settings and a checksum.</summary>
    /// <returns>
    /// 82 bytes, and 45 for each cell; of more than one day also 48, and 8 for each of its masses: two for each half-life of the curve, and
    /// four. The same state always gives the same bytes.
    /// </returns>
    public byte[] ToBytes() => TieStateBytes.Write(this);

    /// <summary>Returns the number of touchpoints and contact-days and the instant folded up to.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Touchpoints} touchpoints on {ContactDays} days up to {InstantPattern.ExtendedIso.Format(UpTo)}");

    internal static TieState Fold(TieLayout plan, IEnumerable<Touchpoint> touchpoints, Instant upTo)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        var upToMicros = SupportedTime.ToMicros(upTo);
        var fold = new TieFold(plan);
        foreach (var touchpoint in touchpoints)
        {
            ArgumentNullException.ThrowIfNull(touchpoint, nameof(touchpoints));
            if (touchpoint.AtMicros <= upToMicros)
            {
                fold.Add(touchpoint, upToMicros);
            }
        }

        return fold.ToState(upToMicros);
    }

    /// <summary>Returns the state as folded by a book of a revision.</summary>
    internal TieState OfRevision(long revision) => new(Plan, UpToMicros, Counts, ClosedDays, LastDay, ClosedMasses) { Revision = revision };

    /// <summary>Returns whether another state, of any revision, knows the same.</summary>
    internal bool IsLike(TieState other) =>
        Plan.Fingerprint == other.Plan.Fingerprint && UpToMicros == other.UpToMicros && Counts == other.Counts && Cells.AsSpan()
            .SequenceEqual(other.Cells.AsSpan());

    /// <summary>Returns the state up to a later instant, if nothing came in between.</summary>
    internal TieState UpToLater(long micros) => micros == UpToMicros ? this : new(Plan, micros, Counts, ClosedDays, LastDay, ClosedMasses);

    /// <summary>Refuses an instant of which the state no longer knows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is earlier than <see cref="UpTo"/>.</exception>
    internal void ThrowIfBefore(long asOfMicros, string paramName)
    {
        if (asOfMicros < UpToMicros)
        {
            throw new ArgumentOutOfRangeException(
                paramName,
                $"The instant is {InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(asOfMicros))}; it must not be earlier "
                    + $"than what the state is folded up to, {InstantPattern.ExtendedIso.Format(UpTo)}.");
        }
    }

    /// <summary>Returns the masses of all days as of the last contact.</summary>
    internal TieMasses Masses()
    {
        var masses = ClosedMasses.Copy();
        if (!IsEmpty)
        {
            masses.TakeUp(LastDay.AsSpan());
        }

        return masses;
    }

    /// <summary>Returns the masses of all days, decayed to an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is earlier than <see cref="UpTo"/>.</exception>
    internal TieMasses MassesAt(long asOfMicros, string paramName)
    {
        ThrowIfBefore(asOfMicros, paramName);
        var masses = Masses();
        masses.DecayTo(asOfMicros);
        return masses;
    }
}
