namespace RelationshipKit.Validation.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record ValidationRun(int ExitCode, string Output, string Error)
{
    public static ValidationRun Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = ValidationApp.Run(args, output, error);
        return new ValidationRun(exitCode, output.ToString(), error.ToString());
    }
}
