using System.Globalization;
using RelationshipKit.Contacts;
using RelationshipKit.Orleans;

namespace RelationshipKit.ClusterTorture;

/// <summary>Counts one more beside a contact: an operation whose second effect nothing but its id prevents.</summary>
[GenerateSerializer, Immutable, Alias("RelationshipKit.ClusterTorture.CountUp")]
internal sealed class CountUp(ContactId contact) : IBookOperation
{
    private const string Key = "count";

    [Id(0)]
    public ContactId Contact { get; } = contact;

    public static int CountOf(Contact contact) =>
        contact.UserData.TryGetValue(Key, out var value) ? int.Parse(value.Text!, CultureInfo.InvariantCulture) : 0;

    public BookUpdate On(RelationshipBook book)
    {
        var held = book.Find(Contact)!;
        return book.Change(
            held with
            {
                UserData = held.UserData.SetItem(Key, UserValue.FromText((CountOf(held) + 1).ToString(CultureInfo.InvariantCulture)))
            });
    }
}
