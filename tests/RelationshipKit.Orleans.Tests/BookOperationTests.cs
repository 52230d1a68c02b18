using System.Reflection;
using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Orleans.Tests;

public class BookOperationTests
{
    // What takes something that only a book at hand can give, or that another operation says as well.
    private static readonly string[] LeftOut = ["Confirm", "Pause", "WithCadences"];

    [Fact]
    public void Operations_AreThoseOfABook()
    {
        string[] ofBooks =
            [.. typeof(RelationshipBook).GetMethods().Where(
                method => method.ReturnType == typeof(BookUpdate)).Select(method => method.Name).Distinct().Except(LeftOut)];
        string[] sent = [.. typeof(BookOperation).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name)];

        Assert.Equal(["Accept"], ofBooks.Except(sent));
        Assert.Contains("AcceptWeek", sent);
    }

    [Fact]
    public void Several_IsOneStep()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc);
        var update = BookOperation.Several(
            BookOperation.Add(new Contact("ada", "Ada")), BookOperation.Archive("bob"),
            BookOperation.WithOverride("ada", Cadence.Every(Period.FromWeeks(1)))).On(book);

        Assert.Equal((1, 1, 1L), (update.Book.ContactCount, update.Refused.Length, update.Book.Revision));
        Assert.Equal("every week", $"{update.Book.Overrides["ada"]}");
        Assert.Throws<ArgumentException>(() => BookOperation.Several());
    }

    [Fact]
    public void WithOverride_APolicyOfTheHosts_TravelsByItsName()
    {
        var policies = CadencePolicies.Empty.Add("alumni", new Yearly());
        var book = new RelationshipBookFactory(policies: policies).Create(DateTimeZone.Utc).Add(
            new Contact("ada", "Ada") { AddedOn = new LocalDate(2026, 1, 1) }).OrThrow();

        var after = BookOperation.WithOverride("ada", Cadence.Named("alumni")).On(book).OrThrow();

        Assert.Equal(new LocalDate(2027, 1, 1), after.CadenceOf("ada", Instant.FromUtc(2026, 3, 2, 9, 0)).Window?.Ideal);
        Assert.Throws<ArgumentException>(() => BookOperation.WithOverride("ada", new Yearly()));
    }

    private sealed class Yearly : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.From(context.Reference.PlusYears(1), 7);
    }
}
