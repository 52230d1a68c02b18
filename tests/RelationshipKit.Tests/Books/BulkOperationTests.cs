using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Books;

/// <summary>What an import asks of a book.</summary>
public class BulkOperationTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static RelationshipBook Two => RelationshipBook.Create(DateTimeZone.Utc)
        .Add(new Contact("ada", "Ada") { Addresses = [Address.Email("ada@x.org")] }, new Contact("bob", "Bob")).OrThrow();

    [Fact]
    public void Change_OfMany_IsOneStepThatLeavesOutWhatIsRefused()
    {
        var update = Two.Change(new Contact("ada", "A."), new Contact("nobody", "N."), new Contact("bob", "B."));

        Assert.Equal(["A.", "B."], update.Book.Contacts.Select(contact => contact.Name));
        var refusal = Assert.Single(update.Refused);
        Assert.Equal((BookRefusalReason.UnknownContact, 1), (refusal.Reason, refusal.Index));
        Assert.Equal(["Ada", "Bob"], update.Book.Undo().OrThrow().Contacts.Select(contact => contact.Name));
    }

    [Fact]
    public void IsForgotten_AfterAnErasure_KnowsIdsAndAddressesInAnyCase()
    {
        var erased = Two.Erase("ada").OrThrow();

        Assert.True(erased.IsForgotten(ContactId.FromValue("ada")));
        Assert.True(erased.IsForgotten(Address.Email("ADA@x.org", "work")));
        Assert.False(erased.IsForgotten(ContactId.FromValue("bob")));
        Assert.False(erased.IsForgotten(Address.Email("bob@x.org")));
        Assert.False(Two.IsForgotten(ContactId.FromValue("ada")));
        Assert.False(Two.Erase("ada", keepForgotten: false).OrThrow().IsForgotten(ContactId.FromValue("ada")));
    }

    [Fact]
    public void Knows_RecordedAndRetracted_AreInUse()
    {
        var touch = new Touchpoint("ada", At, Channel.Voice, Direction.Mutual);
        var held = Two.Record(touch).OrThrow();

        Assert.False(Two.Knows(touch.Key));
        Assert.True(held.Knows(touch.Key));
        Assert.True(held.Retract(touch.Key, At).OrThrow().Knows(touch.Key));
    }
}
