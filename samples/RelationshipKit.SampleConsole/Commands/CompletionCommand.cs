using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>completion</c>: what a shell needs to complete commands, options and the ids of contacts.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bash"] =
            """
            # In ~/.bashrc:  source <(relate completion bash)
            _relate() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(relate "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _relate relate

            """,
        ["zsh"] =
            """
            # In ~/.zshrc, after compinit:  source <(relate completion zsh)
            _relate() {
              local -a found
              found=("${(@f)$(relate "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -- $found || _files
            }
            compdef _relate relate

            """,
        ["fish"] =
            """
            # relate completion fish > ~/.config/fish/completions/relate.fish
            complete -c relate -a '(set -l line (commandline -cp); relate "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'

            """,
        ["powershell"] =
            """
            # In $PROFILE:  relate completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName relate -ScriptBlock {
              param($word, $ast, $position)
              relate "[suggest:$position]" "$ast" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }

            """,
    };

    public static Command Create(Screen screen)
    {
        var shell = new Argument<string>("SHELL") { Description = $"{string.Join(", ", Scripts.Keys)}." };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        var command = new Command(
            "completion",
            "Prints a script that lets your shell complete commands, options and contacts. Its first line says where it goes.") { shell };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(shell);
            screen.Output.Write(Scripts.TryGetValue(name == "pwsh" ? "powershell" : name, out var script)
                ? script.ReplaceLineEndings("\n")
                : throw new UsageException(
                    "SHELL", $"'{name}' is not a shell that is known here; it must be one of {string.Join(", ", Scripts.Keys)}."));
            return ConsoleApp.Success;
        });
        return command;
    }
}
