namespace RelationshipKit.Validation.Cdnow;

/// <summary>A parameter, in weeks where it has a unit.</summary>
/// <param name="Name">Its name in the literature.</param>
/// <param name="Value">As fitted.</param>
/// <param name="Published">As published.</param>
internal sealed record ParameterJson(string Name, double Value, double Published);
