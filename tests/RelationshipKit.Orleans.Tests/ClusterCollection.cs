namespace RelationshipKit.Orleans.Tests;

/// <summary>Tests that share the two silos; they run one after the other.</summary>
[CollectionDefinition(nameof(ClusterCollection))]
public sealed class ClusterCollection : ICollectionFixture<ClusterFixture>;
