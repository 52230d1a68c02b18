using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record ConsoleRun(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>Gets the output as one line, whatever the width it was wrapped to.</summary>
    public string Said => string.Join(' ', Output.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    public static ConsoleRun Of(params string[] args) => On(styled: false, 80, args);

    public static ConsoleRun On(bool styled, int width, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = ConsoleApp.Run(args, new Screen(output, error, styled, width));
        return new ConsoleRun(exitCode, output.ToString(), error.ToString());
    }
}
