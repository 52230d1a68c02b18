namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>The folder of real files, which is beside the repository where it is there at all.</summary>
internal static class Corpus
{
    public const string Missing =
        "The corpus of real files is not beside the repository (../shared/corpus) and RELATIONSHIPKIT_CORPUS does not name it.";

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("RELATIONSHIPKIT_CORPUS") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RelationshipKit.sln")))
            {
                var corpus = Path.Combine(folder.FullName, "..", "shared", "corpus");
                return Directory.Exists(corpus) ? corpus : null;
            }
        }

        return null;
    }
}

/// <summary>A theory over the corpus, skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() => Skip = Corpus.Folder is null ? Corpus.Missing : null;
}
