namespace RelationshipKit.Validation.Protocol;

/// <summary>Thrown when a model uses what came after the cut.</summary>
internal sealed class LeakException(string model, string how) : Exception($"The model '{model}' looks past the cut: {how}")
{
    /// <summary>Gets the name of the model.</summary>
    public string Model { get; } = model;
}
