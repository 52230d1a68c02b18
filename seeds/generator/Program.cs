using RelationshipKit.SeedGenerator;

// dotnet run --project seeds/generator              writes the seeds
// dotnet run --project seeds/generator -- --check   compares them, and ends with 1 if one differs
var seeds = SeedsFolder();
switch (args)
{
    case []:
        SeedFiles.WriteTo(seeds);
        return 0;

    case ["--check"]:
        var differences = SeedFiles.DifferencesFrom(seeds);
        foreach (var path in differences)
        {
            Console.Error.WriteLine($"{path} is not what the generator writes");
        }

        return differences.Length == 0 ? 0 : 1;

    default:
        Console.Error.WriteLine("usage: dotnet run --project seeds/generator [-- --check]");
        return 2;
}

static string SeedsFolder()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "RelationshipKit.sln")))
        {
            return Path.Combine(folder.FullName, "seeds");
        }
    }

    throw new DirectoryNotFoundException("The generator must run from a folder below the solution.");
}
