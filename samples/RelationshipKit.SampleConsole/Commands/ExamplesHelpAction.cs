using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The usual help, within the width of the screen, and then examples to copy.</summary>
internal sealed class ExamplesHelpAction(HelpAction inner, int width) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [Invocation.Tool] =
            [
                "init", "add \"Ada Lovelace\" --circle close --birthday 12-10", "log ada call --on yesterday --minutes 20",
                "import contacts.vcf mail.mbox --me me@example.org", "due", "plan --minutes 30"
            ],
        ["init"] = ["init", "init --zone Europe/Berlin --name Robin --me robin@example.org"],
        ["add"] = ["add \"Ada Lovelace\"", "add \"Conor O'Neill\" --circle close --every P3W --met 2024-06-01"],
        ["log"] =
            ["log ada call", "log ada bob met --on yesterday --minutes 90", "log ada text --direction incoming --note \"asked for tea\""],
        ["import"] =
            ["import contacts.vcf", "import chat.txt --date-order dmy --me Robin --dry-run", "import takeout.zip --region GB --json"],
        ["export"] = ["export people.vcf", "export dates.ics --force", "export - --format csv"],
        ["edit"] = ["edit ada --circle inner --email ada@example.org", "edit ada --remove old@example.org"],
        ["correct"] = ["correct ada --channel video", "correct ada 3 --on 2026-03-01 --minutes 45"],
        ["retract"] = ["retract ada", "retract ada 3"],
        ["history"] = ["history ada", "history ada --json"],
        ["archive"] = ["archive ada"],
        ["unarchive"] = ["unarchive ada"],
        ["deceased"] = ["deceased ada"],
        ["forget"] = ["forget ada"],
        ["snooze"] = ["snooze ada --until 2026-05-01"],
        ["every"] = ["every ada P2W", "every ada never"],
        ["merge"] = ["merge ada ada-2"],
        ["split"] = ["split ada-2"],
        ["undo"] = ["undo"],
        ["pause"] = ["pause ada", "pause --from 2026-08-01 --until 2026-08-15"],
        ["resume"] = ["resume ada", "resume"],
        ["wish"] = ["wish ada --at-most-every P1M --not-on sat,sun", "wish ada --no-contact"],
        ["fact"] =
        [
            "fact ada \"Her daughter began school\" --fades 365",
            "fact ada \"knows tax law\" --offer advice",
            "fact me \"moving boxes\" --need help"
        ],
        ["favour"] = ["favour ada given help", "favour ada received advice --on 2026-02-01"],
        ["duplicates"] = ["duplicates", "duplicates --dismiss ada ada-2"],
        ["settings"] = ["settings", "settings --minutes 60 --working-days sat,sun", "settings --me robin@example.org Robin"],
        ["backup"] = ["backup people-2026-03-02.db"],
        ["restore"] = ["restore people-2026-03-02.db"],
        ["move"] = ["move --to elsewhere/people.db", "move --to \"Host=localhost;Database=people;Username=robin\""],
        ["retain"] = ["retain --before 2020-01-01"],
        ["score"] = ["score", "score --input seeds/dozen --top 10", "score --input chat.txt --me Robin --json"],
        ["explain"] = ["explain ada", "explain ada --svg ada.svg", "explain --input seeds/dozen --contact amara --json"],
        ["due"] = ["due", "due --by 2026-03-08 --json", "due --input seeds/professional"],
        ["plan"] = ["plan --minutes 30", "plan --week 2026-03-09 --gentle", "plan --input seeds/professional --json"],
        ["brief"] = ["brief ada", "brief --input seeds/dozen --contact amara"],
        ["health"] = ["health", "health --svg health.svg", "health --input seeds/quiet --json"],
        ["circles"] = ["circles", "circles --svg circles.svg"],
        ["heatmap"] = ["heatmap", "heatmap ada --svg ada.svg --force"],
        ["introductions"] = ["introductions", "introductions --input seeds/professional"],
        ["lint"] = ["lint", "lint --input seeds/professional --json"],
        ["simulate"] = ["simulate --weeks 52 --seed 7", "simulate --input seeds/quiet --svg load.svg"],
        ["mcp"] = ["mcp --book people.db", "mcp --write"],
        ["completion"] = ["completion bash", "completion powershell"],
    };

    /// <summary>Gets the commands that have examples.</summary>
    public static IReadOnlyCollection<string> Known => Examples.Keys;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.MaxWidth = width;
        var result = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.WriteLine("Examples:");
        foreach (var example in Examples.GetValueOrDefault(command is RootCommand ? Invocation.Tool : command.Name) ?? [])
        {
            output.WriteLine($"  {Invocation.Tool} {example}");
        }

        return result;
    }
}
