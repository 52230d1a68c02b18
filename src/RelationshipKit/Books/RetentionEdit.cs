using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;
using RelationshipKit.Time;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Books;

/// <summary>The forgetting of touchpoints that ended before an instant; the states of their ties stay. It has no inverse.</summary>
internal sealed class RetentionEdit(Instant before) : BookEdit
{
    public const string Name = "retention";

    private readonly long beforeMicros = SupportedTime.ToMicros(before);

    public override BookChangeKind Kind => BookChangeKind.Retention;

    public override BookChangeAction Action => BookChangeAction.Removed;

    public override ContactId? Contact => null;

    public override bool RewritesAll => true;

    public static RetentionEdit Read(ChangesDocument.ChangeEntry entry, string path)
    {
        var element = entry.After ?? throw JsonDocumentHead.Error("The member \"after\" is missing.", path);
        var parsed = InstantPattern.ExtendedIso.Parse(Json.Entry(element, DocumentsJsonContext.Default.String, $"{path}.after"));
        return parsed.Success
            ? ContactEntries.Made(() => new RetentionEdit(parsed.Value), $"{path}.after")
            : throw JsonDocumentHead.Error("The instant is not valid.", $"{path}.after", parsed.Exception);
    }

    public override BookState? Apply(BookState state)
    {
        var history = state.History;
        var forgotten = Forgotten(history).Select(slot => slot.Any).ToHashSet(TouchpointIdentity.Comparer);
        if (forgotten.Count == 0)
        {
            return state;
        }

        var kept = history.Kept;
        foreach (var (id, facet, touchpoints) in Ties(history, forgotten))
        {
            var left = state.Scorer.StateOf(touchpoints, SupportedTime.FromMicros(beforeMicros - 1));
            kept = left.Touchpoints == 0 ? kept : kept.SetItem(id, kept.GetValueOrDefault(id, KeptTie.Empty).With(facet, left));
        }

        return state with { History = history.Rewritten(history.Slots.Where(slot => !forgotten.Contains(slot.Any)), kept) };
    }

    public override BookEdit? Inverse() => null;

    public override void AddTo(ChangedRows rows) => throw new NotSupportedException("Forgetting touchpoints changes all rows.");

    public override ChangesDocument.ChangeEntry ToEntry(CadencePolicies policies) => new()
    {
        Kind = Name,
        After = Json.Element(
            InstantPattern.ExtendedIso.Format(SupportedTime.FromMicros(beforeMicros)), DocumentsJsonContext.Default.String),
    };

    /// <summary>Counts what would be forgotten.</summary>
    public ErasureReport Report(BookState state, BookJournal journal)
    {
        var forgotten = Forgotten(state.History).ToArray();
        return new ErasureReport
        {
            Touchpoints = forgotten.Count(slot => slot.Held is not null),
            PastVersions = forgotten.Sum(slot => slot.Past.Length),
            JournalSteps = journal.Steps.Count(step => !step.IsSkipped && step.Edits.Any(IsPurged)),
        };
    }

    public override BookJournal Purge(BookJournal journal) => journal.Purged(this, (edit, _) => IsPurged(edit));

    private bool IsPurged(BookEdit edit) => edit.EndsBefore(beforeMicros);

    // Keep what cadences count from: the first contact with a person, the one that ended last, and the last one that was not in a crowd.
    // Future contacts do not count yet.
    private IEnumerable<TouchpointSlot> Forgotten(BookHistory history)
    {
        var staying = history.Contacts
            .SelectMany(
                person => history.Of(person)
                    .Where(touchpoint => touchpoint.IsContact && touchpoint.EndMicros < beforeMicros)
                    .ToArray() is [var first, ..] over
                ? (Touchpoint[])[first, over.MaxBy(touchpoint => touchpoint.EndMicros)!, .. LastPersonal(over)]
                : [])
            .ToHashSet(TouchpointIdentity.Comparer);
        return history.Slots.Where(slot => slot.Held is { } held
            ? held.EndMicros < beforeMicros && !staying.Contains(held)
            : slot.Past.All(version => version.Touchpoint.EndMicros < beforeMicros));
    }

    private static IEnumerable<Touchpoint> LastPersonal(Touchpoint[] contacts) =>
        contacts.Where(TouchpointFilter.Any.Holds).MaxBy(touchpoint => touchpoint.EndMicros) is { } last ? [last] : [];

    // Each id keeps its own, so that a merge can be taken back; a person counts once in a touchpoint, under the first of their ids.
    private static IEnumerable<(ContactId Id, Facet? Facet, IEnumerable<Touchpoint> Touchpoints)> Ties(
        BookHistory history, HashSet<Touchpoint> forgotten) =>
        from slot in history.Slots
        where slot.Held is not null && forgotten.Contains(slot.Any)
        let touchpoint = history.Counted(slot.Held!)
        from id in touchpoint.Participants.DistinctBy(history.PersonOf)
        group touchpoint by (id, touchpoint.Facet) into tie
        select (tie.Key.id, tie.Key.Facet, tie.AsEnumerable());
}
