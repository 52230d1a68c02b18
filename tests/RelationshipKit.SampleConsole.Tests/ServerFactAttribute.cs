namespace RelationshipKit.SampleConsole.Tests;

/// <summary>A case that needs a PostgreSQL server; it is skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = string.IsNullOrEmpty(Server)
        ? "RELATIONSHIPKIT_POSTGRES names no PostgreSQL server, such as Host=localhost;Username=postgres."
        : null;

    public static string? Server { get; } = Environment.GetEnvironmentVariable("RELATIONSHIPKIT_POSTGRES");
}
