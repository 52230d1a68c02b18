using RelationshipKit.Btyd;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Baselines;

namespace RelationshipKit.Validation.Protocol;

/// <summary>The models that the <c>ties</c> command compares, in the order it lists them.</summary>
internal static class Models
{
    /// <summary>The model that differences are taken to: what people would train on labels of their own.</summary>
    public const string Reference = "rfm-logistic";

    /// <summary>Returns the models.</summary>
    /// <param name="hazard">The hazard that the kit begins with; what it ships with unless said otherwise.</param>
    public static IReadOnlyList<ITieModel> All(RhythmHazard hazard) =>
    [
        new RecencyModel(),
        new ContactDaysModel(),
        new GapRatioModel(),
        new HalfLifeModel(),
        new KitStrengthModel(),
        new PersistenceTieModel("bg-nbd", BgNbd.Default),
        new PersistenceTieModel("mbg-nbd", BgNbd.ModifiedDefault),
        new PersistenceTieModel("pareto-nbd", ParetoNbd.Default),
        new RfmLogisticModel(),
        new BoostingModel(),
        new KitHazardModel("kit-default", hazard, fits: false),
        new KitHazardModel("kit-mail", RhythmHazard.Mail, fits: false),
        new KitHazardModel("kit-rhythm", hazard, fits: true),
        new KitNetworkModel("kit-fitted", hazard),
    ];
}
