namespace RelationshipKit.Validation.Report;

/// <summary>How close the probabilities of owners are who were fitted to so many gaps or more, up to the next step.</summary>
internal sealed record OwnersGapsJson(long? FromGaps, int Owners, int Ties, double? LogLoss, double? Ece);
