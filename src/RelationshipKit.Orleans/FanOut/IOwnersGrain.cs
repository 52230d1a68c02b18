using NodaTime;
using RelationshipKit.Storage;

namespace RelationshipKit.Orleans;

/// <summary>Answers for ranges of owners. The key is a number of a worker; any of them answers for any range.</summary>
[Alias("RelationshipKit.IOwnersGrain")]
internal interface IOwnersGrain : IGrainWithIntegerKey
{
    [Alias("Ranges")]
    Task<OwnerRange[]> Ranges(int owners);

    [Alias("DueBy")]
    Task<OwnerDueResult[]> DueBy(OwnerRange range, Instant asOf, LocalDate by);

    [Alias("Gaps")]
    Task<byte[]> Gaps(OwnerRange range, Instant asOf);

    [Alias("Network")]
    Task<byte[]> Network(OwnerRange range, Instant asOf, Duration horizon);
}
