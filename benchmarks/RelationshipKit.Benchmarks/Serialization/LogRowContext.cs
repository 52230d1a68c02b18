using System.Text.Json.Serialization;

namespace RelationshipKit.Benchmarks.Serialization;

/// <summary>Generated code for touchpoints as JSON, the fastest that a caller gets without the kit.</summary>
[JsonSerializable(typeof(LogRow[]))]
internal sealed partial class LogRowContext : JsonSerializerContext;
