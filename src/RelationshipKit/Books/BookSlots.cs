using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Serialization;

namespace RelationshipKit.Books;

/// <summary>All kinds of things that a book keeps, one row each: adding one is adding its row.</summary>
internal static class BookSlots
{
    public static readonly ContactSlot Contacts = new();

    public static readonly TouchpointSlots Touchpoints = new();

    public static readonly SingleSlot<PolicyValue> Cadence = new(
        "cadence",
        BookChangeKind.Cadence,
        state => state.Cadences.Policy is { } policy ? new PolicyValue(policy) : default(Held<PolicyValue>),
        (state, value) => state with { Cadences = state.Cadences with { Policy = value.Value?.Policy } },
        (value, policies) => Json.Element(CadencePolicyEntries.Write(value.Policy, policies), DocumentsJsonContext.Default.PolicyEntry),
        (element, policies, path) =>
            new PolicyValue(
                CadencePolicyEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.PolicyEntry, path), path, policies)));

    public static readonly SingleSlot<DaysValue> QuietDays = new(
        "quietDays",
        BookChangeKind.QuietDays,
        state => state.Cadences.QuietDays.IsEmpty ? default(Held<DaysValue>) : new DaysValue(state.Cadences.QuietDays),
        (state, value) => state with { Cadences = state.Cadences with { QuietDays = value.Value?.Days ?? [] } },
        (value, _) => Json.Element(CadenceTexts.OfUnlessNone(value.Days) ?? [], DocumentsJsonContext.Default.StringArray),
        (element, _, path) =>
            new DaysValue([.. CadenceTexts.ReadDays(Json.Entry(element, DocumentsJsonContext.Default.StringArray, path), path)]));

    public static readonly SingleSlot<DateValue> Since = new(
        "since",
        BookChangeKind.Since,
        state => state.Cadences.Since is { } date ? new DateValue(date) : default(Held<DateValue>),
        (state, value) => state with { Cadences = state.Cadences with { Since = value.Value?.Date } },
        (value, _) => Json.Element(CadenceTexts.Of(value.Date), DocumentsJsonContext.Default.String),
        (element, _, path) => new DateValue(CadenceTexts.ReadDate(Json.Entry(element, DocumentsJsonContext.Default.String, path), path)));

    public static readonly SingleSlot<DaysCount> DormantAfter = new(
        "dormantAfterDays",
        BookChangeKind.DormantAfter,
        state => state.Cadences.DormantAfterDays == CadenceRules.UsualDormantAfterDays
            ? default(Held<DaysCount>)
            : new DaysCount(state.Cadences.DormantAfterDays),
        (state, value) =>
            state with { Cadences = state.Cadences with { DormantAfterDays = value.Value?.Days ?? CadenceRules.UsualDormantAfterDays } },
        (value, _) => Json.Element(value.Days, DocumentsJsonContext.Default.Int32),
        (element, _, path) => new DaysCount(Json.Entry(element, DocumentsJsonContext.Default.Int32, path)));

    public static readonly SingleSlot<OwnerProfile> Owner = new(
        "owner",
        BookChangeKind.Owner,
        state => state.Owner == OwnerProfile.Empty ? default(Held<OwnerProfile>) : state.Owner,
        (state, value) => state with { Owner = value.Value ?? OwnerProfile.Empty },
        (value, _) => Json.Element(OwnerProfileJson.Write(value), DocumentsJsonContext.Default.OwnerDocument),
        (element, _, path) => OwnerProfileJson.Read(Json.Entry(element, DocumentsJsonContext.Default.OwnerDocument, path)));

    public static readonly SingleSlot<PlanSettings> Plan = new(
        "plan",
        BookChangeKind.Plan,
        state => state.Plan == PlanSettings.Default ? default(Held<PlanSettings>) : state.Plan,
        (state, value) => state with { Plan = value.Value ?? PlanSettings.Default },
        (value, _) => Json.Element(PlanSettingsEntries.Write(value), DocumentsJsonContext.Default.PlanSettingsEntry),
        (element, _, path) => PlanSettingsEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.PlanSettingsEntry, path), path));

    public static readonly SingleSlot<KindOfLog> LogKind = new(
        "logKind",
        BookChangeKind.LogKind,
        state => state.LogKind == Forecasts.LogKind.Unknown ? default(Held<KindOfLog>) : new KindOfLog(state.LogKind),
        (state, value) => state.With(value.Value?.Kind ?? Forecasts.LogKind.Unknown),
        (value, _) => Json.Element(value.Write(), DocumentsJsonContext.Default.String),
        (element, _, path) => KindOfLog.Read(Json.Entry(element, DocumentsJsonContext.Default.String, path), path));

    public static readonly SingleSlot<ZoneValue> Zone = new(
        "zone",
        BookChangeKind.Zone,
        state => new ZoneValue(state.Scorer.Zone),
        (state, value) => state with { Scorer = state.Scorer.In(value.Value!.Zone) },
        (value, _) => Json.Element(value.Zone.Id, DocumentsJsonContext.Default.String),
        (element, _, path) => new ZoneValue(ZoneEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.String, path), path)),
        isAlwaysThere: true);

    public static readonly MapSlot<ContactId, PolicyValue> Overrides = OfContacts<PolicyValue>(
        "overrides",
        BookChangeKind.Override,
        (state, id) => state.Cadences.Overrides.TryGetValue(id, out var policy) ? new PolicyValue(policy) : default(Held<PolicyValue>),
        (state, id, value) =>
            state with
            {
                Cadences = state.Cadences with { Overrides = Maps.With(state.Cadences.Overrides, id, value.IsThere, value.Value?.Policy) }
            },
        state => state.Cadences.Overrides.Keys,
        Cadence.Write,
        Cadence.Read);

    public static readonly MapSlot<ContactId, SuspensionsValue> Suspensions = new(
        "suspensions",
        BookChangeKind.Suspension,
        id => id == ContactId.None ? null : id,
        (state, id) =>
            new SuspensionsValue(state.Cadences.SuspensionsOf(id)) is { Suspensions.IsEmpty: false } value ? value
                : default(Held<SuspensionsValue>),
        (state, id, value) => state with { Cadences = state.Cadences.WithSuspensionsOf(id, value.Value?.Suspensions ?? []) },
        state => state.Cadences.Suspensions.Select(suspension => suspension.Contact ?? ContactId.None).Distinct(),
        id => id.Value,
        text => text.Length == 0 ? ContactId.None : ContactId.FromValue(text),
        (value, _) =>
            Json.Element([.. value.Suspensions.Select(CadenceRulesJson.Write)], DocumentsJsonContext.Default.SuspensionEntryArray),
        (element, _, path) =>
            new SuspensionsValue(
                [.. Json.Entry(element, DocumentsJsonContext.Default.SuspensionEntryArray, path)
                    .Select((entry, i) => CadenceRulesJson.Read(entry, $"{path}[{i}]"))]),
        isOf: (id, value) => value.Suspensions.All(suspension => (suspension.Contact ?? ContactId.None) == id));

    public static readonly MapSlot<ContactId, ContactWishes> Wishes = OfContacts<ContactWishes>(
        "wishes",
        BookChangeKind.Wishes,
        (state, id) => state.Cadences.Wishes.TryGetValue(id, out var wishes) ? wishes : default(Held<ContactWishes>),
        (state, id, value) =>
            state with { Cadences = state.Cadences with { Wishes = Maps.With(state.Cadences.Wishes, id, value.IsThere, value.Value) } },
        state => state.Cadences.Wishes.Keys,
        (value, _) => Json.Element(CadenceRulesJson.Write(value), DocumentsJsonContext.Default.WishesEntry),
        (element, _, path) => CadenceRulesJson.Read(Json.Entry(element, DocumentsJsonContext.Default.WishesEntry, path), path));

    public static readonly MapSlot<ContactId, DateValue> FreshStarts = OfDates(
        "freshStarts", BookChangeKind.FreshStart,
        state => state.Cadences.FreshStarts, (state, dates) => state with { Cadences = state.Cadences with { FreshStarts = dates } });

    public static readonly MapSlot<ContactId, DateValue> NotNow = OfDates(
        "notNow", BookChangeKind.NotNow, state => state.NotNow, (state, dates) => state with { NotNow = dates });

    public static readonly MapSlot<ContactId, FavoursValue> Favours = OfContacts<FavoursValue>(
        "favours",
        BookChangeKind.Favour,
        (state, id) => state.Favours.TryGetValue(id, out var favours) ? new FavoursValue(favours) : default(Held<FavoursValue>),
        (state, id, value) => state with { Favours = Maps.With(state.Favours, id, value.IsThere, value.Value?.Favours ?? []) },
        state => state.Favours.Keys,
        (value, _) => Json.Element([.. value.Favours.Select(PlanningEntries.Write)], DocumentsJsonContext.Default.FavourEntryArray),
        (element, _, path) =>
            new FavoursValue(
                [.. Json.Entry(element, DocumentsJsonContext.Default.FavourEntryArray, path)
                    .Select((entry, i) => PlanningEntries.Read(entry, $"{path}[{i}]"))]),
        isOf: (id, value) => value.Favours.All(favour => favour.Contact == id));

    public static readonly MapSlot<string, Introduction> Introductions = new(
        "introductions",
        BookChangeKind.Introduction,
        _ => null,
        (state, key) => state.Introductions.TryGetValue(key, out var introduction) ? introduction : default(Held<Introduction>),
        (state, key, value) => state with { Introductions = Maps.With(state.Introductions, key, value.IsThere, value.Value) },
        state => state.Introductions.Keys,
        key => key,
        text => text,
        (value, _) => Json.Element(PlanningEntries.Write(value), DocumentsJsonContext.Default.IntroductionEntry),
        (element, _, path) => PlanningEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.IntroductionEntry, path), path),
        isOf: (key, value) => value.Key == key,
        named: value => value.Connector is { } connector ? [value.Seeker, value.Helper, connector] : [value.Seeker, value.Helper]);

    public static readonly MapSlot<LocalDate, AcceptedWeek> AcceptedWeeks = new(
        "acceptedWeeks",
        BookChangeKind.AcceptedWeek,
        _ => null,
        (state, monday) => state.AcceptedWeeks.TryGetValue(monday, out var week) ? week : default(Held<AcceptedWeek>),
        (state, monday, value) => state with { AcceptedWeeks = Maps.With(state.AcceptedWeeks, monday, value.IsThere, value.Value) },
        state => state.AcceptedWeeks.Keys,
        CadenceTexts.Of,
        text => CadenceTexts.ReadDate(text, "$"),
        (value, _) => Json.Element(PlanningEntries.Write(value), DocumentsJsonContext.Default.AcceptedWeekEntry),
        (element, _, path) => PlanningEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.AcceptedWeekEntry, path), path),
        isOf: (monday, value) => value.Monday == monday,
        named: value => value.Touches.Select(touch => touch.Contact));

    public static readonly MapSlot<string, bool> Suggestions = OfTexts(
        "suggestions", BookChangeKind.Suggestion, "dismissed", state => state.Dismissed, (state, keys) => state with { Dismissed = keys });

    public static readonly MapSlot<ContactId, TieCorrection> Corrections = OfContacts<TieCorrection>(
        "corrections",
        BookChangeKind.Correction,
        (state, id) => state.Scorer.Corrections.TryGetValue(id, out var correction) ? correction : default(Held<TieCorrection>),
        (state, id, value) =>
            state with { Scorer = state.Scorer.With(Maps.With(state.Scorer.Corrections, id, value.IsThere, value.Value)) },
        state => state.Scorer.Corrections.Keys,
        (value, _) => Json.Element(PlanningEntries.Write(value), DocumentsJsonContext.Default.CorrectionEntry),
        (element, _, path) => PlanningEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.CorrectionEntry, path), path));

    public static readonly MapSlot<ContactId, MergedContact> Merged = OfContacts<MergedContact>(
        "merged",
        BookChangeKind.Merge,
        (state, id) => state.Merged.TryGetValue(id, out var merged) ? merged : default(Held<MergedContact>),
        (state, id, value) => state with { Merged = Maps.With(state.Merged, id, value.IsThere, value.Value) },
        state => state.Merged.Keys,
        (value, policies) => Json.Element(MergedEntries.Write(value, policies), DocumentsJsonContext.Default.MergedEntry),
        (element, policies, path) =>
            MergedEntries.Read(Json.Entry(element, DocumentsJsonContext.Default.MergedEntry, path), path, policies),
        isOf: (id, value) =>
            value.Absorbed.Contact.Id == id && value.Before.Contact.Id == value.Into && value.After.Contact.Id == value.Into,
        canHold: ContactMerge.LeadsOn);

    public static readonly MapSlot<string, bool> Forgotten = OfTexts(
        "forgotten", BookChangeKind.Erasure, "kept", state => state.Forgotten, (state, digests) => state with { Forgotten = digests });

    public static readonly MapSlot<ContactId, KeptTie> Kept = OfContacts<KeptTie>(
        "kept",
        BookChangeKind.Retention,
        (state, id) => state.History.Kept.TryGetValue(id, out var kept) ? kept : default(Held<KeptTie>),
        (state, id, value) => state with { History = state.History.With(id, value.Value) },
        state => state.History.Kept.Keys,
        (value, _) => value.Write(),
        (element, _, path) => KeptTie.Read(element, path));

    /// <summary>
    /// Gets the kinds that a document keeps in one place; contacts, touchpoints and the rest of the cadences have places of their own.
    /// </summary>
    public static ImmutableArray<BookSlot> Parts { get; } =
        [Plan, NotNow, Favours, Introductions, AcceptedWeeks, Suggestions, Corrections, Merged, Forgotten, Kept, LogKind];

    /// <summary>
    /// Gets the kinds that a store keeps as entries: all but the contacts and touchpoints, and the zone, which have places of their own.
    /// </summary>
    public static ImmutableArray<BookSlot> Entries { get; } =
        [.. Parts, Cadence, QuietDays, Since, DormantAfter, Owner, Overrides, Suspensions, Wishes, FreshStarts];

    /// <summary>Gets all kinds.</summary>
    public static ImmutableArray<BookSlot> All { get; } = [.. Entries, Contacts, Touchpoints, Zone];

    private static ImmutableDictionary<string, BookSlot> ByName { get; } = All.ToImmutableDictionary(
        slot => slot.Name, StringComparer.Ordinal);

    /// <summary>Returns all ids that a state names, some of them more than once.</summary>
    public static IEnumerable<ContactId> AllNamed(BookState state) => All.SelectMany(slot => slot.AllNamed(state));

    public static BookSlot? Find(string name) => ByName.GetValueOrDefault(name);

    private static MapSlot<ContactId, TValue> OfContacts<TValue>(
        string name,
        BookChangeKind kind,
        Func<BookState, ContactId, Held<TValue>> get,
        Func<BookState, ContactId, Held<TValue>, BookState> set,
        Func<BookState, IEnumerable<ContactId>> keys,
        Writer<TValue> write,
        Reader<TValue> read,
        Func<ContactId, TValue, bool>? isOf = null,
        Func<BookState, ContactId, TValue, bool>? canHold = null)
        where TValue : notnull =>
        new(name, kind, id => id, get, set, keys, id => id.Value, ContactId.FromValue, write, read, isOf, canHold: canHold);

    private static MapSlot<string, bool> OfTexts(
        string name,
        BookChangeKind kind,
        string word,
        Func<BookState, ImmutableSortedDictionary<string, bool>> get,
        Func<BookState, ImmutableSortedDictionary<string, bool>, BookState> set) => new(
            name,
            kind,
            _ => null,
            (state, text) => get(state).ContainsKey(text) ? true : default(Held<bool>),
            (state, text, value) => set(state, Maps.With(get(state), text, value.IsThere, true)),
            state => get(state).Keys,
            text => text,
            text => text,
            (_, _) => Json.Element(word, DocumentsJsonContext.Default.String),
            (_, _, _) => true);

    private static MapSlot<ContactId, DateValue> OfDates(
        string name,
        BookChangeKind kind,
        Func<BookState, ImmutableSortedDictionary<ContactId, LocalDate>> get,
        Func<BookState, ImmutableSortedDictionary<ContactId, LocalDate>, BookState> set) =>
        OfContacts<DateValue>(
            name,
            kind,
            (state, id) => get(state).TryGetValue(id, out var date) ? new DateValue(date) : default(Held<DateValue>),
            (state, id, value) => set(state, Maps.With(get(state), id, value.IsThere, value.Value?.Date ?? default)),
            state => get(state).Keys,
            Since.Write,
            Since.Read);
}
