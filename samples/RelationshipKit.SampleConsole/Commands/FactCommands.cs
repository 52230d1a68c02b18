using System.CommandLine;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary><c>fact</c> and <c>favour</c>: what to remember of somebody, and what you did for each other.</summary>
internal static class FactCommands
{
    private const string Myself = "me";

    public static IEnumerable<Command> Create(Screen screen)
    {
        yield return Fact(screen);
        yield return Favour(screen);
    }

    private static Command Fact(Screen screen)
    {
        var who = ContactArgument.Create(
            "NAME", "The contact, by id, address, name or a part of it; me for what you offer and need yourself.");
        var text = new Argument<string>("TEXT") { Description = "What to remember, in your words." };
        var offer = new Option<ContributionKind?>("--offer")
        {
            Description = "They can give it: knowledge, advice, encouragement, introduction, help or other.",
            HelpName = "KIND"
        };
        var need = new Option<ContributionKind?>("--need") { Description = "They need it, of the same kinds.", HelpName = "KIND" };
        var sensitivity = new Option<Sensitivity?>("--sensitivity")
        {
            Description = "ordinary, private or sensitive; pages keep the last apart.",
            HelpName = "S"
        };
        var source = new Option<string?>("--source") { Description = "How you know it.", HelpName = "TEXT" };
        var fades = new Option<int?>("--fades")
        {
            Description = "After how many days it is only half as sure, from 1 to 36500; then it is worth asking again.",
            HelpName = "DAYS"
        };
        var remove = new Option<bool>("--remove") { Description = "It is not so any more." };
        return BookCommand.Create(
            screen, "fact", "Notes a detail, an offer or a need, for the next time you talk.",
            [who, text, offer, need, sensitivity, source, fades, remove],
            (parsed, book) => {
            var (words, gives, lacks) = (parsed.GetRequiredValue(text), parsed.GetValue(offer), parsed.GetValue(need));
            if (parsed.GetRequiredValue(who) == Myself && book.Find(Myself) is null)
            {
                return (OfOwner(book, words, gives, lacks, parsed.GetValue(remove)), "Noted of yourself.");
            }

            var contact = ContactArgument.Find(parsed, book, who);
            if (parsed.GetValue(remove))
            {
                return (book.Change(Without(contact, words)), $"Removed of {contact.Name}.");
            }

            var detail = new RememberedDetail(
                words, screen.Now.InZone(book.Zone).Date) { Sensitivity = parsed.GetValue(sensitivity) ?? Sensitivity.Ordinary,
                Source = parsed.GetValue(source), HalfLifeDays = parsed.GetValue(fades) };
            var changed = contact with
            {
                Offers = With(contact.Offers, gives, words),
                Needs = With(contact.Needs, lacks, words),
                Details = gives is null && lacks is null ? [.. contact.Details.Where(held => held.Text != words), detail] : contact.Details,
            };
            return (book.Change(changed), $"Noted of {contact.Name}; \"brief {contact.Id}\" shows it.");
        });
    }

    private static Command Favour(Screen screen)
    {
        var who = ContactArgument.Create();
        var side = new Argument<FavourSide>("SIDE") { Description = "given or received." };
        var kind =
            new Argument<ContributionKind>("KIND") { Description = "knowledge, advice, encouragement, introduction, help or other." };
        var on = new Option<string?>("--on")
        {
            Description = $"When: {TouchOptions.WhenText}. If left out, now.",
            HelpName = "WHEN"
        };
        return BookCommand.Create(
            screen, "favour", "Notes what you did for somebody, or they for you, that no touchpoint tells.", [who, side, kind, on],
            (parsed, book) =>
        {
            var contact = ContactArgument.Find(parsed, book, who);
            var favour = new Favour(
                contact.Id, parsed.GetRequiredValue(kind), parsed.GetRequiredValue(side),
                Moment.When(parsed.GetValue(on), screen.Now, book.Zone, "--on"));
            var update = book.Note(favour);
            return (update, $"Noted with {contact.Name}: {favour}; in the last years "
                + $"{update.Book.FavoursAt(screen.Now).With(contact.Id)}.");
        });
    }

    private static BookUpdate OfOwner(RelationshipBook book, string words, ContributionKind? gives, ContributionKind? lacks, bool removes)
    {
        var owner = book.Owner;
        if (!removes && gives is null && lacks is null)
        {
            throw new UsageException("NAME", "of yourself the book keeps what you offer and need; say --offer or --need.");
        }

        return book.WithOwner(removes
            ? owner with
            {
                Offers = [.. owner.Offers.Where(one => one.Topic != words)],
                Needs = [.. owner.Needs.Where(one => one.Topic != words)]
            }
            : owner with { Offers = With(owner.Offers, gives, words), Needs = With(owner.Needs, lacks, words) });
    }

    private static System.Collections.Immutable.ImmutableArray<Contribution> With(
        System.Collections.Immutable.ImmutableArray<Contribution> held, ContributionKind? kind, string topic) =>
        kind is { } known ? [.. held.Union([new Contribution(known, topic)])] : held;

    private static Contact Without(Contact contact, string words)
    {
        var changed = contact with
        {
            Details = [.. contact.Details.Where(detail => detail.Text != words)],
            Offers = [.. contact.Offers.Where(one => one.Topic != words)],
            Needs = [.. contact.Needs.Where(one => one.Topic != words)],
        };
        return changed != contact ? changed : throw new UsageException("TEXT", $"nothing of {contact.Name} says '{words}', word for word.");
    }
}
