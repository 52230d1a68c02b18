namespace RelationshipKit.Planning.Favours;

/// <summary>What a favour of theirs is called.</summary>
internal static class FavourWords
{
    public static string Of(Gesture? gesture) => gesture switch
    {
        Gesture.Help => "their help",
        Gesture.Advice => "their advice",
        Gesture.Gift => "their gift",
        Gesture.Introduction => "their introduction",
        Gesture.Encouragement => "their encouragement",
        _ => "what they shared",
    };
}
