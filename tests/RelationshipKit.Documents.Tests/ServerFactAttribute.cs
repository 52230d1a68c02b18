namespace RelationshipKit.Documents.Tests;

/// <summary>A case that needs the PostgreSQL server of the environment.</summary>
internal sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = string.IsNullOrEmpty(Server)
        ? "RELATIONSHIPKIT_POSTGRES names no PostgreSQL server, such as Host=localhost;Username=postgres."
        : null;

    public static string? Server { get; } = Environment.GetEnvironmentVariable("RELATIONSHIPKIT_POSTGRES");
}
