namespace RelationshipKit.Charts.Tests;

/// <summary>The checkout the tests run in: documents, seeds and sources are read from it, never from copies.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(FindRoot);

    public static string PathOf(params string[] parts) => Path.Combine([Root.Value, .. parts]);

    // Line ends as in the repository, whatever the checkout made of them.
    public static string ReadText(params string[] parts) =>
        File.ReadAllText(PathOf(parts)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RelationshipKit.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests must run from a folder below the solution.");
    }
}
