using System.Diagnostics;

namespace RelationshipKit.Charts.Tests;

/// <summary>Debian's Chromium without a window.</summary>
internal static class Browser
{
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync", "--hide-scrollbars",
    ];

    /// <summary>Gets the program, or null where there is none.</summary>
    public static string? Program { get; } = ((string[])["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
        .FirstOrDefault(File.Exists);

    /// <summary>Opens a page and returns its document after its scripts ran.</summary>
    public static string Dump(string html, bool dark)
    {
        var folder = Directory.CreateTempSubdirectory("relationshipkit-charts-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(page, html);
            var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in Arguments.Concat(
                [
                    "--user-data-dir=" + Path.Combine(folder.FullName, "profile"),
                    "--blink-settings=preferredColorScheme=" + (dark ? "0" : "1"),
                    "--dump-dom",
                    "file://" + page
                ]))
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new InvalidOperationException(error.Result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
