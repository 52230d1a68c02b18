namespace RelationshipKit.EntityFrameworkCore;

/// <summary>Settings of a store.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record StoreOptions
{
    /// <summary>
    /// Gets how many books are kept open in memory; from 0 to 1,000,000. The least recently used one is closed first. The default is 200.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int CachedBooks
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            field = value;
        }
    } = 200;
}
