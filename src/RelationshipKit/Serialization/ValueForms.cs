using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Serialization;

/// <summary>How the values of the kit look as JSON, one row a type.</summary>
internal static class ValueForms
{
    private static readonly Dictionary<Type, object> Forms = new()
    {
        [typeof(ContactId)] = Text<ContactId>(id => id.Value),
        [typeof(Channel)] = Text<Channel>(channel => channel.Name),
        [typeof(Facet)] = Text<Facet>(facet => facet.Name),
        [typeof(Circle)] = Text<Circle>(circle => circle.ToString()),
        [typeof(OccasionKind)] = Text<OccasionKind>(kind => kind.Name),
        [typeof(PartialDate)] = Text<PartialDate>(date => date.ToString()),
        [typeof(TouchpointKey)] = Text<TouchpointKey>(key => key.ToString()),
        [typeof(CadenceWindow)] = Text<CadenceWindow>(window => window.ToString(CadenceWindow.RoundTrip, null)),
        [typeof(Strength)] = new Form<Strength>(
            (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
                ? Strength.FromValue(reader.GetDouble())
                : Strength.Parse(reader.GetString()!, null),
            (writer, strength) => writer.WriteNumberValue(strength.Value),
            strength => strength.ToString("R")),
        [typeof(Contact)] = Entry<Contact, ContactsDocument.ContactEntry>(
            DocumentsJsonContext.Default.ContactEntry, ContactEntries.Write, entry => ContactEntries.Read(entry, "$")),
        [typeof(Touchpoint)] = Entry<Touchpoint, TouchpointsDocument.TouchpointEntry>(
            DocumentsJsonContext.Default.TouchpointEntry,
            touchpoint => TouchpointEntries.Write(touchpoint, touchpoint.AtMicros), entry => new TouchpointEntries().Read(entry, "$")),
        [typeof(SourceKey)] = Entry<SourceKey, TouchpointsDocument.SourceEntry>(
            DocumentsJsonContext.Default.SourceEntry,
            key => new() { Name = key.Source, Key = key.Key }, entry => new SourceKey(entry.Name, entry.Key)),
        [typeof(Address)] = Entry<Address, ContactsDocument.AddressEntry>(
            DocumentsJsonContext.Default.AddressEntry, ContactEntries.Write, entry => ContactEntries.ReadAddress(entry, "$")),
        [typeof(Occasion)] = Entry<Occasion, ContactsDocument.OccasionEntry>(
            DocumentsJsonContext.Default.OccasionEntry, ContactEntries.Write, entry => ContactEntries.ReadOccasion(entry, "$")),
        [typeof(RememberedDetail)] = Entry<RememberedDetail, ContactsDocument.DetailEntry>(
            DocumentsJsonContext.Default.DetailEntry, ContactEntries.Write, entry => ContactEntries.ReadDetail(entry, "$")),
        [typeof(Origin)] = Entry<Origin, ContactsDocument.OriginEntry>(
            DocumentsJsonContext.Default.OriginEntry, ContactEntries.Write, entry => ContactEntries.ReadOrigin(entry, "$")),
        [typeof(Contribution)] = Entry<Contribution, ContactsDocument.ContributionEntry>(
            DocumentsJsonContext.Default.ContributionEntry, ContactEntries.Write, entry => ContactEntries.ReadContribution(entry, "$")),
        [typeof(Relation)] = Entry<Relation, ContactsDocument.RelationEntry>(
            DocumentsJsonContext.Default.RelationEntry, ContactEntries.Write, entry => ContactEntries.ReadRelation(entry, "$")),
        [typeof(StructuredName)] = Entry<StructuredName, ContactsDocument.StructuredNameEntry>(
            DocumentsJsonContext.Default.StructuredNameEntry, ContactEntries.Write, entry => ContactEntries.ReadName(entry, "$")),
        [typeof(UserValue)] = Entry<UserValue, ContactsDocument.UserValueEntry>(
            DocumentsJsonContext.Default.UserValueEntry, ContactEntries.Write, entry => ContactEntries.ReadValue(entry, "$")),
        [typeof(Promise)] = Entry<Promise, ContactsDocument.PromiseEntry>(
            DocumentsJsonContext.Default.PromiseEntry, ContactEntries.Write, entry => ContactEntries.ReadPromise(entry, "$")),
        [typeof(OwnerProfile)] = Entry<OwnerProfile, OwnerDocument>(
            DocumentsJsonContext.Default.OwnerDocument, OwnerProfileJson.Write, OwnerProfileJson.Read),
        [typeof(Suspension)] = Entry<Suspension, CadencesDocument.SuspensionEntry>(
            DocumentsJsonContext.Default.SuspensionEntry, CadenceRulesJson.Write, entry => CadenceRulesJson.Read(entry, "$")),
        [typeof(ContactWishes)] = Entry<ContactWishes, CadencesDocument.WishesEntry>(
            DocumentsJsonContext.Default.WishesEntry, wishes => CadenceRulesJson.Write(wishes), entry => CadenceRulesJson.Read(entry, "$")),
        [typeof(ContactSelector)] = Entry<ContactSelector, CadencesDocument.SelectorEntry>(
            DocumentsJsonContext.Default.SelectorEntry, CadencePolicyEntries.Write, entry => CadencePolicyEntries.Read(entry, "$")),
        [typeof(TouchpointFilter)] = Entry<TouchpointFilter, CadencesDocument.QualifyingEntry>(
            DocumentsJsonContext.Default.QualifyingEntry, CadencePolicyEntries.Write, entry => CadencePolicyEntries.Read(entry, "$")),
        [typeof(Favour)] = Entry<Favour, PlanningDocument.FavourEntry>(
            DocumentsJsonContext.Default.FavourEntry, PlanningEntries.Write, entry => PlanningEntries.Read(entry, "$")),
        [typeof(Introduction)] = Entry<Introduction, PlanningDocument.IntroductionEntry>(
            DocumentsJsonContext.Default.IntroductionEntry, PlanningEntries.Write, entry => PlanningEntries.Read(entry, "$")),
        [typeof(PlanSettings)] = Entry<PlanSettings, PlanningDocument.PlanSettingsEntry>(
            DocumentsJsonContext.Default.PlanSettingsEntry, PlanSettingsEntries.Write, entry => PlanSettingsEntries.Read(entry, "$")),
        [typeof(TieCorrection)] = Entry<TieCorrection, PlanningDocument.CorrectionEntry>(
            DocumentsJsonContext.Default.CorrectionEntry, PlanningEntries.Write, entry => PlanningEntries.Read(entry, "$")),
        [typeof(ScoreReceipt)] = Entry<ScoreReceipt, ReceiptDocument>(
            DocumentsJsonContext.Default.ReceiptDocument, ReceiptEntries.Write, ReceiptEntries.Read),
        [typeof(TouchpointKind)] = Entry<TouchpointKind, TouchpointsDocument.KindEntry>(
            DocumentsJsonContext.Default.KindEntry,
            kind => new()
            {
                Channel = kind.Channel.Name,
                Outcome = JsonWords.OfUnlessDefault(kind.Outcome),
                GroupSize = kind.GroupSize == 1 ? null : kind.GroupSize,
            },
            entry => new TouchpointKind(
                Channel.FromName(entry.Channel),
                entry.Outcome is { } outcome ? JsonWords.Read<Outcome>(outcome, "$.outcome") : default, entry.GroupSize ?? 1)),
    };

    public delegate T? FormReader<T>(ref Utf8JsonReader reader);

    public static Form<T> Of<T>()
        where T : notnull => (Form<T>)Forms[typeof(T)];

    public static bool Has(Type type) => Forms.ContainsKey(type);

    private static Form<T> Text<T>(Func<T, string> write)
        where T : ISpanParsable<T> => new(
            (ref Utf8JsonReader reader) => T.Parse(reader.GetString() ?? throw new JsonException("The value is null."), null),
            (writer, value) => writer.WriteStringValue(write(value)),
            write);

    private static Form<T> Entry<T, TEntry>(JsonTypeInfo<TEntry> type, Func<T, TEntry> write, Func<TEntry, T> read)
        where T : notnull
        where TEntry : class => new(
            (ref Utf8JsonReader reader) =>
                read(JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("The value is null.")),
            (writer, value) => JsonSerializer.Serialize(writer, write(value), type),
            _ => throw new NotSupportedException(
                $"A {typeof(T).Name} cannot be the name of a member, as it has no text that is read back."));

    /// <summary>How a value is read and written, and its text as the name of a member.</summary>
    internal sealed record Form<T>(FormReader<T> Read, Action<Utf8JsonWriter, T> Write, Func<T, string> Name);
}
