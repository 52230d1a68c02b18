using System.Globalization;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>The touchpoints of a contact with the numbers that a person calls them by: 1 is the last.</summary>
internal static class TouchList
{
    public static IEnumerable<(int Number, Touchpoint Touchpoint)> Of(RelationshipBook book, Contact contact) =>
        book.Touchpoints.Of(contact).Reverse().Select((touchpoint, i) => (i + 1, touchpoint));

    /// <summary>Returns the touchpoint with a number.</summary>
    /// <exception cref="UsageException">There is no such touchpoint.</exception>
    public static Touchpoint At(RelationshipBook book, Contact contact, int number)
    {
        var all = book.Touchpoints.Of(contact);
        return all.IsEmpty ? throw new UsageException("NUMBER", $"nothing is logged with {contact.Name}.")
            : number < 1 || number > all.Length
                ? throw new UsageException(
                    "NUMBER",
                    string.Create(
                        CultureInfo.InvariantCulture, $"'{number}' is not there; {contact.Name} has {all.Length}, and 1 is the last. "
                            + $"\"history {contact.Id}\" shows them."))
            : all[^number];
    }
}
