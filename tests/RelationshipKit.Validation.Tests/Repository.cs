namespace RelationshipKit.Validation.Tests;

/// <summary>The files of the repository, found from where the tests run.</summary>
internal static class Repository
{
    /// <summary>Gets the folder of the solution.</summary>
    public static string Root { get; } = RootFrom(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Gets the folder of the public networks beside the repository, where somebody put them; else null.</summary>
    public static string? Data { get; } = Path.Combine(Root, "..", "shared", "data") is var data && Directory.Exists(data) ? data : null;

    private static string RootFrom(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "RelationshipKit.sln")) ? folder.FullName : RootFrom(folder.Parent!);
}
