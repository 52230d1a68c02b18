using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The tools of an assistant. Each runs the command that a person would type, and answers with its JSON.</summary>
/// <param name="book">The path of the book.</param>
internal sealed class McpTools(string book)
{
    private const string Who =
        "The contact: id, e-mail address, name or a part of the name. A name that fits several is refused with suggestions.";
    private const string AsOf = "Look from this instant or date instead of now, such as 2026-03-02.";

    /// <summary>Returns the tools.</summary>
    /// <param name="mayWrite">Whether those that change the book are among them.</param>
    public IEnumerable<McpServerTool> All(bool mayWrite)
    {
        yield return Question(
            "due",
            "With whom a touch is wanted by a day, which cadence says so, and why.",
            ([Description("The day, such as 2026-03-08; today if left out.")] string? by = null, [Description(AsOf)] string? asOf = null) =>
                Run(["due", "--json"], ("--by", by), ("--as-of", asOf)));
        yield return Question(
            "plan",
            "A week of keeping in touch within the minutes there are: whom, when, how, why; and who was left out.",
            ([Description("Minutes in the week, from 0 to 10080.")] int? minutes =
                null, [Description("A day of the week to plan.")] string? week = null, [Description(AsOf)] string? asOf = null) =>
                Run(["plan", "--json"], ("--minutes", Text(minutes)), ("--week", week), ("--as-of", asOf)));
        yield return Question(
            "score",
            "All ties, strongest first: strength, rhythm, balance, momentum, chance of contact.",
            ([Description("Only the strongest so many, at least 1.")] int? top = null, [Description(AsOf)] string? asOf = null) =>
                Run(["score", "--json"], ("--top", Text(top)), ("--as-of", asOf)));
        yield return Question(
            "explain",
            "Why one tie stands as it does, who reaches out, and until when it lasts.",
            ([Description(Who)] string contact, [Description(AsOf)] string? asOf = null) =>
                Run(["explain", "--json"], ("--contact", contact), ("--as-of", asOf)));
        yield return Question(
            "brief",
            "Before a call: the last touches, what to speak of, what to offer, what to leave alone.",
            ([Description(Who)] string contact, [Description(AsOf)] string? asOf = null) =>
                Run(["brief", "--json"], ("--contact", contact), ("--as-of", asOf)));
        yield return Question(
            "history",
            "What happened with one contact, the last first.",
            ([Description(Who)] string contact) =>
                Run(["history", "--json"], [], [contact]));
        yield return Question(
            "health",
            "The whole network: circles, sides of life, which way ties go, intended against actual contact.",
            ([Description(AsOf)] string? asOf = null) =>
                Run(["health", "--json"], ("--as-of", asOf)));
        yield return Question(
            "introductions",
            "Contacts who could help each other and do not know each other yet.",
            ([Description(AsOf)] string? asOf = null) =>
                Run(["introductions", "--json"], ("--as-of", asOf)));
        yield return Question(
            "lint",
            "What cannot work in the cadences.",
            ([Description(AsOf)] string? asOf = null) =>
                Run(["lint", "--json"], ("--as-of", asOf)));
        yield return Question(
            "simulate",
            "The weeks ahead under the cadences, lived with a seed: load, peaks, who is never reached.",
            ([Description("From 1 to 520; 52 if left out.")] int? weeks =
                null, [Description("The same seed, the same answer.")] int? seed = null) =>
                Run(["simulate", "--json"], ("--weeks", Text(weeks)), ("--seed", Text(seed))));
        if (mayWrite)
        {
            yield return McpServerTool.Create(
                (
                    [Description("With whom; each an id, address, name or a part of it.")] string[] contacts,
                    [Description("call, text, whatsapp, mail, met, video, letter, social, group-event or voice-message.")] string channel,
                    [Description("today (now), yesterday, a date, also with a time (2026-03-08 18:30), or an instant.")] string? on = null,
                    [Description("outgoing, incoming or mutual.")] string? direction = null,
                    [Description("How long it took.")] int? minutes = null,
                    [Description("A note for the owner.")] string? note = null) =>
                        Run(
                            ["log"], [("--on", on), ("--direction", direction), ("--minutes", Text(minutes)), ("--note", note)],
                            [.. contacts, channel]),
                new McpServerToolCreateOptions
                {
                    Name = "log",
                    Description = "Records a call, a meeting, a message that took place. The owner takes it back with undo.",
                    ReadOnly = false,
                    Destructive = false,
                    Idempotent = false,
                    OpenWorld = false,
                });
        }
    }

    private static McpServerTool Question(string name, string description, Delegate ask) =>
        McpServerTool.Create(
            ask, new McpServerToolCreateOptions { Name = name, Description = description, ReadOnly = true, OpenWorld = false });

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private CallToolResult Run(string[] command, params (string Option, string? Value)[] options) => Run(command, options, []);

    private CallToolResult Run(string[] command, (string Option, string? Value)[] options, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] args =
        [
            command[0],
            .. options.Where(option => option.Value is not null).Select(option => $"{option.Option}={option.Value}"),
            $"--book={book}",
            .. command[1..],
            .. arguments.Length == 0 ? (string[])[] : ["--", .. arguments],
        ];
        var exitCode = ConsoleApp.Run(args, new Screen(output, error));
        var text = exitCode == ConsoleApp.BadInput ? error.ToString() : output.ToString();
        return new CallToolResult { Content = [new TextContentBlock { Text = text.TrimEnd() }], IsError = exitCode == ConsoleApp.BadInput };
    }
}
