using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Generators;

/// <summary>A policy that a touch more never makes ask sooner.</summary>
public sealed record SteadyPolicy(ICadencePolicy Policy);
