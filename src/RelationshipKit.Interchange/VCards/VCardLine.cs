namespace RelationshipKit.Interchange.VCards;

/// <summary>
/// A property of a card, as bytes: it can be decoded only when the whole card was seen, because another property may name the charset.
/// </summary>
/// <param name="Start">Where it begins in the bytes of the card.</param>
/// <param name="Length">How long it is.</param>
/// <param name="ValueStart">Where its value begins, counted from its own beginning; 0 or less if the first line does not tell.</param>
internal readonly record struct VCardLine(int Start, int Length, int ValueStart);
