using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Workload;

/// <summary>
/// Walks the windows of one contact: a touch on each ideal date, answered, through the quickest channel that satisfies what was asked for.
/// </summary>
/// <remarks>
/// The first four years and a day let ladders, pauses and what was lapsed settle. The rate then runs from one touch to the first touch, at
/// least four years and a day later, that has the same dozen touches before it. So whole periods of days, weeks, months and years, also
/// several at once, are counted exactly, because four years are 48 months and 1,461 days. Where nothing recurs within eight years, the rate
/// is theirs. A dozen touches or more that lie equally far apart, for more than a year, are a period already.
/// </remarks>
internal sealed class CadenceWalk
{
    private const int CycleDays = 1_461;

    private const int SteadyDays = 400;
    private const int SteadyTouches = 12;

    // A policy that asks each working day takes 2,100.
    private const int MostSteps = 10_000;

    private static readonly Gesture[] Gestures =
        [Gesture.CheckIn, .. Enum.GetValues<Gesture>().Where(gesture => gesture != Gesture.CheckIn)];

    private readonly PlanWeek week;
    private readonly Contact contact;
    private readonly RelationshipScorer scorer;
    private readonly CadenceHistory history;
    private readonly Channel[] channels;
    private readonly PlanChannels times;

    public CadenceWalk(PlanWeek week, Contact contact, ITouchpointReader touchpoints)
    {
        this.week = week;
        this.contact = contact;
        scorer = week.Scorer.For(contact);
        var state = scorer.StateOf(touchpoints, contact, week.AsOf);
        history = CadenceHistory.Of(contact, touchpoints.Of(contact), state, scorer, week.AsOf);
        times = new PlanChannels(week, contact, history.Touchpoints, scorer.EvidenceOf(state.ContactDays));
        channels = [.. times.Offered.Concat(times.Everything).Distinct()];
    }

    public CadenceDemand Walk(CadenceRules cadences)
    {
        var now = cadences.Resolve(history);
        var isDormant = now.State == CadenceState.Dormant;
        var (resolution, known, today) = (now, history, history.Today);
        var steps = new List<Step>();
        var anchor = -1;
        while (steps.Count < MostSteps && (resolution.Window is not null || !resolution.Dates.IsEmpty))
        {
            // What is late by now is made up for today; and what no channel satisfies stays undone. A date is kept on its day, if the
            // interval does not come first.
            var interval = resolution.Window is { } window ? LocalDate.Max(window.Ideal, today) : (LocalDate?)null;
            var date = resolution.Dates.MinBy(date => date.Day) is { } first && !(first.Day >= interval) ? first : null;
            var day = date is null ? interval!.Value : LocalDate.Max(date.Day, today);
            if (Touched(cadences, known, resolution, date, day) is not { } touched)
            {
                break;
            }

            steps.Add(new Step(
                day,
                steps.Count == 0 ? 0 : CadenceDates.DaysBetween(steps[^1].Day, day),
                touched.Minutes,
                date is null ? resolution.Policy! : date.Policy,
                NameOf(date is null ? resolution.Selector : date.Selector)));
            if (IsSteady(steps))
            {
                return DemandOf(steps, steps.Count - 2, steps.Count - 1, isDormant);
            }

            if (anchor < 0)
            {
                anchor = CadenceDates.DaysBetween(history.Today, day) >= CycleDays ? steps.Count - 1 : -1;
            }
            else if (CadenceDates.DaysBetween(steps[anchor].Day, day) is var days
                && ((days >= CycleDays && Recurs(steps, anchor)) || days >= 2 * CycleDays))
            {
                return DemandOf(steps, anchor, steps.Count - 1, isDormant);
            }

            (known, resolution, today) = (touched.Known, touched.Resolution, day);
        }

        return new CadenceDemand(contact, 0, 0, null, null, isDormant);
    }

    private static bool IsSteady(List<Step> steps)
    {
        var last = steps[^1];
        if (last.GapDays == 0)
        {
            return false;
        }

        var alike = Math.Max(SteadyTouches, (SteadyDays + last.GapDays - 1) / last.GapDays);
        if (steps.Count <= alike)
        {
            return false;
        }

        for (var i = 0; i < alike; i++)
        {
            if (!steps[^(i + 1)].IsLike(last))
            {
                return false;
            }
        }

        return true;
    }

    // The touches before the last one lie as those before the anchor did.
    private static bool Recurs(List<Step> steps, int anchor)
    {
        for (var i = 0; i < Math.Min(SteadyTouches, anchor); i++)
        {
            if (!steps[^(i + 1)].IsLike(steps[anchor - i]))
            {
                return false;
            }
        }

        return true;
    }

    private CadenceDemand DemandOf(List<Step> steps, int from, int to, bool isDormant)
    {
        var counted = steps.GetRange(from + 1, to - from);
        double days = CadenceDates.DaysBetween(steps[from].Day, steps[to].Day);
        var most = counted
            .GroupBy(step => (Policy: step.Policy.ToString(), step.Selector))
            .OrderByDescending(alike => alike.Count())
            .ThenBy(alike => alike.Key.Policy, StringComparer.Ordinal)
            .ThenBy(alike => alike.Key.Selector, StringComparer.Ordinal)
            .First()
            .First();
        return new CadenceDemand(
            contact, 7 * counted.Count / days, 7 * counted.Sum(step => step.Minutes) / days, most.Policy, most.Selector, isDormant);
    }

    // A policy for one contact is alike that of others; whom it is for says nothing of the group.
    private static string? NameOf(ContactSelector? selector) => selector is { Contact: null } ? selector.ToString() : null;

    private (CadenceHistory Known, CadenceResolution Resolution, int Minutes)? Touched(
        CadenceRules cadences, CadenceHistory known, CadenceResolution asked, CadenceDate? date, LocalDate day)
    {
        foreach (var gesture in date is null ? Gestures : [Gesture.Congratulate])
        {
            foreach (var channel in channels)
            {
                var after = known.After(scorer, week.Imagined(contact, day, channel, gesture));
                var next = cadences.Resolve(after);
                if (date is null ? asked.IsServedBy(next) : !next.Dates.Any(open => open.On == date.On && open.Occasion == date.Occasion))
                {
                    return (after, next, times.MinutesOf(channel));
                }
            }
        }

        return null;
    }

    private readonly record struct Step(LocalDate Day, int GapDays, int Minutes, ICadencePolicy Policy, string? Selector)
    {
        public bool IsLike(Step other) => GapDays == other.GapDays && Minutes == other.Minutes;
    }
}
