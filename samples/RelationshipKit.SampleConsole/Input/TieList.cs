using System.Collections.Immutable;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Scores the ties of a network.</summary>
internal static class TieList
{
    /// <summary>Returns everybody who is in the contacts list or was in touch up to the instant, strongest first, then by id.</summary>
    public static ImmutableArray<Tie> Of(LoadedInput input)
    {
        var scorer = ScorerOf(input);
        return
        [
            .. ContactsOf(input)
                .Where(contact => input.ListsEverybody || input.Network.Log.Of(contact).Any(touchpoint => touchpoint.At <= input.AsOf))
                .Select(contact => Score(contact, scorer, input))
                .OrderByDescending(tie => tie.Score.ExpectedContacts)
                .ThenBy(tie => tie.Contact.Id),
        ];
    }

    /// <summary>Returns the tie of one contact, named by id, address, name or a part of it.</summary>
    public static Tie Find(LoadedInput input, string name) =>
        Score(ContactFinder.Find(ContactsOf(input), name, "NAME"), ScorerOf(input), input);

    private static RelationshipScorer ScorerOf(LoadedInput input) =>
        new(FoldSettings.Default, ScoreSettings.Default with { Hazard = RhythmHazard.For(input.LogKind) }, input.Zone);

    private static IEnumerable<Contact> ContactsOf(LoadedInput input)
    {
        var listed = input.Network.Contacts;
        var known = listed.SelectMany(contact => contact.Aliases.Append(contact.Id)).ToHashSet();

        // Somebody may be in the log whom nobody listed: a tie all the same.
        return listed.Concat(input.Network.Log.Contacts.Where(id => !known.Contains(id)).Select(id => new Contact(id, id.Value)));
    }

    private static Tie Score(Contact contact, RelationshipScorer scorer, LoadedInput input)
    {
        var touchpoints = input.Network.Log.Of(contact);
        var own = scorer.For(contact);
        if (input.Book is null && touchpoints.FirstOrDefault(touchpoint => !Channel.Stock.Contains(touchpoint.Channel)) is { } foreign)
        {
            // A host gives a channel of its own a weight in its fold settings; this console has only the stock ones.
            throw new UsageException(
                "--input",
                $"{input.Path} has the channel '{foreign.Channel}', whose weight is unknown here; known are "
                    + $"{string.Join(", ", Channel.Stock)}.");
        }

        // A book may know more of a tie than its touchpoints tell, such as what is left of forgotten ones.
        return input.Book is { } book && book.Find(contact.Id) is not null
            ? new Tie(contact, touchpoints, own, book.ScoreOf(contact.Id, input.AsOf)) { Book = book }
            : new Tie(contact, touchpoints, own, own.ScoreAt(touchpoints, input.AsOf));
    }
}
