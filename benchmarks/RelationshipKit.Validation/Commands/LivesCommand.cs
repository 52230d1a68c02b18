using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using RelationshipKit.Validation.Lives;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Commands;

/// <summary><c>lives</c>: what following the week's plans is worth, beside simple rules.</summary>
internal static class LivesCommand
{
    private static readonly Option<string?> Input = new("--input") { Description = "The saved network to live.", HelpName = "PATH" };

    private static readonly Option<string?> Coordinator = new("--coordinator")
    {
        Description =
            "Live the book of a coordinator of 150 mentees instead: 'spread' if they are due all over the month, 'at-once' if all are "
                + "due at once.",
        HelpName = "WHEN",
    };

    private static readonly Option<string> Weeks = new("--weeks")
    {
        Description = "The weeks of a life, from 1 to 52; 8 if left out.",
        HelpName = "N",
        DefaultValueFactory = _ => "8"
    };

    private static readonly Option<string> Minutes = new("--minutes")
    {
        Description = "The minutes of a week, one life for each, from 1 to 10080; 30,60,90 if left out.",
        HelpName = "M1,M2,...",
        DefaultValueFactory = _ => "30,60,90",
    };

    private static readonly Option<string> Draws = new("--draws")
    {
        Description = "How often chance is drawn anew, from 1 to 1000; 20 if left out.",
        HelpName = "N",
        DefaultValueFactory = _ => "20"
    };
    private static readonly Option<string> Seed =
        new("--seed") { Description = "The seed of the draws; 7 if left out.", HelpName = "S", DefaultValueFactory = _ => "7" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON with full precision and nothing else." };

    public static Command Create(TextWriter output)
    {
        var command = new Command(
            "lives", "Lives some weeks of a network under the kit's plans and under four simple rules.") { Input, Coordinator, Weeks,
            Minutes, Draws, Seed, Json };
        command.SetAction(parsed =>
        {
            var settings = new LivesSettings
            {
                Weeks = Number(parsed, Weeks, 1, 52),
                Minutes = [.. parsed.GetRequiredValue(Minutes).Split(',').Select(text => Number(text, Minutes.Name, 1, 10_080))],
                Draws = Number(parsed, Draws, 1, 1_000),
                Seed = (ulong)Number(parsed, Seed, 0, int.MaxValue),
            };
            var start = StartOf(parsed);
            LivesJson[] rows =
                [.. LivesProtocol.Run(start, settings).Select(row => LivesJson.Of(start.Name, row.Minutes, row.Rule, row.Mean))];
            if (parsed.GetValue(Json))
            {
                output.Write(JsonSerializer.Serialize(rows, ReportJsonContext.Default.LivesJsonArray) + "\n");
                return ValidationApp.Success;
            }

            foreach (var line in LivesPage.Of(rows))
            {
                output.Write(line + "\n");
            }

            return ValidationApp.Success;
        });
        return command;
    }

    private static LifeStart StartOf(ParseResult parsed) => (parsed.GetValue(Input), parsed.GetValue(Coordinator)) switch
    {
        ({ } path, null) => LifeStart.Read(path),
        (null, "spread") => LifeStart.Coordinator(isSpread: true),
        (null, "at-once") => LifeStart.Coordinator(isSpread: false),
        (null, { } other) => throw new BadInputException($"--coordinator: '{other}' is none; it must be spread or at-once."),
        _ => throw new BadInputException("--input: either it or --coordinator must be given."),
    };

    private static int Number(ParseResult parsed, Option<string> option, int least, int most) =>
        Number(parsed.GetRequiredValue(option), option.Name, least, most);

    private static int Number(string text, string option, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BadInputException(
                string.Create(
                    CultureInfo.InvariantCulture, $"{option}: '{text}' will not do; it must be a whole number from {least} to {most}."));
}
