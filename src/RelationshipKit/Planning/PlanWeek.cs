using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Planning;

/// <summary>The week that is planned, and what is asked about everybody in it.</summary>
internal sealed class PlanWeek
{
    // A touch is thought of at noon of its day: no hour is planned.
    private static readonly LocalTime Noon = new(12, 0);

    public PlanWeek(RelationshipScorer scorer, CadenceRules cadences, PlanSettings settings, LocalDate monday, Instant asOf, GentlePace? pace)
    {
        Scorer = scorer;
        Cadences = cadences;
        Settings = settings;
        Monday = monday;
        Sunday = monday.PlusDays(WeekDates.Days - 1);
        AsOf = asOf;
        Pace = pace;
        Today = asOf.InZone(scorer.Zone).Date;
        WorkingDays = [.. Enumerable.Range(0, WeekDates.Days).Select(monday.PlusDays).Where(day => day >= Today && settings.WorkingDays.Contains(day.DayOfWeek))];
        Rows = scorer.Fold.Channels.ToImmutableSortedDictionary(row => row.Channel.Name, row => row, StringComparer.Ordinal);
    }

    public RelationshipScorer Scorer { get; }

    public CadenceRules Cadences { get; }

    public PlanSettings Settings { get; }

    public LocalDate Monday { get; }

    public LocalDate Sunday { get; }

    /// <summary>Gets the instant at which Sunday is over.</summary>
    public Instant End => Time.LocalDays.StartOf(Sunday.PlusDays(1), Scorer.Zone);

    public Instant AsOf { get; }

    public GentlePace? Pace { get; }

    /// <summary>Gets the day of the instant to stand at.</summary>
    public LocalDate Today { get; }

    /// <summary>Gets the working days that are left of the week.</summary>
    public ImmutableArray<LocalDate> WorkingDays { get; }

    /// <summary>Gets what the channels weigh, by name.</summary>
    public ImmutableSortedDictionary<string, ChannelWeight> Rows { get; }

    /// <summary>Returns the instant of a touch on a day: noon, or now if that has passed.</summary>
    public Instant InstantOn(LocalDate day) => Instant.Max(AsOf, (day + Noon).InZoneLeniently(Scorer.Zone).ToInstant());
}
