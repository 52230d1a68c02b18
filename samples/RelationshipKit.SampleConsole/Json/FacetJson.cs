namespace RelationshipKit.SampleConsole.Json;

/// <summary>A facet in <c>health --json</c>.</summary>
internal sealed record FacetJson(string Name, double ContactDays, double Share);
