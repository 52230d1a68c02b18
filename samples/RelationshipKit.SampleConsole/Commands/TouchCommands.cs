using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>correct</c> and <c>retract</c>: a touchpoint that was logged wrongly, or that never was.</summary>
internal static class TouchCommands
{
    public static IEnumerable<Command> Create(Screen screen)
    {
        yield return Correct(screen);
        yield return Retract(screen);
    }

    private static Command Correct(Screen screen)
    {
        var (who, number, options) = (ContactArgument.Create(), Number(), new TouchOptions());
        var channel =
            new Option<string?>("--channel") { Description = "How it really was: call, text, mail, met and so on.", HelpName = "CHANNEL" };
        var reached = new Option<bool>("--reached") { Description = "It was no attempt: you reached them." };
        return BookCommand.Create(
            screen, "correct", "Corrects a touchpoint: the last, or the one with a number that history shows.",
            [who, number, channel, .. options.All, reached],
            (parsed, book) => {
            var contact = ContactArgument.Find(parsed, book, who);
            var wrong = TouchList.At(book, contact, parsed.GetValue(number));
            var better = options.Apply(parsed, wrong, screen.Now, book.Zone);
            better = better with
            {
                Channel = parsed.GetValue(channel) is { } word ? TouchOptions.ChannelOf(word, "--channel") : better.Channel,
                Outcome = parsed.GetValue(reached) ? Outcome.Delivered : better.Outcome,
            };
            var update = better == wrong ? null : book.Correct(wrong.Key, better, screen.Now);
            if (update?.Refused is [{ Reason: var reason }, ..]
                && TouchOptions.NotedAlready(book, contact, better, reason) is { } noted)
            {
                throw new UsageException("correct", noted);
            }

            return update is null
                ? throw new UsageException(
                    "correct", "nothing to correct was said; say what is wrong, such as --channel, --on or --minutes.")
                : (update, $"Corrected with {contact.Name}: "
                    + $"{HistoryPage.Describe(book, contact, better)}.{TouchOptions.Later(better, screen.Now, book.Zone)}");
        });
    }

    private static Command Retract(Screen screen)
    {
        var (who, number) = (ContactArgument.Create(), Number());
        return BookCommand.Create(
            screen, "retract", "Takes a touchpoint back that never was: the last, or the one with a number that history shows.",
            [who, number],
            (parsed, book) => {
            var contact = ContactArgument.Find(parsed, book, who);
            var wrong = TouchList.At(book, contact, parsed.GetValue(number));
            return (book.Retract(wrong.Key, screen.Now), $"Taken back with {contact.Name}: {HistoryPage.Describe(book, contact, wrong)}.");
        });
    }

    private static Argument<int> Number() =>
        new("NUMBER") { Description = "Its number in the history of the contact; 1, the last, if left out.", DefaultValueFactory = _ => 1 };
}
