using System.CommandLine;
using System.Text.Json;
using NodaTime.Text;
using RelationshipKit.Charts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using RelationshipKit.SampleConsole.Rendering;
using RelationshipKit.Scoring;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>explain</c>: why one tie stands as it does.</summary>
internal static class ExplainCommand
{
    public static Command Create(Screen screen)
    {
        var options = new InputOptions();
        var contact =
            new Option<string?>("--contact") { Description = "The contact, by id, address, name or a part of it.", HelpName = "NAME" };
        var name = ContactArgument.Optional("The same as --contact.");
        var svg = new Option<string?>("--svg") { Description = "Also draw the tie over time into this file.", HelpName = "FILE" };
        var force = OutputFile.Force();
        var json = new Option<bool>("--json") { Description = "Print JSON with full precision and nothing else." };
        var command = new Command(
            "explain", "Says why one tie stands as it does, who reaches out, and until when it lasts.") { name, contact, svg, force, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var input = options.Load(parsed, screen);
            var tie = TieList.Find(
                input,
                parsed.GetValue(contact) ?? parsed.GetValue(name)
                    ?? throw new UsageException("NAME", "it is missing; say whom, by id, name or a part of it."));
            var report = TieReport.Of(tie, input.AsOf);
            if (parsed.GetValue(svg) is { } path)
            {
                OutputFile.WriteText(
                    "--svg", path, parsed.GetValue(force), TieChart.Of(OpenBook.Of(input).Book, tie.Contact.Id, input.AsOf).ToSvg(),
                    input.Path);
            }

            if (parsed.GetValue(json))
            {
                screen.Output.Write(JsonSerializer.Serialize(Document(input, report), ConsoleJsonContext.Default.ExplainJson) + "\n");
                return ConsoleApp.Success;
            }

            ExplainPage.Show(screen, input, report);
            screen.Flush();
            return ConsoleApp.Success;
        });
        return command;
    }

    private static ExplainJson Document(LoadedInput input, TieReport report)
    {
        var score = report.Tie.Score;
        return new ExplainJson(
            input.Network.Owner,
            TieJson.Text(input.AsOf)!,
            input.Zone.Id,
            report.Tie.Name,
            TieJson.Of(report.Tie),
            score.Rhythm.GapSpreadDays,
            score.Reciprocity.Verdict.ToString(),
            score.Reciprocity.Given,
            score.Reciprocity.Received,
            [.. report.Explanation.Parts.Select(PartOf)],
            ConversationOf(report.Conversation),
            [.. report.Falls.Select(fall => new FallJson(fall.Level.Value, TieJson.Text(fall.At)))]);
    }

    private static PartJson PartOf(ExplanationPart part) => new(
        LocalDatePattern.Iso.Format(part.Date),
        part.Class.ToString(),
        [.. part.Touchpoints.Select(touchpoint => touchpoint.Channel.Name).Distinct()],
        part.Weight,
        part.AgeDays,
        part.Contribution,
        part.Touchpoints.Length);

    private static ConversationJson ConversationOf(Conversation conversation) => new(
        conversation.OwnerOpenings,
        conversation.ContactOpenings,
        conversation.Initiation.Balance,
        conversation.Initiation.Low,
        conversation.Initiation.High,
        conversation.Initiation.Verdict.ToString(),
        RepliesOf(conversation.OwnerReplies),
        RepliesOf(conversation.ContactReplies));

    private static ReplyJson RepliesOf(ReplyStatistics replies) =>
        new(replies.Openings, replies.Replies, replies.Rate, replies.MedianLatency?.TotalHours);
}
