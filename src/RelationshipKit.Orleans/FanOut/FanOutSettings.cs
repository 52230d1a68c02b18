namespace RelationshipKit.Orleans;

/// <summary>How a question to all owners is divided.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record FanOutSettings
{
    /// <summary>Gets how many calls are under way at once; from 1 to 1,000. The default is 8. Use more with more silos.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MaxInFlight
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000);
            field = value;
        }
    } = 8;

    /// <summary>
    /// Gets how many owners a call is about at most; from 1 to 10,000. The default is 100: a call should end well within the cluster's
    /// time-out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int OwnersPerCall
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10_000);
            field = value;
        }
    } = 100;

    /// <summary>Gets how often a call is made before its failure is that of the whole; from 1 to 100. The default is 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public int MostTries
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    } = 5;
}
