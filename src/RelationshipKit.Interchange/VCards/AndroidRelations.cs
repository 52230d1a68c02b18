namespace RelationshipKit.Interchange.VCards;

/// <summary>The numbers that Android has for the kinds of relations.</summary>
internal static class AndroidRelations
{
    /// <summary>Returns what a number means; empty if it means no relation.</summary>
    public static string NameOf(string type) => type switch
    {
        "1" => "assistant",
        "2" => "brother",
        "3" => "child",
        "4" => "partner",
        "5" => "father",
        "6" => "friend",
        "7" => "manager",
        "8" => "mother",
        "9" => "parent",
        "10" => "partner",
        "11" => "referred by",
        "12" => "relative",
        "13" => "sister",
        _ => "",
    };
}
