using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>
/// Reviews a plan before anybody relies on it: who is reached by no policy, which windows cannot be met, which policies can never win.
/// </summary>
internal static class CadenceReview
{
    private const int Days = 12;
    private const int Apart = 30;
    private const int LongAgo = 400;

    /// <summary>Reviews a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="histories">What happened with each contact, all up to the same instant; each contact once.</param>
    /// <returns>
    /// The findings, in order of code, then of contact, then as the policies stand in the plan. If a name is not registered, only what the
    /// plan itself shows.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument, or one of the histories, is <see langword="null"/>.</exception>
    public static ImmutableArray<CadenceFinding> Of(CadenceRules plan, IEnumerable<CadenceHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(histories);
        CadenceHistory[] all = [.. histories.Select(history => history ?? throw new ArgumentNullException(nameof(histories)))];
        var tree = new PolicyTree(plan, [.. all.Select(history => history.Contact)]);
        var findings = new List<CadenceFinding>(tree.Findings);
        findings.AddRange(Circles(all));
        findings.AddRange(Strangers(plan, all));
        findings.AddRange(all.Where(history => plan.QuietDays.Union(plan.WishesOf(history.Contact).NotOn).Count() == 7)
            .Select(
                history =>
                    new CadenceFinding(
                        CadenceFindingKind.NoDayLeft, "quiet days and wishes leave no day of the week", history.Contact.Id)));
        if (!tree.Findings.Any(finding => finding.Kind == CadenceFindingKind.NameNotRegistered))
        {
            findings.AddRange(Tried(plan, all, tree));
        }

        return [.. findings.OrderBy(finding => finding.Kind).ThenBy(finding => finding.Contact ?? ContactId.None)];
    }

    private static IEnumerable<CadenceFinding> Circles(CadenceHistory[] histories) =>
        from history in histories
        where history.Contact.Circle is not null
        group history by history.Contact.Circle!.Name into circle
        let capacity = circle.Max(history => history.Contact.Circle!.AdvisedCapacity)
        where circle.Count() > capacity
        orderby capacity
        select new CadenceFinding(
            CadenceFindingKind.CircleOverCapacity,
            string.Create(
                CultureInfo.InvariantCulture, $"the circle {circle.Key} has {circle.Count()} contacts; {capacity} are advised at most"));

    private static IEnumerable<CadenceFinding> Strangers(CadenceRules plan, CadenceHistory[] histories)
    {
        var known = histories.SelectMany(history => history.Contact.Aliases.Append(history.Contact.Id)).ToHashSet();
        return plan.Suspensions.Where(suspension => suspension.Contact is not null)
            .Select(suspension => (What: $"the suspension, {suspension},", Contact: suspension.Contact!.Value))
            .Concat(plan.Wishes.Keys.Select(contact => (What: "the wishes", Contact: contact)))
            .Concat(plan.FreshStarts.Keys.Select(contact => (What: "the fresh start", Contact: contact)))
            .Where(row => !known.Contains(row.Contact))
            .Select(
                row =>
                    new CadenceFinding(
                        CadenceFindingKind.UnknownContact, $"{row.What} of somebody who is not among the contacts", row.Contact));
    }

    private static IEnumerable<CadenceFinding> Tried(CadenceRules plan, CadenceHistory[] histories, PolicyTree tree)
    {
        var decided = new HashSet<ICadencePolicy>(ReferenceEqualityComparer.Instance);
        var overridden = new Dictionary<ICadencePolicy, ContactSelector?>(ReferenceEqualityComparer.Instance);
        foreach (var history in histories)
        {
            var now = plan.Resolve(history);
            CadenceResolution[] tried = [.. Situations(history).Select(plan.Resolve)];
            foreach (var resolution in tried.Append(now))
            {
                decided.UnionWith(resolution.Policy is { } policy ? [policy] : []);
                decided.UnionWith(resolution.Dates.Select(date => date.Policy));
                foreach (var lost in resolution.Overridden)
                {
                    overridden.TryAdd(lost.Policy, lost.Selector);
                }
            }

            if (Finding(plan, history, now, tried) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var policy in tree.Policies.Where(policy => overridden.ContainsKey(policy) && !decided.Contains(policy)))
        {
            yield return new CadenceFinding(
                CadenceFindingKind.NeverDecides,
                $"\"{policy}\"{(overridden[policy] is { } selector ? $" for {selector}" : "")} is overridden by others each time",
                policy: policy);
        }
    }

    private static CadenceFinding? Finding(CadenceRules plan, CadenceHistory history, CadenceResolution now, CadenceResolution[] tried)
    {
        var contact = history.Contact.Id;
        var wishes = plan.WishesOf(history.Contact);
        if (history.Contact.State != ContactState.Active || wishes.NoContact || plan.QuietDays.Union(wishes.NotOn).Count() == 7)
        {
            return null;
        }

        if (now.Failure is { } failure)
        {
            return new CadenceFinding(CadenceFindingKind.PolicyFailed, $"{failure}; the others are answered", contact);
        }

        if (tried.Append(now).All(resolution => resolution.Asked is null && resolution.Dates.IsEmpty))
        {
            return new CadenceFinding(CadenceFindingKind.ReachedByNone, "no policy asks for a touch", contact);
        }

        if (history is { LastTouch: null, FirstMet: null, Contact.AddedOn: null } && plan.Since is null && now.Dates.IsEmpty)
        {
            return new CadenceFinding(
                CadenceFindingKind.NoDayToCountFrom, "there is no day to count from; say since when the plan holds, or when they met",
                contact);
        }

        if (now.Asked is null && now.Dates.IsEmpty)
        {
            return new CadenceFinding(CadenceFindingKind.RestsForNow, "nothing is asked for as things stand", contact);
        }

        return tried.Take(1).Prepend(now).FirstOrDefault(IsOutOfReach) is { Asked: { } asked } far
            ? new CadenceFinding(
                CadenceFindingKind.WindowOutOfReach,
                $"\"{far.Policy ?? plan.PolicyFor(history.Contact)}\" asks for {CadenceWindow.Text(asked.Ideal)} to "
                    + $"{CadenceWindow.Text(asked.Latest)}; "
                + $"{string.Join(" and ", far.Adjustments.Select(step => step.Kind).Distinct().Select(NameOf))} "
                + $"{(far.Window is { } window ? $"move it to {CadenceWindow.Text(window.Ideal)}" : "take it away")}",
                contact,
                far.Policy)
            : null;
    }

    private static string NameOf(CadenceAdjustmentKind kind) => kind switch
    {
        CadenceAdjustmentKind.Wish => "wishes",
        CadenceAdjustmentKind.QuietDay => "quiet days",
        _ => "absences",
    };

    // A pause or a snooze is meant to move the window; the rest may not be.
    private static bool IsOutOfReach(CadenceResolution resolution) =>
        resolution.Asked is { } asked
        && asked.Latest >= resolution.Today
        && !(resolution.Window is { } window && window.Ideal <= asked.Latest)
        && resolution.Adjustments.All(
            step => step.Kind is CadenceAdjustmentKind.Wish or CadenceAdjustmentKind.QuietDay or CadenceAdjustmentKind.Away);

    // The first is a meeting on the day itself.
    private static IEnumerable<CadenceHistory> Situations(CadenceHistory history)
    {
        for (var i = 0; i < Days; i++)
        {
            // Near the ends of time there is room for some of the situations only.
            if (history.AsOf > Time.SupportedTime.Last - Duration.FromDays(i * Apart))
            {
                yield break;
            }

            var now = history.AsOf + Duration.FromDays(i * Apart);
            yield return At(now, Touched(now, Channel.InPerson, Direction.Mutual));
            if (now - Duration.FromDays(LongAgo) >= Time.SupportedTime.First)
            {
                yield return At(
                    now, Touched(now - Duration.FromDays(LongAgo), Channel.InPerson, Direction.Mutual),
                    Touched(now, Channel.Message, Direction.Mutual));
            }

            if (now - Duration.FromDays(1) >= Time.SupportedTime.First)
            {
                yield return At(
                    now, Touched(now - Duration.FromDays(1), Channel.InPerson, Direction.Mutual),
                    Touched(now, Channel.Message, Direction.Incoming));
            }
        }

        Touchpoint Touched(Instant at, Channel channel, Direction direction) =>
            new(history.Contact.Id, at, channel, direction) { Facet = history.Facet };

        CadenceHistory At(Instant now, params ImmutableArray<Touchpoint> touchpoints) =>
            new(history.Contact, touchpoints, now, history.Zone) { Facet = history.Facet, Rhythm = history.Rhythm };
    }
}
