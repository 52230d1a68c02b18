using RelationshipKit.Validation.Baselines;

namespace RelationshipKit.Validation.Protocol;

/// <summary>The models that the <c>ties</c> command compares, in the order it lists them.</summary>
internal static class Models
{
    /// <summary>The model that differences are taken to: what people would train on labels of their own.</summary>
    public const string Reference = "rfm-logistic";

    public static IReadOnlyList<ITieModel> All() =>
    [
        new RecencyModel(),
        new ContactDaysModel(),
        new GapRatioModel(),
        new HalfLifeModel(),
        new KitStrengthModel(),
        new RfmLogisticModel(),
    ];
}
