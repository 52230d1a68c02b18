namespace RelationshipKit.Validation.Report;

/// <summary>A run of the <c>flags</c> command, as the JSON gives it.</summary>
/// <param name="File">The files, joined by '+' where several were read as one network.</param>
/// <param name="Base">What becomes of all ties asked about.</param>
/// <param name="Rules">What becomes of those that each rule calls lost.</param>
internal sealed record FlagsJson(string File, FlagsBaseJson Base, IReadOnlyList<FlagsRuleJson> Rules);
