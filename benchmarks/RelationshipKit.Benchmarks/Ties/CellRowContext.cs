using System.Text.Json.Serialization;

namespace RelationshipKit.Benchmarks.Ties;

/// <summary>Generated code for cells as JSON, the fastest that a caller gets without the kit.</summary>
[JsonSerializable(typeof(CellRow[]))]
internal sealed partial class CellRowContext : JsonSerializerContext;
