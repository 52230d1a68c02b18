using RelationshipKit.Planning.Health;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>An effective number of ties in <c>health --json</c>.</summary>
internal sealed record HillJson(int Ties, double N1, double N2)
{
    public static HillJson Of(HillNumbers numbers) => new(numbers.Ties, numbers.N1, numbers.N2);
}
