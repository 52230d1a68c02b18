using System.Collections.Immutable;
using System.Text.Json;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>Takes a person out of everything that a book holds.</summary>
internal sealed class ErasedPerson(ImmutableArray<ContactId> ids)
{
    private readonly HashSet<ContactId> ids = [.. ids];
    private readonly ErasedText text = new(ids);

    public (BookState State, ErasureReport Report) Erase(BookState state, ImmutableArray<string> digests)
    {
        var report = new ErasureReport();
        state = WithoutHistory(state, report);
        state = WithoutContacts(state, report);
        state = WithoutCadences(state, report);
        state = WithoutPlans(state, report);
        return (state with { Forgotten = state.Forgotten.SetItems(digests.Select(digest => KeyValuePair.Create(digest, true))) }, report);
    }

    /// <summary>Determines whether a text is one of the ids, or has one of them as a word.</summary>
    public bool IsNamedIn(string value) =>
        text.IsIn(value) || value.Split(' ').Any(part => ids.Any(id => Uri.EscapeDataString(id.Value) == part));

    public bool IsNamedIn(JsonElement? element) => element is { } present && present.ValueKind switch
    {
        JsonValueKind.String => text.IsIn(present.GetString()!),
        JsonValueKind.Array => present.EnumerateArray().Any(item => IsNamedIn(item)),
        JsonValueKind.Object => present.EnumerateObject().Any(member => text.IsIn(member.Name) || IsNamedIn(member.Value)),
        _ => false,
    };

    private BookState WithoutHistory(BookState state, ErasureReport report)
    {
        var named = state.History.Slots
            .Where(slot => Versions(slot).Any(touchpoint => touchpoint.Participants.Any(ids.Contains) || text.IsIn(touchpoint.Note)))
            .OrderBy(slot => slot.Any, TouchpointIdentity.Comparer)
            .ToArray();

        // All leave before any comes back, as a touchpoint without the person may have the identity of another one that is rewritten.
        var changed = named.ToDictionary(slot => slot.Any, TouchpointSlot? (_) => null, TouchpointIdentity.Comparer);
        foreach (var slot in named)
        {
            var past = slot.Past.RemoveAll(version => version.Touchpoint.Participants.Any(ids.Contains));
            report.PastVersions += slot.Past.Length - past.Length;
            past = [.. past.Select(version => version with { Touchpoint = text.Without(version.Touchpoint) })];
            if (slot.Held is not { } held)
            {
                if (!past.IsEmpty)
                {
                    changed[past[^1].Touchpoint] = new TouchpointSlot(null, 0, past);
                }

                continue;
            }

            var (left, isRewritten) = (text.Without(Without(held)), held.Participants.Any(ids.Contains));
            report.Notes += left is not null && left.Note != held.Note ? 1 : 0;
            var other = left is null ? null : changed.TryGetValue(left, out var rewritten) ? rewritten : state.History.SlotOf(left);
            if (left is null || other is { Held: not null })
            {
                report.Touchpoints++;
                continue;
            }

            var isSame = TouchpointIdentity.Comparer.Equals(left, slot.Any);
            // A retracted touchpoint of the identity that is left gives way: it is known again, from no earlier than it was given up.
            changed[left] = other is null
                ? new TouchpointSlot(left, slot.RecordedAtMicros, isSame ? past : [])
                : other.Holding(left, Math.Max(slot.RecordedAtMicros, other.RetiredSinceMicros));
            report.SharedTouchpoints += isRewritten ? 1 : 0;
        }

        return state with { History = state.History.WithAll(changed).WithoutKept(ids) };
    }

    private BookState WithoutContacts(BookState state, ErasureReport report)
    {
        foreach (var contact in state.Contacts.Values)
        {
            if (ids.Contains(contact.Id))
            {
                state = state.With(contact.Id, null);
                continue;
            }

            var relations = contact.Relations.RemoveAll(relation => ids.Contains(relation.Other));
            var origin = contact.Origin is { IntroducedBy: { } introducer } known && ids.Contains(introducer)
                ? known with { IntroducedBy = null }
                : contact.Origin;
            var left = contact with { Relations = relations, Origin = origin };
            var scrubbed = text.Without(left);
            report.Relations += contact.Relations.Length - relations.Length + (Equals(origin, contact.Origin) ? 0 : 1);
            report.Notes += scrubbed.Equals(left) ? 0 : 1;
            state = scrubbed.Equals(contact) ? state : state.With(contact.Id, scrubbed);
        }

        // What a merge keeps of the person goes, too; other merges keep nothing that names the person.
        var merged = state.Merged
            .Where(row => !ids.Contains(row.Key) && !ids.Contains(row.Value.Into))
            .Select(
                row =>
                    KeyValuePair.Create(
                        row.Key, row.Value with
                        {
                            Absorbed = Without(row.Value.Absorbed),
                            Before = Without(row.Value.Before),
                            After = Without(row.Value.After)
                        }));
        return state with { Merged = merged.ToImmutableSortedDictionary() };
    }

    private BookState WithoutCadences(BookState state, ErasureReport report)
    {
        var cadences = state.Cadences;
        var left = cadences with
        {
            Suspensions = cadences.Suspensions.RemoveAll(suspension => suspension.Contact is { } id && ids.Contains(id)),
            Wishes = cadences.Wishes.RemoveRange(ids),
            FreshStarts = cadences.FreshStarts.RemoveRange(ids),
            Overrides = cadences.Overrides.RemoveRange(ids)
                .ToImmutableSortedDictionary(own => own.Key, own => Without(own.Value, cadences.Policies)),
            Policy = cadences.Policy is { } policy ? Without(policy, cadences.Policies) : null,
        };
        report.CadenceEntries = cadences.Suspensions.Length - left.Suspensions.Length
            + cadences.Wishes.Count - left.Wishes.Count
            + cadences.FreshStarts.Count - left.FreshStarts.Count
            + cadences.Overrides.Count - left.Overrides.Count
            + (Equals(cadences.Policy, left.Policy) ? 0 : 1)
            + left.Overrides.Count(own => !Equals(own.Value, cadences.Overrides[own.Key]));
        return state with { Cadences = left };
    }

    private BookState WithoutPlans(BookState state, ErasureReport report)
    {
        var introductions = state.Introductions.RemoveRange(state.Introductions
            .Where(
                row => ids.Contains(row.Value.Seeker) || ids.Contains(row.Value.Helper)
                    || (row.Value.Connector is { } connector && ids.Contains(connector)))
            .Select(row => row.Key));
        var weeks = state.AcceptedWeeks.ToImmutableSortedDictionary(
            week =>
                week.Key,
                week => new Planning.Weeks.AcceptedWeek(week.Key, week.Value.Touches.RemoveAll(touch => ids.Contains(touch.Contact))));
        var dismissed = state.Dismissed.RemoveRange(state.Dismissed.Keys.Where(IsNamedIn));
        var left = state with
        {
            NotNow = state.NotNow.RemoveRange(ids),
            Favours = state.Favours.RemoveRange(ids),
            Introductions = introductions,
            AcceptedWeeks = weeks,
            Dismissed = dismissed,
            Scorer = state.Scorer.With(state.Scorer.Corrections.RemoveRange(ids)),
        };
        report.PlanEntries = state.NotNow.Count - left.NotNow.Count
            + state.Favours.Values.Sum(favours => favours.Length) - left.Favours.Values.Sum(favours => favours.Length)
            + state.AcceptedWeeks.Values.Sum(week => week.Touches.Length) - weeks.Values.Sum(week => week.Touches.Length)
            + state.Dismissed.Count - dismissed.Count
            + state.Scorer.Corrections.Count - left.Scorer.Corrections.Count;
        report.Introductions = state.Introductions.Count - introductions.Count;
        return left;
    }

    private KeptForContact Without(KeptForContact kept) => kept with
    {
        Contact = text.Without(kept.Contact with
        {
            Relations = kept.Contact.Relations.RemoveAll(relation => ids.Contains(relation.Other)),
            Aliases = kept.Contact.Aliases.RemoveAll(ids.Contains),
            Origin = kept.Contact.Origin is { IntroducedBy: { } introducer } origin && ids.Contains(introducer)
                ? origin with { IntroducedBy = null }
                : kept.Contact.Origin,
        }),
    };

    private Touchpoint? Without(Touchpoint touchpoint)
    {
        var left = touchpoint.Participants.RemoveAll(ids.Contains);
        if (left.IsEmpty || left.Length == touchpoint.Participants.Length)
        {
            return left.IsEmpty ? null : touchpoint;
        }

        // A crowd that is as large as a touchpoint can say does not grow: erasing must never be refused.
        var others = touchpoint.OthersPresent + 1;
        return touchpoint with { Participants = left, OthersPresent = Math.Min(others, Touchpoint.MostOthersPresent) };
    }

    // Policies are rewritten in the form they are stored in; one that does not name the person stays the object it is.
    private ICadencePolicy Without(ICadencePolicy policy, CadencePolicies policies) =>
        Selectors(policy).Any(selector => selector.Contact is { } id && ids.Contains(id))
            ? CadencePolicyEntries.Read(
                CadencePolicyEntries.WithoutContacts(CadencePolicyEntries.Write(policy, policies), id => ids.Contains(id)), "$", policies)
            : policy;

    private static IEnumerable<ContactSelector> Selectors(ICadencePolicy policy) => policy is StockCadence stock
        ? stock.Parts.SelectMany(Selectors).Concat(policy is ForCadence some ? [some.Selector] : [])
        : [];

    private static IEnumerable<Touchpoint> Versions(TouchpointSlot slot) =>
        slot.Past.Select(version => version.Touchpoint).Concat(slot.Held is { } held ? [held] : []);
}
