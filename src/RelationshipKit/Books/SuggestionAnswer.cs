namespace RelationshipKit;

/// <summary>What the owner said to a suggestion.</summary>
public enum SuggestionAnswer
{
    /// <summary>It is wrong, and is not made again.</summary>
    Dismissed,

    /// <summary>It is right.</summary>
    Confirmed,
}
