using RelationshipKit.Btyd;

namespace RelationshipKit.Validation.Cdnow;

/// <summary>What others found on the same table.</summary>
/// <remarks>
/// BG/NBD: Fader, Hardie and Lee (2005) and the tests of CLVTools; MBG/NBD: the tests of lifetimes, which do not give a log-likelihood, so
/// that it is from an independent implementation, as are the values at single histories but for the two 4-digit ones of the papers, 1.226
/// (BG/NBD) and 25.46 (Pareto/NBD); Pareto/NBD: the tests of CLVTools.
/// </remarks>
internal static class Published
{
    public static IReadOnlyList<PublishedFit> Fits { get; } =
    [
        new("bg-nbd", BgNbd.Default, ["r", "alpha", "a", "b"], [0.2425945, 4.4136019, 0.7929199, 2.4258881], -9582.429),
        new("mbg-nbd", BgNbd.ModifiedDefault, ["r", "alpha", "a", "b"], [0.525, 6.183, 0.891, 1.614], -9582.136),
        new("pareto-nbd", ParetoNbd.Default, ["r", "alpha", "s", "beta"], [0.55315, 10.57633, 0.60625, 11.67150], -9594.976),
    ];

    /// <summary>Gets values at single histories, in weeks.</summary>
    public static IReadOnlyList<PublishedPoint> Points { get; } =
    [
        new("bg-nbd", Bg, 2, 30.43, 38.86, 39, -9.45860630706627, 0.726578570080673, 0.5546271379170046, 1.226028174767135),
        new("bg-nbd", Bg, 0, 0, 38.86, 39, -0.5547132764381585, 1, 0.1445505407833184, 0.19509805201126348),
        new("bg-nbd", Bg, 29, 30, 39, 39, -41.39376880054017, 0.04123096457189724, 0.041230964273488956, 0.8374772044920924),
        new("mbg-nbd", Mbg, 2, 30.43, 38.86, 39, -9.48555131453393, 0.7062022651184873, 0.5599940908222928, 1.2629606232673498),
        new("mbg-nbd", Mbg, 0, 0, 38.86, 39, -0.539837463531015, 0.3897350809187629, 0.10882939877746815, 0.15401274667514753),
        new("pareto-nbd", Pareto, 2, 30.43, 38.86, 39, -9.554510694614422, 0.8691106439681368, 0.5919047176408372, 1.4550928438442545),
        new("pareto-nbd", Pareto, 0, 0, 38.86, 39, -0.5211291959732858, 0.2949614864370422, 0.06924571978346584, 0.10702894636167584),
        new("pareto-nbd", Pareto, 26, 30.86, 31, 52, -39.132127883506136, 0.9979177665519023, 0.9761783704495816, 25.454913511499612),
    ];

    private static BgNbd Bg => BgNbd.FromParameters(0.243, 4.414, 0.793, 2.426);

    private static BgNbd Mbg => BgNbd.FromParameters(0.525, 6.183, 0.891, 1.614, isModified: true);

    private static ParetoNbd Pareto => ParetoNbd.FromParameters(0.5534, 10.5802, 0.6061, 11.6562);
}
