
namespace RelationshipKit.Btyd.Tests;

/// <summary>The likelihood that fits a kind of model, with the parameters of one.</summary>
internal static class Likelihoods
{
    public static (IHistoryLikelihood Likelihood, double[] Parameters) Of(IPersistenceModel model) => model switch
    {
        BgNbd bg => (new BetaGeometricLikelihood(bg.IsModified ? 1 : 0), [bg.R, bg.AlphaDays, bg.A, bg.B]),
        ParetoNbd pareto => (new ParetoLikelihood(), [pareto.R, pareto.AlphaDays, pareto.S, pareto.BetaDays]),
        _ => throw new ArgumentOutOfRangeException(nameof(model)),
    };
}
