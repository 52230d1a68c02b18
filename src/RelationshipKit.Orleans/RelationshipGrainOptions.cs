using NodaTime;

namespace RelationshipKit.Orleans;

/// <summary>Settings of the grains of owners.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record RelationshipGrainOptions
{
    /// <summary>
    /// Gets for how long a grain answers from its book without asking the store whether there is a newer one; from 0 to 1 hour. The
    /// default is 0: it asks before each answer.
    /// </summary>
    /// <remarks>
    /// With more than 0, answers may be that old where somebody else writes to the same store, or where a silo lost touch with its
    /// cluster and another one took the owner over. After a failed call
    /// to the store, or when a silo joins or leaves, a grain asks whatever the setting. Where grains alone write, a time shorter than
    /// that in which the cluster declares a silo dead gives the same
    /// answers as 0: until then no other silo has the owner. Writing is not affected: the store takes no write on an old book.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public Duration TrustFor
    {
        get;
        init
        {
            if (value < Duration.Zero || value > Duration.FromHours(1))
            {
                throw new ArgumentOutOfRangeException(nameof(TrustFor), value, "The time is out of range; it must be from 0 to 1 hour.");
            }

            field = value;
        }
    }

    /// <summary>Gets how many books a silo holds in memory for its grains; from 1 to 100,000,000. The default is 10,000.</summary>
    /// <value>
    /// The least recently used book is dropped first. Its grain stays, takes a few kilobytes, and reads the book from the store when it
    /// is called again.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int OpenBooks
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100_000_000);
            field = value;
        }
    } = 10_000;
}
