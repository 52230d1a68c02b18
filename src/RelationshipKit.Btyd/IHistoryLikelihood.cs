namespace RelationshipKit.Btyd;

/// <summary>The likelihood of single histories under a model whose parameters are being fitted.</summary>
internal interface IHistoryLikelihood
{
    /// <summary>Takes parameters for what follows.</summary>
    void Use(ReadOnlySpan<double> parameters);

    /// <summary>
    /// Returns the log-likelihood of a history and adds <paramref name="times"/> its gradient in the logarithms of the parameters.
    /// </summary>
    double Add(RepeatHistory history, double times, Span<double> gradient);
}
