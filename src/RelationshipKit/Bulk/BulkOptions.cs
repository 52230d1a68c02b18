using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Bulk;

/// <summary>How bulk work is carried out; none of it changes a result.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record BulkOptions
{
    /// <summary>Gets the options used when none are given: one thread, no cancellation, no reports.</summary>
    public static BulkOptions Default { get; } = new();

    /// <summary>Gets how many threads may work at once.</summary>
    /// <value>From 1 to 1,024. The default is 1. More than the machine has only costs memory.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside that range.</exception>
    public int MaxDegreeOfParallelism
    {
        get;
        init
        {
            Guard.InRange(value, 1, 1_024, nameof(MaxDegreeOfParallelism));
            field = value;
        }
    } = 1;

    /// <summary>Gets the token that ends the work early; what was written until then is of no use.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Gets who is told how many ties are done; the number rises to that of all ties, and reports come one at a time.</summary>
    /// <value>
    /// The default is <see langword="null"/>. Reports come from the threads that work: a slow receiver slows the work.
    /// </value>
    public IProgress<int>? Progress { get; init; }

    /// <summary>Returns the degree of parallelism in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"at most {MaxDegreeOfParallelism} threads");
}
