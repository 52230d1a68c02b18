namespace RelationshipKit.SampleConsole.Input;

/// <summary>The network that is shown when none is named.</summary>
internal static class DefaultSeed
{
    public const string Name = "dozen";

    /// <summary>Returns the path of its folder, beside the program.</summary>
    public static string Path()
    {
        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "seeds", Name);
        return Directory.Exists(path) ? path
            : throw new UsageException("seeds", $"the default network is missing; it should be in {path}.");
    }

    /// <summary>Returns the path, or that of the made-up network of this name beside the program if nothing else is there.</summary>
    public static string Beside(string path)
    {
        var beside = System.IO.Path.Combine(AppContext.BaseDirectory, path);
        return !File.Exists(path) && !Directory.Exists(path) && path.StartsWith("seeds/", StringComparison.Ordinal)
            && Directory.Exists(beside) ? beside : path;
    }
}
