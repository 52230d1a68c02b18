
namespace RelationshipKit.Interchange.Sources;

/// <summary>A date of a person's life that is neither birthday nor anniversary.</summary>
/// <param name="Label">What the source calls it.</param>
/// <param name="Date">The date, maybe without a year.</param>
internal sealed record SourceDate(string Label, PartialDate Date)
{
    /// <summary>Returns nothing of the date.</summary>
    public override string ToString() => "a date";
}
