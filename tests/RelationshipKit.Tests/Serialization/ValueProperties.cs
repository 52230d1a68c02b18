using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Serialization;

/// <summary>
/// The law of all values that cross the web: what is written is read again, as JSON and as text. A new value without a generator fails.
/// </summary>
[Properties(Arbitrary = [typeof(ValueProperties)], MaxTest = 2000)]
public class ValueProperties
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0, 0).PlusNanoseconds(123_456_000);

    private static readonly Gen<string> Names = Gen.Elements(
        "a", "Ada Lovelace", "a\"b\\c", "\u4F60\u597D", "\U0001F600", "o'neil", "x/y?z=1&w", new string('n', 200));

    private static readonly RelationshipBook Book = RelationshipBookFactory.Default.Create(DateTimeZone.Utc)
        .Add(new Contact("ada", "Ada")).OrThrow().Record("ada", Channel.Voice, Now - Duration.FromDays(3)).OrThrow();

    // What is asked of the text so that nothing is lost.
    private static readonly Dictionary<Type, string> RoundTripFormats =
        new() { [typeof(Strength)] = "R", [typeof(CadenceWindow)] = CadenceWindow.RoundTrip };

    private static readonly Gen<LocalDate> Days = ContactArbitraries.LocalDates().Generator;

    private static readonly Gen<Contact> Contacts = ContactArbitraries.Contacts().Generator;

    private static readonly Gen<Touchpoint> Touches = TouchpointArbitraries.Touchpoints().Generator;

    private static readonly Dictionary<Type, Gen<object>> Values = new()
    {
        [typeof(ContactId)] = Boxed(Names.Select(ContactId.FromValue)),
        [typeof(Channel)] = Boxed(Gen.OneOf(Gen.Elements(Channel.Stock.ToArray()), Names.Select(Channel.FromName))),
        [typeof(Facet)] = Boxed(Names.Select(Facet.FromName)),
        [typeof(Circle)] = Boxed(
            from name in Gen.Elements(
                "inner", "team", "old friends") from capacity in Gen.Elements(1, 5, 150, 1_000_000) select Circle.Create(name, capacity)),
        [typeof(OccasionKind)] = Boxed(
            Gen.OneOf(
                Gen.Elements(OccasionKind.Birthday, OccasionKind.Anniversary),
                Gen.Elements("saint's day", "x").Select(OccasionKind.FromName))),
        [typeof(PartialDate)] = Boxed(ContactArbitraries.PartialDates().Generator),
        [typeof(Strength)] = Boxed(Gen.Elements(0, double.Epsilon, 1e-300, 0.1, 1 / 3.0, 1).Select(Strength.FromValue)),
        [typeof(TouchpointKey)] = Boxed(Touches.Select(touch => touch.Key)),
        [typeof(CadenceWindow)] = Boxed(
            from day in Days.Where(
                day =>
                    day > new LocalDate(1, 1, 1) && day < new LocalDate(9999, 11, 1)) from tolerance in Gen.Choose(0,
                    30) select CadenceWindow.From(day, tolerance)),
        [typeof(Contact)] = Boxed(Contacts),
        [typeof(Touchpoint)] = Boxed(Touches),
        [typeof(SourceKey)] = Boxed(from source in Names from key in Names select new SourceKey(source, key)),
        [typeof(Address)] = Boxed(Parts(contact => contact.Addresses)),
        [typeof(Occasion)] = Boxed(Parts(contact => contact.Occasions)),
        [typeof(RememberedDetail)] = Boxed(Parts(contact => contact.Details)),
        [typeof(Origin)] = Boxed(Contacts.Where(contact => contact.Origin is not null).Select(contact => contact.Origin!)),
        [typeof(Contribution)] = Boxed(Parts(contact => contact.Needs.AddRange(contact.Offers))),
        [typeof(Relation)] = Boxed(Parts(contact => contact.Relations)),
        [typeof(StructuredName)] = Boxed(
            Contacts.Where(contact => contact.StructuredName is not null).Select(contact => contact.StructuredName!)),
        [typeof(UserValue)] = Boxed(
            Gen.OneOf(
                Names.Select(UserValue.FromText), Gen.Elements(0, -12.5, 1e300).Select(UserValue.FromNumber),
                Days.Select(UserValue.FromDate))),
        [typeof(Promise)] = Boxed(Parts(contact => contact.Promises)),
        [typeof(OwnerProfile)] = Boxed(
            Contacts.Select(contact => new OwnerProfile { Offers = contact.Offers, Needs = contact.Needs, Addresses = contact.Addresses })),
        [typeof(Favour)] = Boxed(
            from kind in Gen.Elements(Enum.GetValues<ContributionKind>()) from side in Gen.Elements(
                Enum.GetValues<FavourSide>()) select new Favour("ada", kind, side, Now)),
        [typeof(Introduction)] = Boxed(
            from need in Parts(
                contact => contact.Needs) from steps in Gen.Choose(0, 5) select Stepped(new Introduction("ada", "bob", need, Now), steps)),
        [typeof(PlanSettings)] = Boxed(
            from minutes in Gen.Choose(1, 500) from isGentle in Gen.Elements(true, false) from name in Names
            select (PlanSettings.Default with { MinutesPerWeek = minutes, IsGentle = isGentle })
                .WithDays(Facet.Family, IsoDayOfWeek.Sunday)
                .WithMinutes(Channel.FromName(name), minutes)),
        [typeof(ContactWishes)] = Boxed(
            from period in Gen.Elements(
                null, Period.FromDays(9), Period.FromMonths(2)) from isNone in Gen.Elements(true, false) from name in Names
            select new ContactWishes
            {
                AtMostEvery = period,
                NotOn = [IsoDayOfWeek.Friday],
                NotAbout = [Facet.FromName(name)],
                NeverBy = [Channel.FromName(name)],
                NoContact = isNone
            }),
        [typeof(ContactSelector)] = Boxed(Gen.OneOf(
            Names.Select(name => ContactSelector.One(ContactId.FromValue(name))), Names.Select(ContactSelector.Tagged),
            Names.Select(name => ContactSelector.As(Facet.FromName(name))),
            Gen.Elements(Circle.Inner, Circle.Create("team", 9)).Select(ContactSelector.In))),
        [typeof(TouchpointFilter)] = Boxed(
            from direction in Gen.Elements(Enum.GetValues<Direction>()) from gesture in Gen.Elements(
                Enum.GetValues<Gesture>()) from people in Gen.Choose(1, 60) from name in Names
            select new TouchpointFilter
            {
                Channels = [Channel.FromName(name)],
                Directions = [direction],
                Gestures = [gesture],
                Facet = Facet.FromName(name),
                MustBeAnswered = people % 2 == 0,
                MostPeople = people
            }),
        [typeof(TieCorrection)] = Boxed(
            from expected in Gen.Elements(-2, 1 / 3.0, 7) from days in Gen.Elements(1, 180.5, 36_500) select new TieCorrection(expected,
                Now, days)),
        [typeof(ScoreReceipt)] = Boxed(from facet in Gen.Elements(null, Facet.Family) select Book.ReceiptOf("ada", Now, facet)),
        [typeof(TouchpointKind)] = Boxed(
            from channel in Names from outcome in Gen.Elements(
                Enum.GetValues<Outcome>()) from people in Gen.Choose(1, 2_000) select new TouchpointKind(Channel.FromName(channel),
                outcome, people)),
        [typeof(Suspension)] = Boxed(CadenceArbitraries.Suspensions().Generator),
    };

    /// <summary>Gets any value that crosses the web.</summary>
    public static Arbitrary<AnyValue> All() =>
        (from type in Gen.Elements(Types.AsEnumerable())
         from value in type.IsEnum ? Gen.Elements(Enum.GetValues(type).Cast<object>().ToArray()) : Values[type]
         select new AnyValue(type, value)).ToArbitrary();

    private static Type[] Types { get; } =
        [.. typeof(Contact).Assembly.GetExportedTypes().Where(type => type.GetCustomAttribute<JsonConverterAttribute>() is not null)];

    private static Type[] TextTypes { get; } =
        [.. typeof(Contact).Assembly.GetExportedTypes().Where(type => type.GetInterfaces().Any(IsParsable))];

    [Property]
    public void Every_value_comes_back_from_its_JSON(AnyValue any)
    {
        var json = JsonSerializer.Serialize(any.Value, any.Type);
        var back = JsonSerializer.Deserialize(json, any.Type);

        Assert.Equal(any.Value, back);
        Assert.Equal(json, JsonSerializer.Serialize(back, any.Type));
    }

    [Property]
    public void Every_value_with_a_text_comes_back_from_it_and_may_be_a_key(AnyValue any)
    {
        if (TextTypes.Contains(any.Type))
        {
            typeof(ValueProperties)
                .GetMethod(nameof(CheckText), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(any.Type)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [any.Value], null);
        }
    }

    // A caller sends anything; an answer of 400 needs an exception that says so.
    [Property]
    public void JSON_of_something_else_is_refused_by_a_JsonException(AnyValue any, AnyValue other, PositiveInt at, char instead)
    {
        var json = JsonSerializer.Serialize(other.Value, other.Type);
        var place = at.Get % json.Length;
        string[] texts =
            [
                "null", "true", "[]", "{}", "\"\"", "\" \"", "-1", "1e999", "\"\\u0000\"", "\"\\ud800\"", "[null]", "{\"a\":1}", "{\"a\":",
                "\"9999-12-31T24:00:00Z\"", json, json[..place], json[..place] + instead + json[(place + 1)..]
            ];
        foreach (var text in texts)
        {
            try
            {
                JsonSerializer.Deserialize(text, any.Type);
            }
            catch (JsonException)
            {
            }
        }
    }

    // A number would let in a value that has no name, which fails only later, where it is used.
    [Fact]
    public void EveryEnumeration_IsReadByNameOnly()
    {
        var enumerations = typeof(Contact).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToArray();

        Assert.NotEmpty(enumerations);
        Assert.All(enumerations, type =>
        {
            var first = Enum.GetValues(type).GetValue(0)!;
            Assert.Equal(first, JsonSerializer.Deserialize($"\"{first}\"", type));
            Assert.All(
                ["0", "17", "-1", "\"17\"", "\"0\"", "\"Nothing,Such\""],
                text => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, type)));
        });
    }

    [Fact]
    public void EveryValueWithATextForm_HasAConverterAndAGenerator()
    {
        Assert.Empty(TextTypes.Except(Types));
        Assert.Equal(9, TextTypes.Length);
        Assert.Empty(
            typeof(Contact).Assembly.GetExportedTypes()
                .Where(type => type.GetMethod("Parse", [typeof(string)]) is not null)
                .Except(TextTypes));
    }

    [Fact]
    public void EveryValueThatHasAConverter_HasAGenerator() => Assert.Empty(Types.Where(type => !type.IsEnum).Except(Values.Keys));

    private static bool IsParsable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ISpanParsable<>);

    private static void CheckText<T>(T value)
        where T : ISpanParsable<T>, ISpanFormattable
    {
        var format = RoundTripFormats.GetValueOrDefault(typeof(T));
        var text = value.ToString(format, null);
        Assert.Equal(value, Parsed<T>(text));
        Assert.Equal(value, T.Parse(text.AsSpan(), null));
        Assert.True(TryParsed<T>(text, out var parsed));
        Assert.Equal(value, parsed);

        var room = new char[text.Length + 1];
        Assert.True(value.TryFormat(room, out var written, format, null));
        Assert.Equal(text, new string(room, 0, written));
        Assert.Equal(text.Length == 0, value.TryFormat(room.AsSpan(0, Math.Max(0, text.Length - 1)), out written, format, null));
        Assert.Equal(0, written);

        var keyed = JsonSerializer.Serialize(new Dictionary<T, int> { [value] = 7 });
        Assert.Equal(7, JsonSerializer.Deserialize<Dictionary<T, int>>(keyed)![value]);
        Assert.Throws<ArgumentNullException>(() => Parsed<T>(null!));
        Assert.Throws<FormatException>(() => T.Parse("\0", null));
        Assert.False(TryParsed<T>(null, out _));
    }

    // Of the two interfaces with a Parse the compiler takes that of spans where it can.
    private static T Parsed<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    private static bool TryParsed<T>(string? text, [MaybeNullWhen(false)] out T value)
        where T : IParsable<T> => T.TryParse(text, null, out value);

    private static Introduction Stepped(Introduction proposed, int steps) => steps switch
    {
        0 => proposed,
        1 => proposed.Agree("ada", Now),
        2 => proposed.Agree("bob", Now).Agree("ada", Now),
        3 => proposed.Drop(Now),
        _ => Stepped(proposed, 2).Make(Now),
    };

    private static Gen<object> Boxed<T>(Gen<T> values)
        where T : notnull => values.Select(value => (object)value);

    private static Gen<T> Parts<T>(Func<Contact, IEnumerable<T>> parts) =>
        from contact in Contacts.Where(contact => parts(contact).Any()) from part in Gen.Elements(parts(contact)) select part;

    public sealed record AnyValue(Type Type, object Value);
}
