namespace RelationshipKit.Validation.Tests.Cdnow;

/// <summary>The CDNOW sample, which the repository does not hold: found in a folder beside the checkout where there is one.</summary>
internal static class PublicSample
{
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "RelationshipKit.sln")))
            {
                // A checkout may lie one folder deeper than the data.
                return new[] { folder.Parent, folder.Parent?.Parent }
                    .OfType<DirectoryInfo>()
                    .Select(parent => System.IO.Path.Combine(parent.FullName, "shared", "data", "CDNOW_sample.txt.gz"))
                    .FirstOrDefault(File.Exists);
            }
        }

        return null;
    }
}
