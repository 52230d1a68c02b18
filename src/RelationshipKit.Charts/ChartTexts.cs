namespace RelationshipKit.Charts;

/// <summary>The texts of the kit.</summary>
public static partial class ChartTexts
{
    /// <summary>Gets the English texts.</summary>
    public static IChartTexts English { get; } = new EnglishTexts();

    /// <summary>Gets the German texts.</summary>
    public static IChartTexts German { get; } = new GermanTexts();
}
