using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RelationshipKit.Cadences;

/// <summary>A kind of policies of a host's own, stored with their parameters.</summary>
internal sealed record CadenceKind(string Name, JsonTypeInfo Type)
{
    public JsonElement Write(ICadencePolicy policy) => JsonSerializer.SerializeToElement(policy, Type);

    public ICadencePolicy Read(JsonElement own, string path)
    {
        try
        {
            return (ICadencePolicy?)own.Deserialize(Type) ?? throw new JsonException("The policy is null.", path, null, null);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            // What a host's constructor says may quote the document, so it is only attached.
            throw new JsonException($"The parameters do not make a policy of the kind \"{Name}\".", path, null, null, problem);
        }
        catch (JsonException problem) when (problem.Path is not null && !problem.Path.StartsWith(path, StringComparison.Ordinal))
        {
            throw new JsonException(
                $"The parameters do not make a policy of the kind \"{Name}\".", path + problem.Path[1..], null, null, problem);
        }
    }
}
