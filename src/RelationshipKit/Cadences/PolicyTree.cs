namespace RelationshipKit.Cadences;

/// <summary>The policies of a plan and what can be read off them without trying them out.</summary>
internal sealed class PolicyTree
{
    private readonly CadenceRules plan;

    public PolicyTree(CadenceRules plan, Contact[] contacts)
    {
        this.plan = plan;
        Walk(plan.PolicyOfAll, contacts, isSaid: contacts.Length == 0);
        foreach (var (id, own) in plan.Overrides)
        {
            Walk(own, [.. contacts.Where(contact => contact.Id == id || contact.Aliases.Contains(id))], isSaid: true);
        }
    }

    /// <summary>Gets the policies, each once, as they stand in the plan.</summary>
    public List<ICadencePolicy> Policies { get; } = [];

    public List<CadenceFinding> Findings { get; } = [];

    // Contacts are those that all selectors on the way keep. If there are none, that is reported once, where it begins.
    private void Walk(ICadencePolicy policy, Contact[] contacts, bool isSaid)
    {
        if (!Policies.Contains(policy, ReferenceEqualityComparer.Instance))
        {
            Policies.Add(policy);
        }

        if (policy is ForCadence some)
        {
            contacts = [.. contacts.Where(contact => some.Selector.Holds(contact) != some.IsUnless)];
            if (contacts.Length == 0 && !isSaid)
            {
                Add(CadenceFindingKind.SelectsNobody, $"\"{policy}\" is for none of the contacts", policy);
                isSaid = true;
            }
        }

        Check(policy);
        if (policy is NamedCadence named)
        {
            if (plan.Policies.TryGet(named.Name, out var registered))
            {
                Walk(registered, contacts, isSaid);
            }
            else
            {
                Add(CadenceFindingKind.NameNotRegistered, $"no policy is registered under the name \"{named.Name}\"", policy);
            }
        }

        foreach (var part in policy is StockCadence stock ? stock.Parts : [])
        {
            Walk(part, contacts, isSaid);
        }
    }

    private void Check(ICadencePolicy policy)
    {
        if (policy is BoundedCadence outer && outer.Policy is BoundedCadence inner && outer.IsAtLeast != inner.IsAtLeast)
        {
            var (least, most) = outer.IsAtLeast ? (outer.Bound, inner.Bound) : (inner.Bound, outer.Bound);
            if (CadenceDates.ApproximateDays(least) > CadenceDates.ApproximateDays(most))
            {
                Add(
                    CadenceFindingKind.CancelEachOther,
                    $"at least {PeriodText.Of(least)} and at most {PeriodText.Of(most)} apart cancel each other", policy);
            }
        }

        if (policy is WeeklyCadence weekly && weekly.Days.Days.All(plan.QuietDays.Contains))
        {
            Add(CadenceFindingKind.CancelEachOther, $"\"{policy}\" asks for quiet days only", policy);
        }

        if (policy is QuietDaysCadence { Policy: WeeklyCadence on } off && on.Days.Days.All(off.Days.Contains))
        {
            Add(CadenceFindingKind.CancelEachOther, $"\"{policy}\" asks for the days it keeps off only", policy);
        }
    }

    private void Add(CadenceFindingKind kind, string message, ICadencePolicy policy)
    {
        // A policy may stand in a plan several times.
        if (!Findings.Exists(finding => finding.Kind == kind && finding.Message == message))
        {
            Findings.Add(new CadenceFinding(kind, message, policy: policy));
        }
    }
}
