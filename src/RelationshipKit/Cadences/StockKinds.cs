namespace RelationshipKit.Cadences;

/// <summary>The kinds of the kit's own policies, as documents call them.</summary>
internal static class StockKinds
{
    public static readonly string[] All =
    [
        "never", "named", "every", "weekly", "fixed", "ladder", "rhythm", "strength", "occasions", "replyOwed", "for", "unless", "first",
        "soonest", "latest", "counting",
        "atLeast", "atMost", "between", "jitter", "notOn", "backOff",
    ];

    public static bool Contains(string kind) => All.Contains(kind, StringComparer.Ordinal);
}
