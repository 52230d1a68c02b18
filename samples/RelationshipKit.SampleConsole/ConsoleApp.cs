using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Microsoft.Data.Sqlite;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Commands;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole;

/// <summary>The whole program except for the process, so that a test runs what a user runs.</summary>
internal static class ConsoleApp
{
    public const int Success = 0;

    public const int Problems = 1;

    public const int BadInput = 2;

    public static int Run(IReadOnlyList<string> args, Screen screen)
    {
        // No response files: '@' begins many handles.
        var parsed = Root.Create(screen).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (UnknownCommandOf(parsed) is { } unknown)
        {
            return Fail(screen, $"'{unknown}' is not a command{LikeCommand(parsed, unknown)} See --help.");
        }

        if (UnknownOptionOf(parsed) is { } option && parsed.Action is not null && !IsHelp(parsed.Action))
        {
            return Fail(screen, $"Unrecognized option '{option}'. See --help.");
        }

        if (parsed.Action is ParseErrorAction)
        {
            return Fail(screen, $"{parsed.Errors[0].Message} See --help.");
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = screen.Output,
                Error = screen.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (UsageException e)
        {
            return Fail(screen, e.Message);
        }
        catch (InterchangeException e)
        {
            return Fail(screen, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(screen, e.Message);
        }
        catch (SqliteException e)
        {
            return Fail(screen, $"The book is as it was, because it could not be read or saved: {BookTrouble.Of(e)}.");
        }
        finally
        {
            screen.Input.Dispose();
        }
    }

    // The first word names a command, if it is not an option's value. Help for a command that is not there would hide that.
    private static string? UnknownCommandOf(ParseResult parsed) =>
        parsed.CommandResult.Parent is null && parsed.Tokens.All(token => token.Type != TokenType.Directive)
            && parsed.UnmatchedTokens is [var first, ..]
            && !first.StartsWith('-') ? first : null;

    private static string LikeCommand(ParseResult parsed, string text)
    {
        var near = parsed.RootCommandResult.Command.Subcommands
            .Select(command => (command.Name, Distance: ContactFinder.Nearest(command.Name, text)))
            .Where(one => one.Distance <= 2 && Math.Abs(one.Name.Length - text.Length) <= 2)
            .OrderBy(one => one.Distance).ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)
            .FirstOrDefault();
        return near is null ? "." : $"; did you mean {near}?";
    }

    // A mistyped option must not be read as a name. Write -- before a name that begins with a hyphen.
    private static string? UnknownOptionOf(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens.Select(token => token.Value))
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(text => text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1]));

    private static bool IsHelp(CommandLineAction action) => action is ExamplesHelpAction;

    /// <summary>Says what is wrong, in one line.</summary>
    public static int Fail(Screen screen, string message)
    {
        // One line, whatever a path or a parser put into the text.
        screen.Error.WriteLine(
            string.Join(
                ' ', screen.Input.Named(message).Split(
                    ['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return BadInput;
    }
}
