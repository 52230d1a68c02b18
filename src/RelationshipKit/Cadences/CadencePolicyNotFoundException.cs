namespace RelationshipKit.Cadences;

/// <summary>A policy is named that nobody registered. Nothing that was stored is lost: register it and ask again.</summary>
public sealed class CadencePolicyNotFoundException : Exception
{
    internal CadencePolicyNotFoundException(string name, IEnumerable<string> known)
        : base(
            $"No cadence policy is named \"{name}\". Known are: {(known.Any() ? string.Join(", ", known) : "none")}. Register it "
                + "before it is asked.") =>
        Name = name;

    /// <summary>Gets the name that is missing.</summary>
    public string Name { get; }
}
