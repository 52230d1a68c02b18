namespace RelationshipKit.Interchange.VCards;

/// <summary>A property of a card, as bytes: it can be decoded only when the whole card was seen, because another property may name the charset.</summary>
internal readonly record struct VCardLine(int Start, int Length, long LineNumber);
