namespace RelationshipKit.SampleConsole.Commands;

/// <summary>What a person types before a command, here.</summary>
internal static class Invocation
{
    /// <summary>The command of the installed tool.</summary>
    public const string Tool = "relate";

    private const string Project = "samples/RelationshipKit.SampleConsole";

    /// <summary>Gets the tool's name, or in the repository the command that builds and runs the program.</summary>
    public static string Current =>
        File.Exists($"{Project}/RelationshipKit.SampleConsole.csproj") ? $"dotnet run --project {Project} --" : Tool;
}
