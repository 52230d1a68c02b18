namespace RelationshipKit.Validation.Report;

/// <summary>A run of the <c>owners</c> command, as the JSON gives it.</summary>
/// <param name="File">The files, joined by '+' where several were read as one network.</param>
/// <param name="HorizonDays">How far ahead was looked.</param>
/// <param name="Cuts">The cuts, in days since the first row; all count together.</param>
/// <param name="MinTies">How many ties an owner had to have.</param>
/// <param name="Owners">The owners asked, each at every cut at which they were.</param>
/// <param name="Ties">The ties asked about.</param>
/// <param name="BaseRate">The share of them that were in touch.</param>
/// <param name="History">What each model is worth, by days of own history.</param>
/// <param name="ByGaps">
/// How close the owner-fitted probabilities are, by how many gaps they were fitted to, all lengths of history together.
/// </param>
/// <param name="Calibrated">The same of those that call themselves calibrated.</param>
/// <param name="PercentileUpTo80">
/// The share of gaps that end at or below the percentile .8 of the hazard fitted to the network at the last cut, after Kaplan and Meier.
/// </param>
internal sealed record OwnersJson(
    string File,
    double HorizonDays,
    IReadOnlyList<double> Cuts,
    int MinTies,
    int Owners,
    int Ties,
    double BaseRate,
    IReadOnlyList<OwnersHistoryJson> History,
    IReadOnlyList<OwnersGapsJson> ByGaps,
    OwnersGapsJson Calibrated,
    double PercentileUpTo80);
