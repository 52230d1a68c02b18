namespace RelationshipKit.Validation.Tests.Protocol;

/// <summary>The names that scripts rely on, written down a second time.</summary>
internal static class Expected
{
    public static string[] Names { get; } =
        ["recency", "contact-days", "gap-ratio", "half-life", "kit-strength", "rfm-logistic", "kit-default", "kit-fitted"];

    public static string[] RankersOnly { get; } = ["recency", "contact-days", "gap-ratio", "half-life", "kit-strength"];
}
