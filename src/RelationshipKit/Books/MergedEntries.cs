using RelationshipKit.Cadences;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>Writes and reads what a merge took in.</summary>
internal static class MergedEntries
{
    public static ChangesDocument.MergedEntry Write(MergedContact merged, CadencePolicies policies) => new()
    {
        Into = merged.Into.Value,
        Absorbed = Write(merged.Absorbed, policies),
        Before = Write(merged.Before, policies),
        After = Write(merged.After, policies),
    };

    public static MergedContact Read(ChangesDocument.MergedEntry entry, string path, CadencePolicies policies) => new(
        ContactEntries.Made(() => ContactId.FromValue(entry.Into), $"{path}.into"),
        Read(entry.Absorbed, $"{path}.absorbed", policies),
        Read(entry.Before, $"{path}.before", policies),
        Read(entry.After, $"{path}.after", policies));

    private static ChangesDocument.KeptEntry Write(KeptForContact kept, CadencePolicies policies) => new()
    {
        Contact = ContactEntries.Write(kept.Contact),
        Override = kept.Override is { } policy ? CadencePolicyEntries.Write(policy, policies) : null,
        Suspensions = kept.Suspensions.IsEmpty ? null : [.. kept.Suspensions.Select(CadenceRulesJson.Write)],
        Wishes = kept.Wishes is { } wishes ? CadenceRulesJson.Write(wishes) : null,
        FreshStart = kept.FreshStart is { } start ? CadenceTexts.Of(start) : null,
        NotNow = kept.NotNow is { } date ? CadenceTexts.Of(date) : null,
        Favours = kept.Favours.IsEmpty ? null : [.. kept.Favours.Select(PlanningEntries.Write)],
        Correction = kept.Correction is { } correction ? PlanningEntries.Write(correction) : null,
    };

    private static KeptForContact Read(ChangesDocument.KeptEntry entry, string path, CadencePolicies policies) => new(
        ContactEntries.Read(entry.Contact, $"{path}.contact"),
        entry.Override is { } policy ? CadencePolicyEntries.Read(policy, $"{path}.override", policies) : null,
        [.. (entry.Suspensions ?? []).Select((suspension, i) => CadenceRulesJson.Read(suspension, $"{path}.suspensions[{i}]"))],
        entry.Wishes is { } wishes ? CadenceRulesJson.Read(wishes, $"{path}.wishes") : null,
        entry.FreshStart is { } start ? CadenceTexts.ReadDate(start, $"{path}.freshStart") : null,
        entry.NotNow is { } date ? CadenceTexts.ReadDate(date, $"{path}.notNow") : null,
        [.. (entry.Favours ?? []).Select((favour, i) => PlanningEntries.Read(favour, $"{path}.favours[{i}]"))],
        entry.Correction is { } correction ? PlanningEntries.Read(correction, $"{path}.correction") : null);
}
