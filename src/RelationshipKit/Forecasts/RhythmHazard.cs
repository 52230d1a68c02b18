using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Forecasts;

/// <summary>The smooth rhythm hazard: how likely the next contact is at every length of silence, measured in a tie's own rhythm.</summary>
/// <remarks>
/// <para>
/// A tie of n contact-days from the first contact to the last has the scale m = (7 + last - first) / n days. A silence of e days is u = e /
/// m of its own usual gaps. The hazard h(u) is the chance that such a silence ends per usual gap. It falls as the silence lasts, and falls
/// later and more slowly for ties of more contact-days. With Λ its integral from 0,
/// <code>
/// contact within H days = 1 - e^(Λ(u) - Λ(u + H/m))
/// silence percentile    = 1 - e^-Λ(u)
/// </code>
/// The rates form a table of six strata of contact-days (1, 2, 4, 8, 16, 32) by fifteen bins of u (edges 0, 2^-4, 2^-3, ..., 2^9). They are
/// log-linear between strata and a power law between bins. They are fitted by counting, without labels and without an optimiser.
/// </para>
/// <para>
/// <see cref="Default"/> was made from three public networks whose levels differ 2.6-fold. It ranks ties of other networks well, but its
/// probabilities may be off by as much: it is not calibrated for your network until it is fitted to a history of it.
/// <see cref="IsCalibrated"/> says which.
/// </para>
/// <para>Equality is that of the rates, of the start and of what was fitted. Instances are immutable and safe to share between
/// threads.</para>
/// </remarks>
public sealed class RhythmHazard : IEquatable<RhythmHazard>
{
    /// <summary>By how much a start is to be expected to be off where the kind of log is not known.</summary>
    internal const double UnknownStartError = 0.12;

    // On the owners of email-Eu who had no part in the rates 0.02 to 0.04, depending on the month.
    private const double MailStartError = 0.05;

    // One curve for each number of contact-days up to the last stratum, from which on all are alike.
    private readonly HazardCurve[] curves;

    internal RhythmHazard(ReadOnlySpan<double> rates, double level, long gaps, bool isCalibrated, double startError = UnknownStartError)
    {
        StartError = startError;
        Rates = [.. rates];
        Level = level;
        Gaps = gaps;
        IsCalibrated = isCalibrated;
        curves = new HazardCurve[RhythmGrid.LastStratumFrom];
        for (var i = 0; i < curves.Length; i++)
        {
            curves[i] = new HazardCurve(rates, i + 1);
        }
    }

    /// <summary>Gets the hazard the kit ships with, made from public networks; not calibrated for any other.</summary>
    /// <remarks>
    /// It ranks ties well for any kind of log. Where you know that the log is mail, messages or calls between people who know each other,
    /// begin with <see cref="Mail"/>.
    /// </remarks>
    public static RhythmHazard Default { get; } = new(DefaultRates.Read(DefaultRates.ResourceName), 1, 0, isCalibrated: false);

    /// <summary>Gets the hazard to begin with for mail and phone logs: the default fitted to the mail of a research institute.</summary>
    /// <remarks>
    /// On logs of that kind its probabilities are, with nothing fitted, about as close as those fitted to an owner's own history. You must
    /// choose it: on a chat among strangers it predicts far too much contact. Made by <c>fit-default --kind mail</c> of the validation
    /// program from email-Eu (Paranjape, Benson and Leskovec 2017) up to its day 450.
    /// </remarks>
    public static RhythmHazard Mail { get; } = new(
        DefaultRates.Read(DefaultRates.MailResourceName), 1, 0, isCalibrated: false, MailStartError);

    /// <summary>Gets the numbers of contact-days the strata stand at: 1, 2, 4, 8, 16 and 32.</summary>
    internal static ImmutableArray<int> Strata { get; } = [.. Enumerable.Range(0, RhythmGrid.Strata).Select(stratum => 1 << stratum)];

    /// <summary>Gets where the bins begin, in usual gaps: 0, 2^-4, 2^-3, ..., 2^9.</summary>
    internal static ImmutableArray<double> Edges { get; } = [.. Enumerable.Range(0, RhythmGrid.Bins).Select(RhythmGrid.EdgeOf)];

    /// <summary>
    /// Gets the rates: for each of <see cref="Strata"/> in turn one for each bin of <see cref="Edges"/>, never rising along the bins.
    /// </summary>
    public ImmutableArray<double> Rates { get; }

    /// <summary>
    /// Gets how often gaps end here, compared with the hazard this one was made from; more than 0, and 1 if nothing was fitted.
    /// </summary>
    public double Level { get; }

    /// <summary>Gets the number of gaps fitted to, those of what it was made from included; 0 for the default.</summary>
    public long Gaps { get; }

    /// <summary>
    /// Gets a value indicating whether enough of the network's own history was fitted to use the probabilities as they are.
    /// </summary>
    public bool IsCalibrated { get; }

    /// <summary>Gets by how much the probabilities are to be expected to be off, on average: from 0.03 to 0.12.</summary>
    /// <remarks>
    /// It depends on how many gaps were fitted, as measured on owners of public mail (<c>owners</c> of the validation program) who began
    /// with <see cref="Default"/>. It is 0.12 below 25, 0.09 from 25, 0.07 from 50, 0.055 from 100, 0.05 from 200, 0.035 from 400 and 0.03
    /// from 800 on. Where <see cref="Mail"/> was the start it is 0.05 at most, on logs of its kind. It is not a bound: a month unlike those
    /// before, such as a holiday, adds to it.
    /// </remarks>
    public double ExpectedError => Math.Min(StartError, ErrorAfter(Gaps));

    /// <summary>Gets by how much the probabilities were to be expected to be off before anything was fitted.</summary>
    internal double StartError { get; }

    /// <summary>Returns the shipped hazard to begin with for a kind of log.</summary>
    /// <param name="kind">What the log is of.</param>
    /// <returns>
    /// <see cref="Mail"/> for mail, calls, chats and several of these between people who know each other. <see cref="Default"/> for
    /// strangers, for an unknown kind, and for calendars, of which no public one was measured.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the kinds.</exception>
    public static RhythmHazard For(LogKind kind) => kind switch
    {
        LogKind.Mail or LogKind.Calls or LogKind.Chat or LogKind.People => Mail,
        LogKind.Unknown or LogKind.Calendar or LogKind.Strangers => Default,
        _ => throw new ArgumentOutOfRangeException(
            nameof(kind), kind, $"The kind is {(int)kind}; it must be one of {string.Join(", ", Enum.GetNames<LogKind>())}."),
    };

    /// <summary>Returns this hazard with all rates multiplied.</summary>
    /// <param name="level">What to multiply by; from 0.001 to 1,000.</param>
    /// <returns>The hazard, as calibrated as this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is NaN or lies outside its range.</exception>
    internal RhythmHazard AtLevel(double level)
    {
        Guard.InRange(level, 0.001, 1_000);
        return new RhythmHazard([.. Rates.Select(rate => rate * level)], Level * level, Gaps, IsCalibrated, StartError);
    }

    /// <summary>
    /// Returns this hazard fitted to a history: where the history says little, this hazard at the history's own level holds.
    /// </summary>
    /// <param name="history">The gaps that had ended by <paramref name="asOf"/>.</param>
    /// <param name="ties">
    /// The states at <paramref name="asOf"/> of the ties the history is of, for the silences that still last; those without contact add
    /// nothing.
    /// </param>
    /// <param name="asOf">The instant the history is known up to.</param>
    /// <returns>The fitted hazard.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> or <paramref name="ties"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30 or is before the last contact of a tie.
    /// </exception>
    public RhythmHazard FittedTo(RhythmHistory history, IEnumerable<RhythmState> ties, Instant asOf) =>
        FittedTo(history, ties, asOf, HazardFitSettings.Default);

    internal RhythmHazard FittedTo(RhythmHistory history, IEnumerable<RhythmState> ties, Instant asOf, HazardFitSettings settings)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(ties);
        settings.ThrowIfInvalid(nameof(settings));
        var asOfMicros = SupportedTime.ToMicros(asOf);
        var sums = new RhythmSums(history.Sums);
        foreach (var tie in ties)
        {
            if (tie.ContactDays > 0)
            {
                sums.AddOpen(tie, SilentDays(tie, asOfMicros, nameof(asOf)));
            }
        }

        var level = HazardFit.LevelOf(sums, Rates.AsSpan(), settings.LevelPrior);
        var gaps = Gaps + history.Gaps;
        return new RhythmHazard(
            HazardFit.RatesOf(sums, Rates.AsSpan(), level, settings.Shrinkage), Level * level, gaps,
            IsCalibrated || gaps >= settings.CalibratedFromGaps, StartError);
    }

    /// <summary>Returns the forecast of a tie at an instant, knowing nothing of directions.</summary>
    /// <param name="tie">The state of the tie at that instant.</param>
    /// <param name="asOf">The instant to look on from; not before the last contact.</param>
    /// <returns>The forecast; that of a tie without contact knows nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30 or is before the last contact.
    /// </exception>
    public Forecast ForecastAt(RhythmState tie, Instant asOf) => ForecastAt(tie, 0, 0, asOf);

    /// <summary>Returns the forecast of a tie at an instant.</summary>
    /// <param name="tie">The state of the tie at that instant.</param>
    /// <param name="outgoingDays">The contact-days with something from the owner, decayed; from 0 to 1,000,000,000.</param>
    /// <param name="incomingDays">The contact-days with something from the contact, decayed; from 0 to 1,000,000,000.</param>
    /// <param name="asOf">The instant to look on from; not before the last contact.</param>
    /// <returns>The forecast; that of a tie without contact knows nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number of days is NaN or lies outside its range, or <paramref name="asOf"/> lies outside 0001-01-02 to 9999-12-30 or is before the
    /// last contact.
    /// </exception>
    public Forecast ForecastAt(RhythmState tie, double outgoingDays, double incomingDays, Instant asOf)
    {
        Guard.InRange(outgoingDays, 0, 1e9);
        Guard.InRange(incomingDays, 0, 1e9);
        var asOfMicros = SupportedTime.ToMicros(asOf);
        if (tie.ContactDays > 0)
        {
            SilentDays(tie, asOfMicros, nameof(asOf));
        }

        return new Forecast(this, tie, outgoingDays, incomingDays, double.NaN, asOfMicros);
    }

    /// <inheritdoc/>
    public bool Equals(RhythmHazard? other) =>
        ReferenceEquals(this, other)
        || (other is not null && IsCalibrated == other.IsCalibrated && Gaps == other.Gaps && StartError.Equals(other.StartError)
            && Level.Equals(other.Level)
            && Rates.AsSpan()
            .SequenceEqual(other.Rates.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RhythmHazard);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsCalibrated, Gaps, Level, Rates[0]);

    /// <summary>Returns what was fitted, in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsCalibrated ? "calibrated" : "not calibrated for your network")}, {Gaps} gaps, level {Level:0.00}");

    /// <summary>Returns the share of comparable gaps that would be over by now.</summary>
    internal double SilencePercentileOf(int contactDays, double spanDays, double silentDays) =>
        // so that none is 0 and not -0
        0 - Elementary.ExpM1(-CurveOf(contactDays).Between(0, silentDays / RhythmGrid.ScaleDays(contactDays, spanDays)));

    /// <summary>Returns the probability that a silence ends within so many days more.</summary>
    internal double ContactWithinOf(int contactDays, double spanDays, double silentDays, double horizonDays)
    {
        var scale = RhythmGrid.ScaleDays(contactDays, spanDays);
        return 0 - Elementary.ExpM1(-CurveOf(contactDays).Between(silentDays / scale, horizonDays / scale)); // so that none is 0 and not -0
    }

    /// <summary>Puts down what <see cref="SilencePercentileOf"/> is made of, for many to be worked out side by side.</summary>
    internal void LaySilence(int contactDays, double spanDays, double silentDays, HazardParts to, int i) =>
        CurveOf(contactDays).Lay(0, silentDays / RhythmGrid.ScaleDays(contactDays, spanDays), to, i);

    /// <summary>Puts down what <see cref="ContactWithinOf"/> is made of, for many to be worked out side by side.</summary>
    internal void LayContact(int contactDays, double spanDays, double silentDays, double horizonDays, HazardParts to, int i)
    {
        var scale = RhythmGrid.ScaleDays(contactDays, spanDays);
        CurveOf(contactDays).Lay(silentDays / scale, horizonDays / scale, to, i);
    }

    internal HazardCurve CurveOf(int contactDays) => curves[Math.Min(contactDays, curves.Length) - 1];

    private static double ErrorAfter(long gaps) => gaps switch
    {
        < 25 => 0.12,
        < 50 => 0.09,
        < 100 => 0.07,
        < 200 => 0.055,
        < 400 => 0.05,
        < 800 => 0.035,
        _ => 0.03,
    };

    private static double SilentDays(in RhythmState tie, long asOfMicros, string paramName) =>
        asOfMicros >= tie.LastMicros
            ? SupportedTime.DaysBetween(tie.LastMicros, asOfMicros)
            : throw new ArgumentOutOfRangeException(
                paramName, SupportedTime.FromMicros(asOfMicros), "The instant is before the last contact of a tie; it must not be.");
}
