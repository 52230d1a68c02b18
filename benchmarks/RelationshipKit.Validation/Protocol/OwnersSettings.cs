namespace RelationshipKit.Validation.Protocol;

/// <summary>What the <c>owners</c> command is asked.</summary>
/// <param name="HorizonDays">How far ahead to look.</param>
/// <param name="CutDays">The cuts, in days since the first row.</param>
/// <param name="MinTies">How many ties with two contact-days an owner must have.</param>
/// <param name="Owners">How many owners to draw at each cut; null for all.</param>
/// <param name="Seed">The seed of the draws.</param>
/// <param name="Halves">
/// Whether to ask only the owners of one half of the people, drawn by lot, and to make a start of the ties among the other half.
/// </param>
internal sealed record OwnersSettings(
    double HorizonDays, IReadOnlyList<double> CutDays, int MinTies, int? Owners, long Seed, bool Halves = false);
