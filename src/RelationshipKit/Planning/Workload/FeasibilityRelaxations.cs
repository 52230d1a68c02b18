using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Planning.Workload;

/// <summary>
/// Finds the smallest changes after which a budget is enough: contacts farther apart, those of one policy or all; or some who rest, dormant
/// ones or any.
/// </summary>
internal sealed class FeasibilityRelaxations(
    CadenceRules cadences, CadenceWalk[] walks, ImmutableArray<CadenceDemand> demands, int budgetMinutes, ImmutableArray<ContactId> missed)
{
    private const int LongestDays = 3_650;

    // How much nearer or farther than estimated the days may lie: quiet days and occasions shift the rates a little.
    private const int MostCorrections = 30;

    public static bool Fits(double minutes, int budget) => minutes <= budget + 1e-9;

    public ImmutableArray<Relaxation> Find()
    {
        var total = demands.Sum(demand => demand.MinutesPerWeek);
        if (Fits(total, budgetMinutes))
        {
            // In the long run the budget is enough, but too much is due at once.
            int[] waiting = [.. Enumerable.Range(0, demands.Length).Where(i => missed.Contains(demands[i].Contact.Id))];
            return waiting.Length == 0 ? []
                :
                [
                    new Relaxation(
                        new PlanReason(PlanReasonCode.Rest) { Count = waiting.Length },
                        [.. waiting.Select(i => demands[i].Contact.Id)],
                        waiting.Sum(i => demands[i].MinutesPerWeek),
                        waiting.Sum(i => demands[i].TouchesPerWeek)),
                ];
        }

        var asking = Enumerable.Range(0, demands.Length).Where(i => demands[i].MinutesPerWeek > 0).ToArray();
        var found = asking
            .GroupBy(i => (Policy: demands[i].Policy!.ToString()!, demands[i].Selector))
            .OrderBy(alike => alike.Key.Policy, StringComparer.Ordinal)
            .ThenBy(alike => alike.Key.Selector, StringComparer.Ordinal)
            .Select(alike => Stretched([.. alike], total, days => new PlanReason(PlanReasonCode.Stretch)
            {
                Count = alike.Count(),
                Days = days,
                Name = alike.Key.Selector,
                Policy = demands[alike.First()].Policy,
            }))
            .Append(Stretched(asking, total, days => new PlanReason(PlanReasonCode.StretchAll) { Days = days }))
            .Append(Resting([.. asking.Where(i => demands[i].IsDormant)], total, PlanReasonCode.RestDormant))
            .Append(Resting(asking, total, PlanReasonCode.Rest))
            .OfType<Relaxation>()
            .ToList();

        // The dormant ones may be those who take the most anyway.
        if (found is [.., { Change.Code: PlanReasonCode.RestDormant } dormant, var rest] && dormant.Contacts.AsSpan()
            .SequenceEqual(rest.Contacts.AsSpan()))
        {
            found.Remove(rest);
        }

        return [.. found.OrderBy(change => change.GivesUpTouches)
            .ThenByDescending(change => change.SavesMinutes)
            .ThenBy(change => change.Change.Code)];
    }

    // The fewest days apart that do, walked and not only estimated.
    private Relaxation? Stretched(int[] some, double total, Func<int, PlanReason> change)
    {
        var others = total - some.Sum(i => demands[i].MinutesPerWeek);
        if (others > budgetMinutes)
        {
            return null;
        }

        var days = (int)Numerics.MonotoneSearch.FirstWhere(
            1, LongestDays, apart => Fits(others + some.Sum(i => EstimatedAt(demands[i], apart)), budgetMinutes));
        var walked = WalkedAt(some, days);
        for (var i = 0; i < MostCorrections && days < LongestDays && !Does(walked); i++)
        {
            walked = WalkedAt(some, ++days);
        }

        for (var i = 0; i < MostCorrections && days > 1 && WalkedAt(some, days - 1) is var nearer && Does(nearer); i++)
        {
            (walked, days) = (nearer, days - 1);
        }

        return Does(walked)
            ? new Relaxation(
                change(days),
                [.. some.Select(i => demands[i].Contact.Id)],
                some.Sum(i => demands[i].MinutesPerWeek) - walked.Minutes,
                some.Sum(i => demands[i].TouchesPerWeek) - walked.Touches)
            : null;

        bool Does((double Touches, double Minutes) rates) => Fits(others + rates.Minutes, budgetMinutes);
    }

    private static double EstimatedAt(CadenceDemand demand, long days) =>
        demand.MinutesPerWeek * Math.Min(1, 7 / (demand.TouchesPerWeek * days));

    private (double Touches, double Minutes) WalkedAt(int[] some, int days)
    {
        // Made directly: the policy may be nested as deep as any may be already.
        var apart = cadences with
        {
            Policy = Apart(cadences.PolicyOfAll),
            Overrides = cadences.Overrides.ToImmutableSortedDictionary(own => own.Key, own => Apart(own.Value)),
        };

        ICadencePolicy Apart(ICadencePolicy policy) => new BoundedCadence(policy, Period.FromDays(days), isAtLeast: true);

        var walked = some.Select(i => walks[i].Walk(apart)).ToArray();
        return (walked.Sum(demand => demand.TouchesPerWeek), walked.Sum(demand => demand.MinutesPerWeek));
    }

    // Those who take the most minutes, so that the fewest rest.
    private Relaxation? Resting(int[] some, double total, PlanReasonCode code)
    {
        var resting = new List<int>();
        var (minutes, touches) = (0.0, 0.0);
        foreach (var i in some.OrderByDescending(i => demands[i].MinutesPerWeek))
        {
            if (Fits(total - minutes, budgetMinutes))
            {
                break;
            }

            resting.Add(i);
            minutes += demands[i].MinutesPerWeek;
            touches += demands[i].TouchesPerWeek;
        }

        return Fits(total - minutes, budgetMinutes)
            ? new Relaxation(
                new PlanReason(code) { Count = resting.Count }, [.. resting.Order().Select(i => demands[i].Contact.Id)], minutes, touches)
            : null;
    }
}
