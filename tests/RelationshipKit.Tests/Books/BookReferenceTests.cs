using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Scoring;

namespace RelationshipKit.Tests.Books;

/// <summary>Nothing takes a contact away whom the book still names, and nothing names a contact whom it does not have.</summary>
public class BookReferenceTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly LocalDate Day = new(2026, 3, 2);
    private static readonly ContactId Ada = "ada";
    private static readonly RelationshipBook Empty = RelationshipBook.Create(DateTimeZone.Utc, Cadence.Every(Period.FromWeeks(2)));

    private static readonly Dictionary<string, Func<RelationshipBook, BookUpdate>> Naming = new(StringComparer.Ordinal)
    {
        ["touchpoint"] = book => book.Record(Ada, Channel.Voice, At),
        ["override"] = book => book.WithOverride(Ada, Cadence.Never),
        ["snooze"] = book => book.Snooze(Ada, Day),
        ["wishes"] = book => book.WithWishes(Ada, new ContactWishes { NoContact = true }),
        ["fresh start"] = book => book.WithFreshStart(Ada, Day),
        ["not now"] = book => book.NotNow(Ada, Day),
        ["favour"] = book => book.Note(new Favour(Ada, ContributionKind.Help, FavourSide.Given, At)),
        ["correction"] = book => book.WithTieCorrection(Ada, new TieCorrection(1, At, 30)),
        ["introduction"] = book => book.Add(new Contact("bob", "Bob"))
            .Then(next => next.Keep(new Introduction("bob", Ada, new Contribution(ContributionKind.Advice, "tax"), At))),
        ["accepted week"] = book => book.Accept(book.PlanWeek(At, Day)),
        ["merge"] = book => book.Add(new Contact("bob", "Bob")).Then(next => next.Merge(Ada, "bob")),
    };

    public static TheoryData<string> Names => [.. Naming.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Undo_OfAnAdd_WhenTheBookNamesTheContact_IsRefused(string what)
    {
        var added = Empty.Add(new Contact(Ada, "Ada") { AddedOn = Day.PlusDays(-14), Circle = Circle.Inner });
        var later = Naming[what](added.Book);
        var undone = added.Undo(later.OrThrow());

        Assert.NotEmpty(later.Changes);
        Assert.Equal(BookRefusalReason.ChangedSince, Assert.Single(undone.Refused).Reason);
        Assert.Same(later.Book, undone.Book);
        Assert.Empty(later.Undo().OrThrow().Undo().OrThrow().Contacts);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_ToABookWithoutTheContact_IsRefused(string what)
    {
        var update = Naming[what](Empty.Add(new Contact(Ada, "Ada") { AddedOn = Day.PlusDays(-14), Circle = Circle.Inner }).OrThrow());
        var refused = Empty.Apply(BookChangeJson.Read(BookChangeJson.Write(update.Changes)));

        Assert.NotEmpty(refused.Refused);
        Assert.Empty(refused.Changes);
    }

    [Fact]
    public void Undo_OfAnAddWithAnAlias_WhenATouchpointHasTheAlias_IsRefused()
    {
        var book = Empty.Add(new Contact(Ada, "Ada")).OrThrow();
        var renamed = book.Change(new Contact(Ada, "Ada") { Aliases = ["countess"] });
        var recorded = renamed.Book.Record("countess", Channel.Voice, At).OrThrow();

        Assert.Equal(BookRefusalReason.ChangedSince, Assert.Single(renamed.Undo(recorded).Refused).Reason);
        var refusal = Assert.Single(recorded.Change(new Contact(Ada, "Ada")).Refused);
        Assert.Equal(BookRefusalReason.UnknownContact, refusal.Reason);
        Assert.Equal("countess", Assert.Single(refusal.Contacts));
        Assert.Empty(renamed.Book.Change(new Contact(Ada, "Ada")).Refused);
    }

    [Fact]
    public void Change_ToLoseAnAliasThatOnlyARetractedTouchpointHad_IsAllowedAndRestoringItIsRefused()
    {
        var book = Empty.Add(new Contact(Ada, "Ada") { Aliases = ["countess"] }).OrThrow().Record("countess", Channel.Voice, At).OrThrow();
        var key = Assert.Single(book.Touchpoints).Key;
        var lost = book.Retract(key, At).OrThrow().Change(new Contact(Ada, "Ada")).OrThrow();

        Assert.Equal(BookRefusalReason.UnknownContact, Assert.Single(lost.Restore(key, At).Refused).Reason);
    }

    [Fact]
    public void AfterAMerge_WhatIsSaidUnderTheAliasIsSaidOfTheSurvivor()
    {
        var book = Empty.Add([new Contact(Ada, "Ada"), new Contact("bob", "Bob")]).OrThrow().Merge(Ada, "bob").OrThrow();
        var suspension = Suspension.Pause("bob", Day);
        var paused = book.Suspend(suspension).OrThrow();

        Assert.Empty(paused.WithoutSuspension(suspension).OrThrow().Cadences.Suspensions);
        Assert.Empty(paused.WithoutSuspension(Suspension.Pause(Ada, Day)).OrThrow().Cadences.Suspensions);
        Assert.Equal(
            Ada, Assert.Single(
                book.Note(new Favour("bob", ContributionKind.Help, FavourSide.Given, At)).OrThrow().FavoursAt(At).Standings).Contact);

        var rules = CadenceRules.Empty with { Suspensions = [suspension], Overrides = book.Overrides.Add("bob", Cadence.Never) };
        var set = book.WithCadences(rules).OrThrow();
        Assert.Equal(Ada, Assert.Single(set.Overrides).Key);
        Assert.Equal(Suspension.Pause(Ada, Day), Assert.Single(set.Cadences.Suspensions));
        Assert.Same(
            Cadence.Never,
            Assert.Single(book.WithCadences(rules with { Overrides = rules.Overrides.Add(Ada, Cadence.Never) }).OrThrow().Overrides).Value);
    }

    [Fact]
    public void Split_AfterChangesSince_LeavesWhatWasAddedAndTakesWhatCame()
    {
        var ada = new Contact(Ada, "Ada") { Notes = "likes tea", UserData = Data(("crm", "1"), ("both", "ada")) };
        var bob = new Contact("bob", "Bob") { Notes = "rows", UserData = Data(("phone", "2"), ("both", "bob")) };
        var merged = Empty.Add([ada, bob]).OrThrow().Merge(Ada, "bob").OrThrow();
        var held = merged.Find(Ada)!;
        var split = merged.Change(
            held with { Notes = held.Notes + "; moved", UserData = held.UserData.SetItem("new", UserValue.FromText("3")) })
            .OrThrow()
            .Split("bob")
            .OrThrow();

        Assert.Equal("likes tea; moved", split.Find(Ada)!.Notes);
        Assert.Equal(["both", "crm", "new"], split.Find(Ada)!.UserData.Keys);
        Assert.Equal(UserValue.FromText("ada"), split.Find(Ada)!.UserData["both"]);
        Assert.Equal(bob, split.Find("bob"));
    }

    [Theory]
    [InlineData("\"into\":\"ada\"", "\"into\":\"bob\"")]
    [InlineData("\"bob\":{\"into\"", "\"ada\":{\"into\"")]
    [InlineData("\"favours\":{\"ada\"", "\"favours\":{\"bob\"")]
    [InlineData("\"kind\":\"favours\",\"key\":\"ada\"", "\"kind\":\"favours\",\"key\":\"eve\"")]
    [InlineData("\"kind\":\"contacts\",\"key\":\"ada\"", "\"kind\":\"contacts\",\"key\":\"eve\"")]
    [InlineData("\"kind\":\"merged\",\"key\":\"bob\"", "\"kind\":\"merged\",\"key\":\"eve\"")]
    public void Load_OfEntriesUnderAnotherKey_SaysWhere(string right, string wrong)
    {
        using var saved = new MemoryStream();
        Empty.Add([new Contact(Ada, "Ada"), new Contact("bob", "Bob")]).OrThrow()
            .Merge(Ada, "bob").OrThrow()
            .Note(new Favour(Ada, ContributionKind.Help, FavourSide.Given, At)).OrThrow()
            .Save(saved);
        var text = JsonNode.Parse(saved.ToArray())!.ToJsonString();

        Assert.Contains(right, text, StringComparison.Ordinal);
        var problem = Assert.Throws<JsonException>(
            () => RelationshipBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)))));
        Assert.Contains("$.", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"ada\":[", "{\"ada\":[}", "$.parts.favours")]
    [InlineData("\"favours\":{\"ada\":[", "\"favours\":{\"ada\":[{},", "$.parts.favours[0][0]")]
    public void Load_OfADamagedPart_NamesNobody(string right, string wrong, string path)
    {
        using var saved = new MemoryStream();
        Empty.Add(new Contact(Ada, "Ada")).OrThrow().Note(
            new Favour(Ada, ContributionKind.Help, FavourSide.Given, At)).OrThrow().Save(saved);
        var text = JsonNode.Parse(saved.ToArray())!.ToJsonString();
        var damaged = text[..text.IndexOf("\"journal\"", StringComparison.Ordinal)]
            .Replace(right, wrong, StringComparison.Ordinal) + text[text.IndexOf("\"journal\"", StringComparison.Ordinal)..];
        var problem = Assert.Throws<JsonException>(() => RelationshipBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(damaged))));

        Assert.Contains(path, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfMergesInACircle_SaysSo()
    {
        using var saved = new MemoryStream();
        Empty.Add([new Contact(Ada, "Ada"), new Contact("bob", "Bob"), new Contact("eve", "Eve")]).OrThrow()
            .Merge("bob", "eve").OrThrow()
            .Merge(Ada, "bob").OrThrow()
            .Save(saved);
        var document = JsonNode.Parse(saved.ToArray())!;

        // Bob went into Ada; he is made to have gone into Eve, who went into him.
        var bob = document["parts"]!["merged"]!["bob"]!;
        bob["into"] = "eve";
        bob["before"]!["contact"] = new JsonObject { ["id"] = "eve", ["name"] = "Eve" };
        bob["after"]!["contact"] = new JsonObject { ["id"] = "eve", ["name"] = "Eve" };
        var problem = Assert.Throws<JsonException>(
            () => RelationshipBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(document.ToJsonString()))));
        Assert.Contains("does not fit the rest", problem.Message, StringComparison.Ordinal);
    }

    private static ImmutableSortedDictionary<string, UserValue> Data(params (string Name, string Text)[] items) =>
        ImmutableSortedDictionary<string, UserValue>.Empty.AddRange(
            items.Select(item => KeyValuePair.Create(item.Name, UserValue.FromText(item.Text))));
}
