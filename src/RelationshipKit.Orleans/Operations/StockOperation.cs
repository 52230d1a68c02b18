using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Serialization;

namespace RelationshipKit.Orleans;

/// <summary>
/// An operation of the kit: its kind, and its arguments as texts, so that silos of other versions of the package read what they know.
/// </summary>
[GenerateSerializer, Immutable, Alias("RelationshipKit.StockOperation")]
internal sealed class StockOperation : IBookOperation
{
    // A row per kind. The name is what is sent; its meaning and its arguments stay.
    private static readonly Dictionary<string, Func<RelationshipBook, Arguments, BookUpdate>> Kinds = new(StringComparer.Ordinal)
    {
        ["accept"] = (book, given) => book.Accept(book.PlanWeek(given.Instant(0), given.Date(1))),
        ["activate"] = (book, given) => book.Activate(given.Contact(0)),
        ["add"] = (book, given) => book.Add(given.Json<Contact[]>(0)),
        ["apply"] = (book, given) => book.Apply(BookChangeJson.Read(given.Text(0), book.Cadences.Policies)),
        ["archive"] = (book, given) => book.Archive(given.Contact(0)),
        ["cadence"] = (book, given) => book.WithCadence(given.Policy(0)),
        ["change"] = (book, given) => book.Change(given.Json<Contact[]>(0)),
        ["correct"] = (book, given) => book.Correct(given.Json<TouchpointKey>(0), given.Json<Touchpoint>(1), given.Instant(2)),
        ["deceased"] = (book, given) => book.MarkDeceased(given.Contact(0)),
        ["dismiss"] = (book, given) => book.Dismiss(given.Text(0)),
        ["erase"] = (book, given) => book.Erase(given.Contact(0)),
        ["favour"] = (book, given) => book.Note(given.Json<Favour>(0)),
        ["forget"] = (book, given) => book.ForgetTouchpointsBefore(given.Instant(0)),
        ["freshStart"] = (book, given) => book.WithFreshStart(given.Contact(0), given.DateOrNull(1)),
        ["introduction"] = (book, given) => book.Keep(given.Json<Introduction>(0)),
        ["logKind"] = (book, given) => book.WithLogKind(given.Json<LogKind>(0)),
        ["merge"] = (book, given) => book.Merge(given.Contact(0), given.Contact(1)),
        ["needsNoAnswer"] = (book, given) => book.NeedsNoAnswer(given.Json<TouchpointKey>(0)),
        ["notNow"] = (book, given) => book.NotNow(given.Contact(0), given.DateOrNull(1)),
        ["override"] = (book, given) => given.Policy(1) is { } policy
            ? book.WithOverride(given.Contact(0), policy)
            : book.WithoutOverride(given.Contact(0)),
        ["owner"] = (book, given) => book.WithOwner(given.Json<OwnerProfile>(0)),
        ["planSettings"] = (book, given) => book.WithPlanSettings(given.Json<PlanSettings>(0)),
        ["quietDays"] = (book, given) => book.WithQuietDays(given.Json<int[]>(0).Select(day => (IsoDayOfWeek)day)),
        ["readmit"] = (book, given) => book.Readmit(given.Json<Contact>(0)),
        ["record"] = (book, given) => book.Record(given.Json<Touchpoint[]>(0)),
        ["restore"] = (book, given) => book.Restore(given.Json<TouchpointKey>(0), given.Instant(1)),
        ["resume"] = (book, given) => book.Resume(given.Contact(0)),
        ["retract"] = (book, given) => book.Retract(given.Json<TouchpointKey>(0), given.Instant(1)),
        ["snooze"] = (book, given) => book.Snooze(given.Contact(0), given.Date(1), given.DateOrNull(2)),
        ["split"] = (book, given) => book.Split(given.Contact(0)),
        ["suspend"] = (book, given) => book.Suspend(given.Json<Suspension>(0)),
        ["tieCorrection"] = (book, given) => book.WithTieCorrection(given.Contact(0), given.Json<TieCorrection?>(1)),
        ["undo"] = (book, _) => book.Undo(),
        ["wishes"] = (book, given) => book.WithWishes(given.Contact(0), given.Json<ContactWishes>(1)),
        ["withoutAcceptedWeek"] = (book, given) => book.WithoutAcceptedWeek(given.Date(0)),
        ["withoutSuspension"] = (book, given) => book.WithoutSuspension(given.Json<Suspension>(0)),
        ["zone"] = (book, given) => book.WithZone(RelationshipGrain.ZoneOf(given.Text(0))),
    };

    public StockOperation(string kind, params string?[] arguments)
    {
        Kind = kind;
        Given = arguments;
    }

    /// <summary>Gets all kinds, for tests.</summary>
    internal static IEnumerable<string> AllKinds => Kinds.Keys;

    [Id(0)]
    public string Kind { get; }

    [Id(1)]
    public string?[] Given { get; }

    public BookUpdate On(RelationshipBook book) => Kinds.TryGetValue(Kind, out var on)
        ? Made(() => on(book, new Arguments(Given)))
        : throw new ArgumentException(
            $"This silo does not know the operation \"{Kind}\"; its version of the package is older than the caller's.");

    public override string ToString() => Kind;

    public static string Json<T>(T value) => JsonSerializer.Serialize(value);

    // Whatever is wrong with the arguments is the caller's affair, and the messages of the kit name nobody.
    private static BookUpdate Made(Func<BookUpdate> on)
    {
        try
        {
            return on();
        }
        catch (Exception problem) when (problem is JsonException or FormatException or UnparsableValueException)
        {
            throw new ArgumentException(problem.Message);
        }
    }

    private readonly record struct Arguments(string?[] Given)
    {
        // An earlier version may have sent fewer.
        public string Text(int index) =>
            Given.ElementAtOrDefault(index) ?? throw new ArgumentException("An argument of the operation is missing.");

        public ContactId Contact(int index) => ContactId.FromValue(Text(index));

        public Instant Instant(int index) => InstantPattern.ExtendedIso.Parse(Text(index)).Value;

        public LocalDate Date(int index) => LocalDatePattern.Iso.Parse(Text(index)).Value;

        public LocalDate? DateOrNull(int index) => Given.ElementAtOrDefault(index) is null ? null : Date(index);

        public T Json<T>(int index) => JsonSerializer.Deserialize<T>(Text(index))!;

        public ICadencePolicy? Policy(int index) => Given.ElementAtOrDefault(index) is { } json ? CadenceRulesJson.ReadPolicy(json) : null;
    }
}
