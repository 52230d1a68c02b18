using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Books;

/// <summary>One operation on a book, out of so few people, touchpoints and dates that they often meet.</summary>
public sealed record BookOperation(
    int Kind, ContactId One, ContactId Other, Touchpoint Touchpoint, Touchpoint Better, Instant At, LocalDate Date, ICadencePolicy Policy)
{
    /// <summary>The kind that forgets touchpoints.</summary>
    public const int Forgetting = 27;

    public const int Kinds = 29;

    public static readonly string[] People = ["ada", "bob", "Eve", "dan"];

    /// <summary>Gets whether the operation erases somebody or forgets touchpoints, which nothing takes back.</summary>
    public bool IsErasure => Kind is 24 or Forgetting;

    /// <summary>
    /// Gets whether the operation is about the whole book: the zone divides everybody's days, the kind of log is that of all forecasts.
    /// </summary>
    public bool IsAboutTheBook => Kind is 21 or 28;

    private ImmutableSortedDictionary<string, UserValue> Data =>
        ImmutableSortedDictionary<string, UserValue>.Empty.Add($"of {One}", UserValue.FromText($"{Date.Day}"));

    /// <summary>Returns what comes of the operation; null where its arguments are wrong, whatever the book holds.</summary>
    public BookUpdate? On(RelationshipBook book)
    {
        try
        {
            return Kind switch
            {
                0 => book.Add(
                    new Contact(One, "name")
                    {
                        Circle = Circle.Close,
                        AddedOn = Date,
                        Notes = "knows Eve and ada",
                        UserData = Data,
                        Aliases = Date.Day > 20 && One != Other ? [Other] : []
                    }),
                1 => book.Find(One) is { } held ? book.Change(
                    held with
                    {
                        Name = "other",
                        Notes = $"{held.Notes}, since",
                        UserData = held.UserData.SetItems(Data),
                        Tags = Date.Day > 25 ? [] : [$"of {One}"],
                        Aliases = Date.Day > 10 ? held.Aliases : [],
                        Relations = held.Id == Other ? [] : [new Relation(RelationKind.Friend, Other)]
                    }) : book.Change(new Contact(One, "none")),
                2 or 3 or 4 or 5 => book.Record(Touchpoint),
                6 => book.Record([Touchpoint, Better], At),
                7 => book.Correct(Touchpoint.Key, Better, At),
                8 => book.Retract(Touchpoint.Key, At),
                9 => book.Restore(Touchpoint.Key, At),
                10 => book.NeedsNoAnswer(Touchpoint.Key),
                11 => book.Archive(One),
                12 => book.WithOverride(One, Policy),
                13 => book.WithCadence(Policy),
                14 => book.Snooze(One, Date),
                15 => book.Pause(One, Date),
                16 => book.WithWishes(One, new ContactWishes { NoContact = true }),
                17 => book.Note(new Favour(One, ContributionKind.Help, FavourSide.Given, At))
                    .Then(next => next.Keep(new Introduction(One, Other, new Contribution(ContributionKind.Advice, "tax"), At))),
                18 => book.NotNow(One, Date).Then(next => next.WithFreshStart(Other, Date)),
                19 => book.Merge(One, Other),
                20 => book.Split(Other),
                21 => book.WithZone(DateTimeZoneProviders.Tzdb[Date.Day < 16 ? "Asia/Kathmandu" : "Pacific/Apia"]),
                22 => book.WithQuietDays(Date.DayOfWeek),
                23 => book.WithOwner(new OwnerProfile { Offers = [new Contribution(ContributionKind.Advice, "tax")] }),
                24 => book.Erase(One),
                25 => book.WithTieCorrection(One, Date.Day < 8 ? null : new TieCorrection(Date.Day - 20.5, At, 30)),
                28 => book.WithLogKind((LogKind)(Date.Day % 7)),
                Forgetting => book.ForgetTouchpointsBefore(At),
                _ => book.SameEvents().FirstOrDefault(same => same.Kept.Participants.Contains(One)) is { } same
                    ? book.Confirm(same, At)
                    : book.Dismiss("none"),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>Generators of operations.</summary>
public static class BookOperationArbitraries
{
    public static Arbitrary<BookOperation> Operations() =>
        (from kind in Gen.Choose(0, BookOperation.Kinds - 1)
         from one in Gen.Elements(BookOperation.People)
         from other in Gen.Elements(BookOperation.People)
         from touchpoint in TouchpointArbitraries.Touchpoints().Generator
         from better in TouchpointArbitraries.Touchpoints().Generator
         from at in TouchpointArbitraries.KnownInstants().Generator
         from days in Gen.Choose(-40, 400)
         from policy in Gen.Elements(
             Cadence.Every(Period.FromWeeks(2)), Cadence.ByCircle(), Cadence.Occasions(3),
             Cadence.For(ContactSelector.One("ada"), Cadence.ReplyOwed()))
         select new BookOperation(
             kind, one, other, touchpoint, better, at, new LocalDate(2026, 3, 2).PlusDays(days), policy)).ToArbitrary();
}
