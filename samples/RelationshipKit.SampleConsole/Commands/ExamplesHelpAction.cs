using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The usual help, within 80 columns, and then examples to copy.</summary>
internal sealed class ExamplesHelpAction(HelpAction inner) : SynchronousCommandLineAction
{
    private const string Program = "RelationshipKit.SampleConsole";

    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["score"] =
        [
            "score --input seeds/dozen",
            "score --input a.csv --as-of 2026-03-02 --top 10",
            "score --input a.txt.gz --owner 5 --json",
        ],
        ["explain"] =
        [
            "explain --input seeds/dozen --contact ID",
            "explain --input a.txt.gz --owner 5 --contact 7",
        ],
        ["due"] =
        [
            "due",
            "due --input seeds/professional --by 2026-02-08",
            "due --input a.txt.gz --owner 5 --json",
        ],
        ["lint"] =
        [
            "lint",
            "lint --input seeds/professional --json",
        ],
        ["simulate"] =
        [
            "simulate --weeks 52 --seed 7",
            "simulate --input seeds/quiet --svg load.svg",
        ],
        ["brief"] =
        [
            "brief --contact amara",
            "brief --input seeds/professional --contact ID",
        ],
        ["health"] =
        [
            "health",
            "health --input seeds/quiet --svg health.svg",
        ],
        ["introductions"] =
        [
            "introductions",
            "introductions --input seeds/professional",
        ],
        ["plan"] =
        [
            "plan --minutes 30",
            "plan --week 2026-03-09 --gentle",
            "plan --input a.txt.gz --owner 5 --json",
        ],
    };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.MaxWidth = 80;
        var result = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.GetValueOrDefault(parseResult.CommandResult.Command.Name) ?? ["", .. Examples.Values.SelectMany(lines => lines.Take(1))])
        {
            output.WriteLine($"  {Program} {example}".TrimEnd());
        }

        return result;
    }
}
