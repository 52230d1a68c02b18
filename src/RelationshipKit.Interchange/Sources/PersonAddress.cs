using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Sources;

/// <summary>An address of a person.</summary>
/// <param name="Address">The address in the form in which it is compared.</param>
/// <param name="Written">The address as the source writes it.</param>
/// <param name="Label">What it is for, such as <c>home</c>; empty if the source does not say.</param>
internal sealed record PersonAddress(SourceAddress Address, string Written, string Label = "")
{
    /// <summary>Returns the kind, without the address.</summary>
    public override string ToString() => Address.ToString();
}
