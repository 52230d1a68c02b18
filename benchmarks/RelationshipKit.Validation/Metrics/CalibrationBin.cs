namespace RelationshipKit.Validation.Metrics;

/// <summary>Pairs of neighbouring probabilities, and how many of them were in touch.</summary>
/// <param name="Mass">The number of pairs, a part of one where a group of equal probabilities is split.</param>
/// <param name="MeanScore">Their mean probability.</param>
/// <param name="MeanOutcome">The share of them that were in touch.</param>
internal readonly record struct CalibrationBin(double Mass, double MeanScore, double MeanOutcome);
