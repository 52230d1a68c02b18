using RelationshipKit.Btyd;

namespace RelationshipKit.Validation.Cdnow;

/// <summary>A fit to be reproduced.</summary>
/// <param name="Name">The name of the model.</param>
/// <param name="Start">A model of the kind, where the search begins.</param>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Values">The published parameters, in weeks.</param>
/// <param name="LogLikelihood">The published log-likelihood.</param>
internal sealed record PublishedFit(string Name, IPersistenceModel Start, string[] Parameters, double[] Values, double LogLikelihood);
