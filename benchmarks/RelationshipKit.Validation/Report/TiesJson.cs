using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Report;

/// <summary>A run of the <c>ties</c> command, as the JSON gives it.</summary>
/// <param name="File">The files, joined by '+' where several were read as one network.</param>
/// <param name="HorizonDays">How far ahead was looked.</param>
/// <param name="Cut">The last tested cut, in days since the first row.</param>
/// <param name="N">The number of ties asked about; over all tested cuts if there were several.</param>
/// <param name="BaseRate">The share of them that were in touch.</param>
/// <param name="Models">What each model is worth.</param>
/// <param name="TestedCuts">The cuts that the numbers are a mean over.</param>
/// <param name="TrainingCuts">The cuts that the last tested one trained on.</param>
/// <param name="MinContactDays">The contact-days a tie had to have.</param>
/// <param name="OwnersSample">The number of people whose ties were looked at; null for all.</param>
/// <param name="Seed">The seed of the sample and of the intervals.</param>
/// <param name="Hazard">The file of rates that the kit began with; null for those it ships.</param>
internal sealed record TiesJson(
    string File,
    double HorizonDays,
    double Cut,
    int N,
    double BaseRate,
    IReadOnlyList<ModelJson> Models,
    IReadOnlyList<double> TestedCuts,
    IReadOnlyList<double> TrainingCuts,
    int MinContactDays,
    int? OwnersSample,
    long Seed,
    string? Hazard)
{
    public static TiesJson Of(string file, TiesSettings settings, TiesReport report, string? hazard) => new(
        file,
        settings.HorizonDays,
        report.TestedCutDays[^1],
        report.Ties,
        report.BaseRate,
        [.. report.Models.Select(ModelJson.Of)],
        report.TestedCutDays,
        report.TrainingCutDays,
        settings.MinContactDays,
        settings.OwnersSample,
        settings.Seed,
        hazard);
}
