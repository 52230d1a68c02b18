using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Books;

public class RelationshipBookTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Contact Ada = new(
        ContactId.FromValue("ada"), "Ada") { Circle = Circle.Close, Aliases = [ContactId.FromValue("a.l.")] };
    private static readonly Contact Bob = new(ContactId.FromValue("bob"), "Bob") { Circle = Circle.Inner };
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void DueBy_ThreeWeeksAfterTheLastTouch_ReadsAsASentence() =>
        Assert.Equal(["Ada: ideal 2026-02-18, every 3 weeks"], Book().DueBy(AsOf, new LocalDate(2026, 3, 8)).Select(due => due.ToString()));

    [Fact]
    public void DueBy_TheDayBefore_LeavesOut()
    {
        Assert.Empty(Book().DueBy(AsOf, new LocalDate(2026, 2, 17)));
        Assert.Single(Book().DueBy(AsOf, new LocalDate(2026, 2, 18)));
    }

    // Both were last in touch long ago; the stronger tie is kept, the clock of the other starts on 2 March.
    [Fact]
    public void FreshStart_OfTwoLongSilent_KeepsTheStrongerAndStartsTheOtherAgain()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc, Cadence.Every(Period.FromWeeks(1))).Add(Ada, Bob).OrThrow()
            .Record(Ada.Id, Channel.InPerson, Instant.FromUtc(2025, 10, 1, 12, 0)).OrThrow()
            .Record(Bob.Id, Channel.Social, Instant.FromUtc(2025, 10, 1, 12, 0)).OrThrow();
        var start = book.ProposeFreshStart(AsOf, 1);
        var begun = book.WithFreshStart(start).OrThrow();

        Assert.True(start.IsWanted);
        Assert.Equal(("ada", "bob"), (start.Keep.Single().Value, start.Restart.Single().Value));
        Assert.Equal(new LocalDate(2026, 3, 9), begun.CadenceOf(Bob.Id, AsOf).Window!.Value.Ideal);
        Assert.Equal(Told.By(book.CadenceOf(Ada.Id, AsOf)), Told.By(begun.CadenceOf(Ada.Id, AsOf)));
        Assert.Equal(CadenceRules.Empty.FreshStarts.SetItem(Bob.Id, new LocalDate(2026, 3, 2)), begun.Cadences.FreshStarts.AsEnumerable());
    }

    [Fact]
    public void DueBy_Several_NamesTheLongestDueFirst()
    {
        var log = Log();
        log.Add(new Touchpoint(Bob.Id, Instant.FromUtc(2026, 1, 5, 12, 0), Channel.Voice, Direction.Outgoing));

        Assert.Equal(
            ["bob", "ada"],
            BookOf.These(London, [Ada, Bob], log, Cadence.Every(Period.FromWeeks(3)))
                .DueBy(AsOf, new LocalDate(2026, 3, 8))
                .Select(due => due.Contact.Id.Value));
    }

    [Fact]
    public void Answers_AreThoseOfTheScorer()
    {
        var book = Book();
        var own = book.Touchpoints.Of(Ada);
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, London).For(Ada);
        var call = new Touchpoint(Ada.Id, AsOf, Channel.Voice, Direction.Outgoing);

        Assert.Equal(scorer.ScoreAt(own, AsOf), book.ScoreOf(Ada.Id, AsOf));
        Assert.Equal(scorer.ScoreAt(own, AsOf), book.ScoreOf(ContactId.FromValue("a.l."), AsOf));
        Assert.Equal(scorer.WhatIf(own, call, AsOf), book.WhatIf(AsOf, call));
        Assert.Equal(scorer.FallsTo(own, AsOf, Strength.FromValue(.05)), book.FallsTo(Ada.Id, AsOf, Strength.FromValue(.05)));
        Assert.Equal(Told.By(scorer.ConversationAt(own, AsOf)), Told.By(book.ConversationOf(Ada.Id, AsOf)));
        Assert.Equal(book.ScoreOf(Ada.Id, AsOf).Strength.Value, book.Explain(Ada.Id, AsOf).Parts.Sum(part => part.Contribution), 1e-12);
        Assert.Null(book.ProposalFor(Ada.Id, AsOf));
    }

    [Fact]
    public void ScoreOf_AFacet_CountsItsTouchpointsAndThoseWithoutOne()
    {
        var log = Log();
        log.Add(
            new Touchpoint(Ada.Id, Instant.FromUtc(2026, 2, 20, 12, 0), Channel.Voice, Direction.Outgoing) { Facet = Facet.Professional });
        var book = BookOf.These(London, [Ada], log, Cadence.Never);

        Assert.Equal((3, 3), (book.ScoreOf(Ada.Id, AsOf, Facet.Professional).Touchpoints, book.ScoreOf(Ada.Id, AsOf).Touchpoints));
        Assert.Equal(2, book.ScoreOf(Ada.Id, AsOf, Facet.Family).Touchpoints);
        Assert.Equal(Facet.Professional, book.CadenceOf(Ada.Id, AsOf, Facet.Professional).Facet);
    }

    [Fact]
    public void WhatIf_OfSeveral_AsksOfWhom()
    {
        var party = new Touchpoint([Ada.Id, Bob.Id], AsOf, Channel.GroupEvent, Direction.Mutual);
        var book = BookOf.These(London, [Ada, Bob], Log(), Cadence.Never);

        Assert.Throws<ArgumentException>("extra", () => book.WhatIf(AsOf, party));
        Assert.Equal(1, book.WhatIf(Bob.Id, AsOf, party).ContactDays);
        Assert.Throws<ArgumentException>(
            "extra", () => book.WhatIf(Bob.Id, AsOf, new Touchpoint(Ada.Id, AsOf, Channel.Voice, Direction.Mutual)));
    }

    [Fact]
    public void AnyAnswer_OfAStranger_IsRefusedWithoutNamingThem()
    {
        var error = Assert.Throws<ContactNotFoundException>("id", () => Book().ScoreOf(ContactId.FromValue("stranger"), AsOf));

        Assert.DoesNotContain("stranger", error.Message, StringComparison.Ordinal);
        Assert.Null(Book().Find(ContactId.FromValue("stranger")));
    }

    [Fact]
    public void New_OneIdForTwo_IsRefused() =>
        Assert.Throws<ArgumentException>(
            "contacts", () => BookOf.These(London, [Ada, new Contact(ContactId.FromValue("a.l."), "Other")], Log(), Cadence.Never));

    [Fact]
    public void Open_OfALog_DoesNotSeeLaterWrites()
    {
        var log = Log();
        var book = BookOf.These(London, [Ada], log, Cadence.Never);
        log.Add(new Touchpoint(Ada.Id, Instant.FromUtc(2026, 3, 1, 12, 0), Channel.Voice, Direction.Outgoing));

        Assert.Equal(2, book.ScoreOf(Ada.Id, AsOf).Touchpoints);
    }

    [Fact]
    public void WithZone_Another_CountsDaysAgain()
    {
        var log = new TouchpointLog();
        log.Add(new Touchpoint(Ada.Id, Instant.FromUtc(2026, 1, 28, 18, 30), Channel.Voice, Direction.Mutual));
        var book = BookOf.These(London, [Ada], log, Cadence.Every(Period.FromWeeks(3)));

        Assert.Equal(new LocalDate(2026, 2, 18), book.CadenceOf(Ada.Id, AsOf).Window!.Value.Ideal);
        Assert.Equal(
            new LocalDate(2026, 2, 19),
            book.WithZone(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).Book.CadenceOf(Ada.Id, AsOf).Window!.Value.Ideal);
    }

    [Fact]
    public void Change_OfAContactOrTheCadences_IsANewBook()
    {
        var book = Book();

        Assert.NotNull(book.CadenceOf(Ada.Id, AsOf).Window);
        Assert.Null(book.WithCadences(CadenceRules.Empty).Book.CadenceOf(Ada.Id, AsOf).Window);
        Assert.Equal(["ada", "bob"], book.Add(Bob).Book.Contacts.Select(contact => contact.Id.Value));
        Assert.Equal(Circle.Active, book.Change(Ada with { Circle = Circle.Active }).Book.Find(Ada.Id)!.Circle);
    }

    [Fact]
    public void Json_ThereAndBack_LosesNothing()
    {
        var log = Log();
        log.Retract(log.First(), Instant.FromUtc(2026, 2, 1, 0, 0));
        var plan = new CadenceRules { Policy = Cadence.Soonest(Cadence.ByCircle(), Cadence.Named("alumni")) }.With(
            Suspension.Pause(Ada.Id, new LocalDate(2026, 3, 1)));
        var book = BookOf.These(new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, London), [Bob, Ada], log, plan);
        var saved = Saved(book);
        var loaded = RelationshipBook.Load(new MemoryStream(saved));

        Assert.Equal(Encoding.UTF8.GetString(saved), Encoding.UTF8.GetString(Saved(loaded)));
        Assert.Equal(book.Contacts, loaded.Contacts);
        Assert.Equal(book.ScoreOf(Ada.Id, AsOf), loaded.ScoreOf(Ada.Id, AsOf));
        Assert.Empty(loaded.DueBy(AsOf, new LocalDate(2026, 3, 8)));
        Assert.Equal("alumni", loaded.CadenceOf(Ada.Id, AsOf).Failure!.Policy);
    }

    [Theory]
    [InlineData("\"Europe/London\"", "\"Europe/Atlantis\"", "$.zone", "The zone \"Europe/Atlantis\" is unknown")]
    [InlineData("\"channel\": \"message\"", "\"channel\": \"\"", "$.touchpoints.touchpoints[1]", "breaks a rule")]
    [InlineData("\"kind\": \"every\"", "\"kind\": \"hourly\"", "$.cadences.policy.kind", "The kind \"hourly\" is unknown")]
    [InlineData("relationshipkit/book", "relationshipkit/shelf", "$.format", "relationshipkit/shelf")]
    [InlineData("relationshipkit/cadences", "relationshipkit/contacts", "$.cadences.format", "relationshipkit/contacts")]
    public void Load_ADamagedBook_SaysWhatAndWhere(string good, string bad, string path, string what)
    {
        var text = Encoding.UTF8.GetString(Saved(Book())).Replace(good, bad, StringComparison.Ordinal);
        var error = Assert.Throws<JsonException>(() => RelationshipBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal(path, error.Path);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Injection_OfNamedPolicies_OpensBooksThatKnowThem()
    {
        var weekly = Cadence.Every(Period.FromWeeks(1));
        var provider = new ServiceCollection().AddRelationshipKit(kit => kit
            .AddCadencePolicy("alumni", weekly)
            .UseCadence(Cadence.Never)
            .UseCadence(Cadence.Soonest(Cadence.ByCircle(), Cadence.Named("alumni")))).BuildServiceProvider();
        var book = provider.GetRequiredService<RelationshipBookFactory>().Open(London, [Ada], Log());

        Assert.Same(weekly, provider.GetRequiredKeyedService<ICadencePolicy>("alumni"));
        Assert.Equal("every week", book.CadenceOf(Ada.Id, AsOf).Policy!.ToString());
        Assert.Same(provider.GetRequiredService<RelationshipBookFactory>(), provider.GetRequiredService<RelationshipBookFactory>());
    }

    [Fact]
    public void Injection_OfANameTwice_IsAnErrorWhereItIsMade() =>
        new ServiceCollection().AddRelationshipKit(kit =>
            Assert.Throws<ArgumentException>(
                "name", () => kit.AddCadencePolicy("alumni", Cadence.Never).AddCadencePolicy("alumni", Cadence.ByCircle())));

    [Fact]
    public void Injection_UseCadenceAfterNames_KeepsThem()
    {
        var provider = new ServiceCollection()
            .AddRelationshipKit(
                kit => kit.UseCadence(Cadence.Never).AddCadencePolicy("a", Cadence.ByCircle()).UseCadence(Cadence.Named("a")))
            .BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredKeyedService<ICadencePolicy>("a"));
        Assert.Equal("a", provider.GetRequiredService<ICadencePolicy>().ToString());
    }

    private static RelationshipBook Book() => BookOf.These(London, [Ada], Log(), Cadence.Every(Period.FromWeeks(3)));

    private static TouchpointLog Log()
    {
        var log = new TouchpointLog();
        log.Add(new Touchpoint(Ada.Id, Instant.FromUtc(2026, 1, 10, 18, 0), Channel.InPerson, Direction.Mutual));
        log.Add(new Touchpoint(Ada.Id, Instant.FromUtc(2026, 1, 28, 8, 30), Channel.Message, Direction.Incoming));
        return log;
    }

    private static byte[] Saved(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        return stream.ToArray();
    }
}
