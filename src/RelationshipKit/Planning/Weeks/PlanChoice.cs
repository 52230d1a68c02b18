using System.Collections.Immutable;
using RelationshipKit.Planning.Solving;

namespace RelationshipKit.Planning.Weeks;

/// <summary>Turns candidates into a problem of numbers, and the answer back into a plan with reasons.</summary>
internal sealed class PlanChoice
{
    /// <summary>What a kept date counts, in days of strength: more than all else that a week could gain by the same minutes.</summary>
    public const double DateKept = 1_000;

    // More than a touch gains.
    private const double WindowServed = 400;

    private readonly PlanWeek week;
    private readonly List<PlanCandidate> candidates;
    private readonly List<(PlanReason Full, int Cap)> groups = [];
    private readonly Dictionary<string, int> groupByName = new(StringComparer.Ordinal);
    private readonly PlanProblem problem;
    private readonly bool isBearable;
    private readonly HashSet<ContactId> guaranteed;

    public PlanChoice(PlanWeek week, List<PlanCandidate> candidates, bool isBearable)
    {
        this.week = week;
        this.candidates = candidates;
        this.isBearable = isBearable;
        guaranteed = Guaranteed(week, candidates);
        var people = candidates.Select(PersonOf).ToArray();
        var settings = week.Settings;
        problem = new PlanProblem(
            people, settings.MinutesPerWeek, settings.MinutesPerDay, settings.MostPerDay, [.. groups.Select(group => group.Cap)]);
    }

    public WeekPlan Choose(List<LeftOutContact> leftOut)
    {
        var solution = PlanSolver.Solve(problem);
        var usage = new PlanUsage(problem);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (solution.Chosen[i] >= 0)
            {
                usage.Add(problem.People[i], problem.People[i].Options[solution.Chosen[i]]);
            }
        }

        var (items, dates) = (new List<PlanItem>(), 0);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (solution.Chosen[i] >= 0)
            {
                items.Add(ItemOf(candidates[i], candidates[i].Ways[solution.Chosen[i]]));
                dates += candidates[i].Ways[solution.Chosen[i]].IsForDate ? 1 : 0;
            }
            else
            {
                leftOut.Add(new LeftOutContact(candidates[i].Contact, WhyNot(problem.People[i], usage)));
            }
        }

        return new WeekPlan(week.Monday, week.Settings)
        {
            Items = [.. items.OrderBy(item => item.Day).ThenBy(item => item.Contact.Id)],
            LeftOut = [.. leftOut.OrderBy(left => left.Contact.Id)],
            Pace = week.Pace,
            Notes = week.Pace is { } pace ? [pace.Reason, .. DatesBeside(items.Count - dates, dates, pace)] : [],
            Gain = solution.Gain,
            UpperBound = solution.UpperBound,
        };
    }

    private static IEnumerable<PlanReason> DatesBeside(int steps, int dates, GentlePace pace) =>
        dates > 0 && steps + dates > pace.MostSteps ? [new PlanReason(PlanReasonCode.DatesBeside) { Count = dates }] : [];

    private PlanPerson PersonOf(PlanCandidate candidate)
    {
        var settings = week.Settings;
        var own = new List<int>();
        if (candidate.IsDormant)
        {
            own.Add(
                Group(
                    "dormant", new PlanReason(PlanReasonCode.DormantPlacesTaken) { Count = settings.DormantPlaces },
                    settings.DormantPlaces));
        }

        if (week.Pace?.MostSteps is { } steps)
        {
            own.Add(Group("gentle", new PlanReason(PlanReasonCode.GentleEnough) { Count = steps }, steps));
        }

        if (candidate.Contact.Circle is { Name: var circle })
        {
            own.Add(
                Group(
                    $"circle {circle}", new PlanReason(PlanReasonCode.CircleTaken) { Name = circle, Count = settings.MostPerCircle },
                    settings.MostPerCircle));
        }

        foreach (var facet in candidate.Contact.Facets)
        {
            own.Add(
                Group(
                    $"facet {facet.Name}", new PlanReason(PlanReasonCode.FacetTaken) { Name = facet.Name, Count = settings.MostPerFacet },
                    settings.MostPerFacet));
        }

        if (candidate.Ways[0].IsForDate)
        {
            own.Clear();
        }

        var options = candidate.Ways.Select(way => new PlanOption(
            GainOf(candidate, way), new PlanPart(NodaTime.Period.DaysBetween(week.Monday, way.Day), way.Minutes, way.IsForDate))
        {
            Precedence = way.IsForDate ? way.Gain : GainOf(candidate, way) - way.Gain,
        });
        return new PlanPerson([.. options], [.. own]);
    }

    // Inner circles that wait come before what gains most, but take no more than half of the minutes; the longest wait first.
    private static HashSet<ContactId> Guaranteed(PlanWeek week, List<PlanCandidate> candidates)
    {
        var minutes = week.Settings.MinutesPerWeek / 2;
        var found = new HashSet<ContactId>();
        foreach (var candidate in candidates.Where(candidate => candidate.Need is { IsUrgent: true })
            .OrderBy(candidate => candidate.Need!.Ideal)
            .ThenBy(candidate => candidate.Contact.Id))
        {
            if ((minutes -= candidate.Need!.Minutes) < 0)
            {
                break;
            }

            found.Add(candidate.Contact.Id);
        }

        return found;
    }

    // Where the minutes are enough for all cadences, every window is served, those that end first before the others.
    private double GainOf(PlanCandidate candidate, PlanTouch way)
    {
        var gain = way.Gain;
        if (way.IsForDate || candidate.Need is not { } need)
        {
            return gain;
        }

        var isWanted = isBearable && need.Ideal <= week.Sunday && way.Day <= need.Deadline;
        var inTime = isWanted
            ? WindowServed / (1 << Math.Clamp(NodaTime.Period.DaysBetween(week.Monday, need.Deadline) / WeekDates.Days, 0, 3))
            : 0;
        return gain + Math.Max(inTime, guaranteed.Contains(candidate.Contact.Id) ? WindowServed / 2 : 0);
    }

    private int Group(string name, PlanReason full, int cap)
    {
        if (!groupByName.TryGetValue(name, out var group))
        {
            group = groups.Count;
            groupByName.Add(name, group);
            groups.Add((full, cap));
        }

        return group;
    }

    private PlanItem ItemOf(PlanCandidate candidate, PlanTouch touch)
    {
        ImmutableArray<PlanReason> notes = candidate.Deepening is not { } could ? []
            : week.Rows[touch.Channel.Name].Class == Ties.ChannelClass.Rich ? [new PlanReason(PlanReasonCode.Deepens)]
            : [could];
        if (candidate.FactOf(touch) is { } fact)
        {
            notes = notes.Insert(0, fact);
        }

        return new PlanItem(
            candidate.Contact, touch.Day, touch.Channel, touch.Gesture, touch.Minutes, GainOf(candidate, touch),
            touch.Reason) { Notes = notes, Policy = touch.Policy, IsOptional = touch.IsOptional };
    }

    // What stands in the way, the hardest first.
    private PlanReason WhyNot(PlanPerson person, PlanUsage usage)
    {
        foreach (var group in person.Groups)
        {
            if (!usage.HasRoomIn(group))
            {
                return groups[group].Full;
            }
        }

        var left = week.Settings.MinutesPerWeek - usage.Minutes;
        return person.Options.Min(option => option.Minutes) > left ? new PlanReason(PlanReasonCode.BudgetSpent) { Minutes = left }
            : person.Options.Any(usage.HasTimeFor) ? new PlanReason(PlanReasonCode.OthersFirst)
            : new PlanReason(PlanReasonCode.DaysFull);
    }
}
