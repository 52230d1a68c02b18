namespace RelationshipKit.Validation.Protocol;

/// <summary>Something that says which ties will be in touch.</summary>
/// <remarks>
/// A model is a pure function of what was known at the cut: <see cref="LeakGuard"/> runs it again on a network from which everything later
/// was removed, and refuses it unless it says the same to the bit. It must be safe to call from several threads at once.
/// </remarks>
internal interface ITieModel
{
    /// <summary>Gets the name, as the JSON gives it.</summary>
    string Name { get; }

    /// <summary>Gets a value indicating whether scores are probabilities of contact within the horizon; else they only rank.</summary>
    bool GivesProbabilities { get; }

    /// <summary>Returns whether a task has enough to train on; a model that has not is left out of the result.</summary>
    bool CanTrain(ForecastTask task) => true;

    /// <summary>Scores the eligible ties of a task.</summary>
    /// <returns>A score for each of them, in their order; the higher, the likelier.</returns>
    double[] Score(ForecastTask task);
}
