using RelationshipKit.Interchange;

namespace RelationshipKit.SeedGenerator;

/// <summary>All files of all seeds, by their path below the seeds folder.</summary>
internal static class SeedFiles
{
    public static SortedDictionary<string, byte[]> All()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var scratch = Directory.CreateTempSubdirectory("relationshipkit-seeds-");
        try
        {
            foreach (var seed in new[] { DozenSeed.Create(), ProfessionalSeed.Create(), QuietSeed.Create() })
            {
                var folder = Path.Combine(scratch.FullName, seed.Folder);
                NetworkFolder.Save(folder, seed.ToNetwork());
                foreach (var file in Directory.EnumerateFiles(folder))
                {
                    files.Add($"{seed.Folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
                }

                files.Add($"{seed.Folder}/expected-scores.json", ExpectedScores.Of(seed));
                files.Add($"{seed.Folder}/expected-due.json", ExpectedDue.Of(seed));
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        return files;
    }

    public static void WriteTo(string folder)
    {
        foreach (var (path, bytes) in All())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Returns the paths whose files are missing or other than what would be written.</summary>
    public static string[] DifferencesFrom(string folder) =>
        [.. All()
            .Where(
                file => Path.Combine(folder, file.Key) is var path
                    && !(File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Value)))
            .Select(file => file.Key)];
}
