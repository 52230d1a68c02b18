using System.Collections.Immutable;

namespace RelationshipKit.Books;

/// <summary>Setting and clearing an entry of a sorted map in one go.</summary>
internal static class Maps
{
    public static ImmutableSortedDictionary<TKey, TValue> With<TKey, TValue>(
        ImmutableSortedDictionary<TKey, TValue> map, TKey key, bool isThere, TValue? value)
        where TKey : notnull =>
        isThere ? map.SetItem(key, value!) : map.Remove(key);
}
