namespace RelationshipKit.SampleCluster;

/// <summary>A program that the sample starts is not installed.</summary>
internal sealed class MissingServerException(string message) : Exception(message);
