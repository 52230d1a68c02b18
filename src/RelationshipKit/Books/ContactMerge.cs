using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Books;

/// <summary>Makes one contact of two, and two of one again.</summary>
internal static class ContactMerge
{
    public static bool TryMerge(BookEdits edits, Contact survivor, Contact absorbed)
    {
        var before = KeptForContact.Of(edits.State, survivor);
        var taken = KeptForContact.Of(edits.State, absorbed);
        KeptForContact after;
        try
        {
            after = Unite(before, taken);
        }
        catch (ArgumentException)
        {
            edits.Refuse(
                BookRefusalReason.TooMuch, "Together they have more notes or items than one contact may have; shorten one of them first.",
                0, survivor.Id, absorbed.Id);
            return false;
        }

        taken.Remove(edits);
        after.Put(edits);
        edits.Set(BookSlots.Merged, absorbed.Id, new MergedContact(survivor.Id, taken, before, after));
        return true;
    }

    public static void Split(BookEdits edits, ContactId id, MergedContact merged)
    {
        Separate(KeptForContact.Of(edits.State, edits.State.Contacts[merged.Into]), merged).Put(edits);
        edits.Clear(BookSlots.Merged, id);
        merged.Absorbed.Put(edits);
    }

    /// <summary>Determines whether a merge leads to somebody else, at once or through others, and never back to where it began.</summary>
    public static bool LeadsOn(BookState state, ContactId id, MergedContact merged)
    {
        var into = merged.Into;
        while (into != id && state.Merged.TryGetValue(into, out var next))
        {
            into = next.Into;
        }

        return into != id;
    }

    /// <summary>Returns the records of everybody who became part of a contact, at once or through others.</summary>
    public static IEnumerable<Contact> AllInto(BookState state, ContactId id) =>
        state.Merged.Values.Where(merged => merged.Into == id)
            .SelectMany(merged => AllInto(state, merged.Absorbed.Contact.Id).Append(merged.Absorbed.Contact));

    private static KeptForContact Unite(KeptForContact into, KeptForContact from)
    {
        var (a, b) = (into.Contact, from.Contact);
        var ids = b.Aliases.Append(b.Id).ToHashSet();
        return new(
            a with
            {
                Addresses = Union(a.Addresses, b.Addresses),
                Facets = Union(a.Facets, b.Facets),
                Circle = a.Circle ?? b.Circle,
                Origin = a.Origin ?? (b.Origin?.IntroducedBy == a.Id ? b.Origin with { IntroducedBy = null } : b.Origin),
                Occasions = Union(a.Occasions, b.Occasions),
                Details = Union(a.Details, b.Details),
                Offers = Union(a.Offers, b.Offers),
                Needs = Union(a.Needs, b.Needs),
                Relations = [.. Union(a.Relations, b.Relations).Where(relation => relation.Other != a.Id && !ids.Contains(relation.Other))],
                Tags = Union(a.Tags, b.Tags),
                Aliases = [.. a.Aliases, b.Id, .. b.Aliases],
                AddedOn = a.AddedOn is { } one && b.AddedOn is { } other ? LocalDate.Min(one, other) : a.AddedOn ?? b.AddedOn,
                StructuredName = a.StructuredName ?? b.StructuredName,
                Organization = a.Organization ?? b.Organization,
                JobTitle = a.JobTitle ?? b.JobTitle,
                Notes = a.Notes is null || b.Notes is null || a.Notes == b.Notes ? a.Notes ?? b.Notes : $"{a.Notes}\n\n{b.Notes}",
                Language = a.Language ?? b.Language,
                ZoneId = a.ZoneId ?? b.ZoneId,
                Promises = Union(a.Promises, b.Promises),
                UserData = b.UserData.SetItems(a.UserData),
                UnknownProperties = Union(a.UnknownProperties, b.UnknownProperties),
            },
            into.Override ?? from.Override,
            [.. into.Suspensions, .. from.Suspensions.Select(suspension => suspension.Of(a.Id))],
            into.Wishes ?? from.Wishes,
            into.FreshStart ?? from.FreshStart,
            into.NotNow ?? from.NotNow,
            [.. into.Favours, .. from.Favours.Select(favour => new Planning.Favours.Favour(a.Id, favour.Kind, favour.Side, favour.At))],
            into.Correction ?? from.Correction);
    }

    // Part by part: what is as the merge left it goes back to what it was; what was changed since stays, without what came from the other.
    private static KeptForContact Separate(KeptForContact now, MergedContact merged)
    {
        var (before, after, contact) = (merged.Before, merged.After, now.Contact);
        var (a, m) = (before.Contact, after.Contact);
        return new(
            contact with
            {
                Addresses = Back(contact.Addresses, m.Addresses, a.Addresses),
                Facets = Back(contact.Facets, m.Facets, a.Facets),
                Circle = Equals(contact.Circle, m.Circle) ? a.Circle : contact.Circle,
                Origin = Equals(contact.Origin, m.Origin) ? a.Origin : contact.Origin,
                Occasions = Back(contact.Occasions, m.Occasions, a.Occasions),
                Details = Back(contact.Details, m.Details, a.Details),
                Offers = Back(contact.Offers, m.Offers, a.Offers),
                Needs = Back(contact.Needs, m.Needs, a.Needs),
                Relations = Back(contact.Relations, m.Relations, a.Relations),
                Tags = Back(contact.Tags, m.Tags, a.Tags),
                Aliases = Back(contact.Aliases, m.Aliases, a.Aliases),
                AddedOn = contact.AddedOn == m.AddedOn ? a.AddedOn : contact.AddedOn,
                StructuredName = contact.StructuredName == m.StructuredName ? a.StructuredName : contact.StructuredName,
                Organization = contact.Organization == m.Organization ? a.Organization : contact.Organization,
                JobTitle = contact.JobTitle == m.JobTitle ? a.JobTitle : contact.JobTitle,
                Notes = contact.Notes == m.Notes ? a.Notes : Without(contact.Notes, merged.Absorbed.Contact.Notes, a.Notes),
                Language = contact.Language == m.Language ? a.Language : contact.Language,
                ZoneId = contact.ZoneId == m.ZoneId ? a.ZoneId : contact.ZoneId,
                Promises = Back(contact.Promises, m.Promises, a.Promises),
                UserData = Back(contact.UserData, m.UserData, a.UserData),
                UnknownProperties = Back(contact.UnknownProperties, m.UnknownProperties, a.UnknownProperties),
            },
            Equals(now.Override, after.Override) ? before.Override : now.Override,
            Back(now.Suspensions, after.Suspensions, before.Suspensions),
            Equals(now.Wishes, after.Wishes) ? before.Wishes : now.Wishes,
            now.FreshStart == after.FreshStart ? before.FreshStart : now.FreshStart,
            now.NotNow == after.NotNow ? before.NotNow : now.NotNow,
            Back(now.Favours, after.Favours, before.Favours),
            Equals(now.Correction, after.Correction) ? before.Correction : now.Correction);
    }

    // Keys that are as the merge left them go back to what they were; those changed since stay.
    private static ImmutableSortedDictionary<string, UserValue> Back(
        ImmutableSortedDictionary<string, UserValue> now, ImmutableSortedDictionary<string, UserValue> after,
        ImmutableSortedDictionary<string, UserValue> before)
    {
        var same = after.Where(now.Contains).Select(item => item.Key).ToArray();
        return now.RemoveRange(same).SetItems(before.Where(item => same.Contains(item.Key)));
    }

    // Notes that were written on since lose the part that came from the other, if it is still there.
    private static string? Without(string? notes, string? came, string? before)
    {
        if (notes is null || string.IsNullOrEmpty(came) || came == before)
        {
            return notes;
        }

        var part = before is null ? came : $"\n\n{came}";
        var at = notes.LastIndexOf(part, StringComparison.Ordinal);
        return at < 0 ? notes : notes.Remove(at, part.Length) is { Length: > 0 } left ? left : null;
    }

    private static ImmutableArray<T> Union<T>(ImmutableArray<T> left, ImmutableArray<T> right) => [.. left.Union(right)];

    private static ImmutableArray<T> Back<T>(ImmutableArray<T> now, ImmutableArray<T> after, ImmutableArray<T> before)
    {
        if (now.AsSpan().SequenceEqual(after.AsSpan(), EqualityComparer<T>.Default))
        {
            return before;
        }

        var came = after.Except(before).ToHashSet();
        return [.. now.Where(item => !came.Contains(item))];
    }
}
