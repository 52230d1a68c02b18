using System.Collections.Immutable;
using System.Globalization;

namespace RelationshipKit;

/// <content>Equality, and the rules of all lists.</content>
public sealed partial record Contact
{
    /// <summary>Determines whether another contact is equal in all parts.</summary>
    /// <param name="other">The contact to compare with.</param>
    /// <returns><see langword="true"/> if both are equal.</returns>
    public bool Equals(Contact? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Id == other.Id
            && Name == other.Name
            && Circle == other.Circle
            && Circle?.AdvisedCapacity == other.Circle?.AdvisedCapacity
            && State == other.State
            && AddedOn == other.AddedOn
            && StructuredName == other.StructuredName
            && (Organization, JobTitle, Notes) == (other.Organization, other.JobTitle, other.Notes)
            && (Language, ZoneId) == (other.Language, other.ZoneId)
            && Same(Promises, other.Promises)
            && UserData.SequenceEqual(other.UserData)
            && Same(UnknownProperties, other.UnknownProperties)
            && Origin == other.Origin
            && Same(Addresses, other.Addresses)
            && Same(Facets, other.Facets)
            && Same(Occasions, other.Occasions)
            && Same(Details, other.Details)
            && Same(Offers, other.Offers)
            && Same(Needs, other.Needs)
            && Same(Relations, other.Relations)
            && Same(Tags, other.Tags)
            && Same(Aliases, other.Aliases));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        // equal contacts agree in these
        HashCode.Combine(Id, Name, Circle, Origin, Addresses.Length, Occasions.Length, Details.Length, Relations.Length);

    /// <summary>Returns a text without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => "a contact";

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    private static ImmutableArray<T> Check<T>(ImmutableArray<T> items, string name)
    {
        if (items.IsDefaultOrEmpty)
        {
            return [];
        }

        if (items.Length > MostItems)
        {
            throw TooMany(items.Length, name);
        }

        var seen = new HashSet<T>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is null)
            {
                throw At(i, "is null; it must not be", name);
            }

            if (!seen.Add(items[i]))
            {
                throw At(i, "is there twice; it must be there once", name);
            }
        }

        return items;
    }

    private static ArgumentException TooMany(int count, string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"There are {count} items; there must be at most {MostItems}."), name);

    private static ArgumentException At(int index, string what, string name) =>
        new($"The item at position {index.ToString(CultureInfo.InvariantCulture)} {what}.", name);

    private static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.AsSpan().SequenceEqual(right.AsSpan(), EqualityComparer<T>.Default);
}
