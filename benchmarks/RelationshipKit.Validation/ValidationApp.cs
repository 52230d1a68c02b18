using System.CommandLine;
using System.CommandLine.Invocation;
using RelationshipKit.Validation.Commands;

namespace RelationshipKit.Validation;

/// <summary>The whole program but for the process around it, so that a test runs what a user runs.</summary>
internal static class ValidationApp
{
    public const int Success = 0;

    public const int BadInput = 2;

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "Measures the kit's predictions on networks of dated contacts, and makes the numbers the kit ships with.");
        foreach (var command in CommandList.Create(output))
        {
            root.Add(command);
        }

        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Fail(error, $"{parsed.Errors[0].Message} See --help.");
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (BadInputException e)
        {
            return Fail(error, e.Message);
        }
    }

    private static int Fail(TextWriter error, string message)
    {
        // One line, whatever a path or a parser put into the text.
        error.WriteLine(
            string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return BadInput;
    }
}
