using System.Text.Json;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Books;

/// <summary>Whatever was done, and taken back, can be gone back through.</summary>
public class JournalTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly RelationshipBook Start = RelationshipBook.Create(DateTimeZone.Utc)
        .Add([new Contact("ada", "Ada"), new Contact("bob", "Bob")])
        .OrThrow();

    public static TheoryData<string> DayPolicies => ["weekly", "not on"];

    [Fact]
    public void Undo_OfAnUpdateWhoseValueCameBackLater_CanBeTakenBack()
    {
        var first = Start.Archive("ada");
        var later = first.Book.Activate("ada").OrThrow().Archive("ada").OrThrow();
        var undone = first.Undo(later).OrThrow();

        Assert.Equal(ContactState.Active, undone.Find("ada")!.State);
        AssertLeadsBack(undone);
    }

    [Fact]
    public void Undo_OfAnUpdateTakenBackBefore_CanBeTakenBack()
    {
        var first = Start.Archive("ada");
        var later = first.Book.Undo().OrThrow().Archive("ada").OrThrow();

        AssertLeadsBack(first.Undo(later).OrThrow());
    }

    [Fact]
    public void Undo_OfAnUndo_IsAStepOfItsOwn()
    {
        var undone = Start.Archive("ada").Book.Undo();
        var again = undone.Undo().OrThrow();

        Assert.Equal(ContactState.Archived, again.Find("ada")!.State);
        AssertLeadsBack(again);
    }

    [Fact]
    public void Undo_OfAnUpdateThatNothingLaterTouched_LeavesTheOthers()
    {
        var first = Start.Archive("ada");
        var undone = first.Undo(first.Book.Archive("bob").OrThrow()).OrThrow();

        Assert.Equal(ContactState.Active, undone.Find("ada")!.State);
        Assert.Equal(ContactState.Active, undone.Undo().OrThrow().Find("bob")!.State);
        AssertLeadsBack(undone);
    }

    [Theory]
    [MemberData(nameof(DayPolicies))]
    public void Undo_AndApply_OfAPolicyOfDays_AfterALoad(string which)
    {
        var policy = which == "weekly"
            ? Cadence.Weekly(IsoDayOfWeek.Sunday)
            : Cadence.NotOn(Cadence.Every(Period.FromWeeks(2)), IsoDayOfWeek.Sunday);
        var update = Start.WithOverride("ada", policy);
        var loaded = Loaded(update.Book);

        Assert.Empty(loaded.WithOverride("ada", policy).Changes);
        Assert.Empty(loaded.Undo().OrThrow().Overrides);
        Assert.Empty(update.Undo(loaded).OrThrow().Overrides);
        Assert.Empty(
            update.Book.Apply(BookChangeJson.Read(BookChangeJson.Write(update.Book.WithoutOverride("ada").Changes))).OrThrow().Overrides);
    }

    [Theory]
    [InlineData("\"before\":\"UTC\"")]
    [InlineData("\"after\":\"Europe/London\"")]
    public void Read_OfAZoneChangeWithoutASide_SaysSo(string side) =>
        Assert.Contains(
            "there is always one",
            Assert.Throws<JsonException>(() => BookChangeJson.Read(
                $$"""{"format":"relationshipkit/changes","version":1,"steps":[{"revision":9,"changes":[{"kind":"zone","key":"",{{side}}}]}]}""")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Merge_OfMoreThanOneContactMayHave_IsRefused()
    {
        var notes = new string('n', 60_000);
        var book = Start.Change(
            new Contact("ada", "Ada") { Notes = notes }).OrThrow().Change(new Contact("bob", "Bob") { Notes = notes + "." }).OrThrow();
        var refused = book.Merge("ada", "bob");

        Assert.Equal(BookRefusalReason.TooMuch, Assert.Single(refused.Refused).Reason);
        Assert.Same(book, refused.Book);
    }

    [Fact]
    public void Change_ToAnIdOrAddressOfTheErased_IsRefused()
    {
        var book = Start.Change(
            new Contact("ada", "Ada") { Addresses = [Address.Email("ada@example.org")] }).OrThrow().Erase("ada").OrThrow();

        Assert.Equal(
            BookRefusalReason.Forgotten, Assert.Single(book.Change(new Contact("bob", "Bob") { Aliases = ["ada"] }).Refused).Reason);
        Assert.Equal(
            BookRefusalReason.Forgotten,
            Assert.Single(book.Change(new Contact("bob", "Bob") { Addresses = [Address.Email("Ada@example.org")] }).Refused).Reason);
        Assert.Empty(book.Change(new Contact("bob", "Robert")).Refused);
    }

    [Fact]
    public void Questions_AtTheEndOfTime_Answer()
    {
        var snoozed = RelationshipBook.Create(DateTimeZoneProviders.Tzdb["Etc/GMT+12"], Cadence.Every(Period.FromDays(3)))
            .Add(new Contact("ada", "Ada")).OrThrow().Record("ada", Channel.Voice, At - Duration.FromDays(50)).OrThrow()
            .Snooze("ada", new LocalDate(9999, 12, 30), new LocalDate(2026, 1, 1)).OrThrow();
        snoozed.FeasibilityAt(At);

        var end = Instant.FromUtc(9999, 12, 30, 23, 59);
        var last = RelationshipBook.Create(DateTimeZoneProviders.Tzdb["Asia/Kathmandu"], new LastDay())
            .Add(new Contact("ada", "Ada")).OrThrow().Record("ada", Channel.Voice, end).OrThrow();
        last.CadenceOf("ada", end);
        last.DueBy(end, new LocalDate(9999, 12, 30));
        last.ReviewCadences(end);
        last.HealthAt(end);
        last.FeasibilityAt(end);
        for (var days = 0; days < 40; days++)
        {
            var quiet = RelationshipBook.Create(DateTimeZone.Utc, Cadence.Every(Period.FromDays(3)))
                .Add(new Contact("ada", "Ada"))
                .OrThrow()
                .Record("ada", Channel.Voice, end - Duration.FromDays(days + 2)).OrThrow().WithQuietDays(
                    IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday).OrThrow();
            quiet.FeasibilityAt(end - Duration.FromDays(days));
        }
    }

    private static void AssertLeadsBack(RelationshipBook book)
    {
        while (book.CanUndo)
        {
            book = book.Undo().OrThrow();
        }

        Assert.Equal(0, book.ContactCount);
    }

    private static RelationshipBook Loaded(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        stream.Position = 0;
        return RelationshipBook.Load(stream);
    }

    private sealed class LastDay : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) =>
            CadenceWindow.Between(new LocalDate(9999, 12, 30), new LocalDate(9999, 12, 30));
    }
}
