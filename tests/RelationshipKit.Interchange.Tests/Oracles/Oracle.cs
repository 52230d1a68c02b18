using System.Diagnostics;

namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>Other programs that read the same files, where this computer has them.</summary>
internal static class Oracle
{
    /// <summary>
    /// Gets the folder of ical.js: the variable RELATIONSHIPKIT_ICALJS names it, or the folder that holds its node_modules.
    /// </summary>
    public static string? IcalJs { get; } = FindIcalJs();

    /// <summary>Gets the program of Node.js.</summary>
    public static string? Node { get; } = Find("node");

    /// <summary>Gets the program of Python 3.</summary>
    public static string? Python { get; } = Find("python3");

    /// <summary>Gets the program of LibreOffice.</summary>
    public static string? Office { get; } = Find("soffice");

    /// <summary>Returns the path of a script beside the tests.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Oracles", name);

    /// <summary>Runs a program and returns what it writes.</summary>
    public static async Task<string> Run(string program, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    private static string? FindIcalJs()
    {
        var named = Environment.GetEnvironmentVariable("RELATIONSHIPKIT_ICALJS");
        return string.IsNullOrEmpty(named) ? null
            : new[] { Path.Combine(named, "node_modules", "ical.js"), named }.FirstOrDefault(
                folder => File.Exists(Path.Combine(folder, "package.json")) && folder.EndsWith("ical.js", StringComparison.Ordinal));
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
