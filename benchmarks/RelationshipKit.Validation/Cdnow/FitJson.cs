namespace RelationshipKit.Validation.Cdnow;

/// <summary>A fitted model beside the published one, and what it says about the holdout.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="LogLikelihood">The log-likelihood of the fit.</param>
/// <param name="PublishedLogLikelihood">The published one.</param>
/// <param name="Converged">Whether the search converged.</param>
/// <param name="Iterations">Its steps.</param>
/// <param name="ExpectedPurchases">The purchases expected in the holdout, of all customers.</param>
/// <param name="MeanAbsoluteError">The mean absolute error of the expected purchases of a customer.</param>
/// <param name="Auc">How well the probability of a purchase ranks who buys in the holdout.</param>
internal sealed record FitJson(
    string Name,
    IReadOnlyList<ParameterJson> Parameters,
    double LogLikelihood,
    double PublishedLogLikelihood,
    bool Converged,
    int Iterations,
    double ExpectedPurchases,
    double MeanAbsoluteError,
    double? Auc);
