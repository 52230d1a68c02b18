using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Planning.Weeks;

/// <summary>The week that is planned, and what is asked about everybody in it.</summary>
internal sealed class PlanWeek
{
    // A touch is thought of at noon of its day: no hour is planned.
    private static readonly LocalTime Noon = new(12, 0);

    private readonly LocalDate[] days;
    private readonly Instant[] noons;
    private readonly bool[] isSkipped;

    public PlanWeek(
        RelationshipScorer scorer, CadenceRules cadences, PlanSettings settings, LocalDate monday, Instant asOf, GentlePace? pace)
    {
        Scorer = scorer;
        Cadences = cadences;
        Settings = settings;
        Monday = monday;
        Sunday = monday.PlusDays(WeekDates.Days - 1);
        AsOf = asOf;
        Pace = pace;
        Today = asOf.InZone(scorer.Zone).Date;
        days = [.. Enumerable.Range(0, WeekDates.Days).Select(monday.PlusDays)];
        noons = Array.ConvertAll(days, NoonOf);
        isSkipped = Array.ConvertAll(days, day => Time.LocalDays.IsSkipped(day, scorer.Zone));
        Rows = scorer.Fold.Channels.ToImmutableSortedDictionary(row => row.Channel.Name, row => row, StringComparer.Ordinal);
        Channels =
        [
            .. Rows.Values.Select(row => row.Channel).Where(channel => settings.ChannelMinutes.ContainsKey(channel.Name))
                .OrderBy(channel => settings.ChannelMinutes[channel.Name]).ThenBy(channel => channel.Name, StringComparer.Ordinal),
        ];
        Horizon = new PlanHorizon(scorer);
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

    /// <summary>Gets the day of the instant of the question.</summary>
    public LocalDate Today { get; }

    /// <summary>Gets how gently to go about each contact; empty unless the weeks are gentle.</summary>
    public IReadOnlyDictionary<ContactId, GentlePace> Paces { get; init; } = ImmutableDictionary<ContactId, GentlePace>.Empty;

    public GentlePace? PaceOf(ContactId contact) => Paces.GetValueOrDefault(contact);

    /// <summary>Gets what the owner offers and needs.</summary>
    public OwnerProfile Owner { get; init; } = OwnerProfile.Empty;

    /// <summary>Gets the accepted touches of earlier weeks that have not come yet.</summary>
    public ImmutableArray<AcceptedTouch> Accepted { get; init; } = [];

    /// <summary>Returns the days of the week that are left and on which a contact may be touched, from one on.</summary>
    public IEnumerable<LocalDate> OpenDaysOf(Contact contact, LocalDate from) =>
        DaysLeft.Where(day => day >= from && IsWorkingDay(contact, day) && Cadences.Bars(contact, day) is null);

    /// <summary>Gets the days of the week that are not over.</summary>
    public IEnumerable<LocalDate> DaysLeft => days.Where(day => day >= Today);

    /// <summary>Returns whether a day is one for a contact: those of its facets if some are set, else the owner's.</summary>
    public bool IsWorkingDay(Contact contact, LocalDate day)
    {
        if (PlaceOf(day) is var place and >= 0 ? isSkipped[place] : Time.LocalDays.IsSkipped(day, Scorer.Zone))
        {
            return false;
        }

        var isSet = false;
        foreach (var facet in contact.Facets)
        {
            if (Settings.DaysOfFacet.TryGetValue(facet.Name, out var days))
            {
                isSet = true;
                if (days.Contains(day.DayOfWeek))
                {
                    return true;
                }
            }
        }

        return !isSet && Settings.WorkingDays.Contains(day.DayOfWeek);
    }

    /// <summary>Returns whether a day of several is open for a touch with a contact.</summary>
    public bool IsOpenBetween(Contact contact, LocalDate from, LocalDate to, bool isForDate)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            if (IsWorkingDay(contact, day) && Cadences.Bars(contact, day, isForDate) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the last day on which a touch is in time and possible.</summary>
    public LocalDate DeadlineOf(Contact contact, CadenceWindow window)
    {
        for (var day = window.Latest; day >= Monday; day = day.PlusDays(-1))
        {
            if (day > Monday.PlusDays(4 * WeekDates.Days))
            {
                return window.Latest;
            }

            if (IsWorkingDay(contact, day) && Cadences.Bars(contact, day) is null)
            {
                return day;
            }
        }

        // Too late already; as soon as there is room.
        return CadenceDates.Plus(Monday, (4 * WeekDates.Days) - 1) ?? CadenceWindow.LastDate;
    }

    /// <summary>Gets the weeks over which touches count.</summary>
    public PlanHorizon Horizon { get; }

    /// <summary>Gets the channels that have minutes and a weight, the quickest first.</summary>
    public ImmutableArray<Channel> Channels { get; }

    /// <summary>Gets what the channels weigh, by name.</summary>
    public ImmutableSortedDictionary<string, ChannelWeight> Rows { get; }

    /// <summary>Returns a touch of a plan as it would be: answered, and of both sides where the channel is rich.</summary>
    public Touchpoint Imagined(Contact contact, LocalDate day, Channel channel, Gesture gesture) =>
        new(
            contact.Id, InstantOn(day), channel, IsRich(channel) ? Direction.Mutual : Direction.Outgoing) { Gesture = gesture,
            Outcome = Outcome.Answered };

    /// <summary>Returns whether a channel deepens a tie; one without a weight is light.</summary>
    public bool IsRich(Channel channel) => Rows.TryGetValue(channel.Name, out var row) && row.Class == ChannelClass.Rich;

    /// <summary>Returns the instant of a touch on a day: noon, or now if that has passed.</summary>
    public Instant InstantOn(LocalDate day) => PlaceOf(day) is var place and >= 0 ? noons[place] : NoonOf(day);

    private Instant NoonOf(LocalDate day) =>
        Instant.Max(AsOf, Instant.Min(SupportedTime.Last, (day + Noon).InZoneLeniently(Scorer.Zone).ToInstant()));

    private int PlaceOf(LocalDate day) => Array.IndexOf(days, day);
}
