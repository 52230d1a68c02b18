using System.Text.Json.Serialization;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>What <c>peers --json</c> prints.</summary>
internal sealed record PeersReport(int Touchpoints, int Contacts, int Threads, PeersRow[] Rows);

/// <summary>A row of it: of the whole work per touchpoint, or of one item.</summary>
/// <param name="Name">The implementation.</param>
/// <param name="NsPerTouchpoint">Nanoseconds a touchpoint, the median of the runs.</param>
/// <param name="RatioToLoop">How many times faster than the loop.</param>
/// <param name="AllocatedBytes">What one run allocates on the managed heap.</param>
/// <param name="NsPerItem">Nanoseconds an item: an append with its reading, or a tie scored again.</param>
internal sealed record PeersRow(string Name, double? NsPerTouchpoint, double? RatioToLoop, long? AllocatedBytes, double? NsPerItem);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PeersReport))]
internal sealed partial class PeersJsonContext : JsonSerializerContext;
