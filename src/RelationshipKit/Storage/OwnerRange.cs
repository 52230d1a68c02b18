using System.Globalization;

namespace RelationshipKit.Storage;

/// <summary>A part of the owners of a store, for work that is shared among tasks or machines.</summary>
/// <remarks>
/// <para>The numbers are the store's own: <see cref="IRelationshipStore.ListRangesAsync"/> gives ranges that hold each owner once. An owner
/// always stays in the same range.</para>
/// <para>Equality is that of both numbers. The default value holds nobody. Immutable, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct OwnerRange
{
    /// <summary>Creates a range.</summary>
    /// <param name="from">The first number of the range, 0 or more.</param>
    /// <param name="to">The first number after it, <paramref name="from"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public OwnerRange(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        From = from;
        To = to;
    }

    /// <summary>Gets the first number of the range.</summary>
    public long From { get; }

    /// <summary>Gets the first number after the range.</summary>
    public long To { get; }

    /// <summary>Returns both numbers.</summary>
    /// <returns>A text such as "owners 0 to 100".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"owners {From} to {To}");
}
