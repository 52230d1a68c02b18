namespace RelationshipKit.Validation.Tests.Protocol;

/// <summary>The names that scripts rely on, written down a second time.</summary>
internal static class Expected
{
    public static string[] Names { get; } =
        [
            "recency", "contact-days", "gap-ratio", "half-life", "kit-strength", "bg-nbd", "mbg-nbd", "pareto-nbd", "rfm-logistic", "gbm",
            "kit-default", "kit-mail", "kit-rhythm", "kit-fitted"
        ];

    public static string[] RankersOnly { get; } = ["recency", "contact-days", "gap-ratio", "half-life", "kit-strength"];
}
