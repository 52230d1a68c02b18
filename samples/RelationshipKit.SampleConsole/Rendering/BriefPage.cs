using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>One person on one page. What it shows the owner wrote down; it is for the owner's eyes.</summary>
internal static class BriefPage
{
    private const int OffersShown = 5;

    public static void Show(Screen screen, OpenBook opened, Tie tie)
    {
        var input = opened.Input;
        var brief = opened.Book.BriefOf(tie.Contact.Id, input.AsOf);
        screen.Line(Markup.Escape($"{Words.NameAndId(tie)}, as of {TieJson.Text(input.AsOf)}"));
        screen.Line(Markup.Escape(Facts(brief.Contact, NameOf)));
        screen.Line();
        var evidence = brief.Score.Evidence == Scoring.Evidence.None ? "no" : brief.Score.Evidence.ToString().ToLowerInvariant();
        Row("Strength", $"{brief.Score.Strength}, {evidence} evidence");
        Row("Rhythm", Words.Quiet(brief.Score.Rhythm));
        Row("Balance", $"{Words.Verdict(brief.Score.Reciprocity.Verdict)}; favours: {brief.Favours}");
        if (brief.Wishes != ContactWishes.None)
        {
            Row("Wishes", brief.Wishes.ToString());
        }

        if (brief.Contact.Promises.MaxBy(promise => promise.On) is { } last)
        {
            Row(
                "Promised",
                $"{(last.IsKept ? "kept" : "open")}, by {LocalDatePattern.Iso.Format(last.On)}: {last.Text.ReplaceLineEndings(" ")}");
        }

        Section(screen, "Last touches", brief.LastTouches.Select(touchpoint => Touch(touchpoint, opened)), "none yet");
        Section(screen, "To speak of", brief.Points.Select(point => point.Describe()), "nothing noted; ask how they are");
        Section(screen, "To offer", brief.Offers.Take(OffersShown).Select(offer => offer.Describe(NameOf)), "");
        if (!brief.Avoid.IsEmpty)
        {
            Section(screen, "To know, not to bring up", brief.Avoid.Select(detail => detail.Text), "");
        }

        void Row(string title, string text) => screen.Line(Markup.Escape($"{Screen.Indent}{title,-10}{text}"));

        string NameOf(ContactId id) => opened.Book.Find(id)?.Name ?? id.Value;
    }

    private static string Facts(Contact contact, Func<ContactId, string> nameOf)
    {
        string[] facts =
        [
            .. contact.Circle is { } circle ? [$"{circle.Name} circle"] : Array.Empty<string>(),
            .. contact.Facets.Select(facet => facet.Name),
            .. contact.Origin is { } origin ? Meeting(origin, nameOf) : [],
        ];
        return facts.Length == 0 ? "nothing else noted" : string.Join(", ", facts);
    }

    private static IEnumerable<string> Meeting(Origin origin, Func<ContactId, string> nameOf)
    {
        if (origin.How is { } how)
        {
            yield return $"met: {how}";
        }

        if (origin.When != PartialDate.Unknown)
        {
            yield return $"first met {origin.When}";
        }

        if (origin.IntroducedBy is { } introducer)
        {
            yield return $"introduced by {nameOf(introducer)}";
        }
    }

    private static string Touch(Touchpoint touchpoint, OpenBook opened)
    {
        var side = touchpoint.Direction switch
        {
            Direction.Outgoing => "from you",
            Direction.Incoming => "from them",
            Direction.Mutual => "together",
            _ => "",
        };
        string[] words =
        [
            LocalDatePattern.Iso.Format(touchpoint.At.InZone(opened.Input.Zone).Date),
            touchpoint.Channel.Name,
            side,
            touchpoint.Outcome == Outcome.Attempted ? "(not reached)" : "",
            touchpoint.Gesture == Gesture.None ? "" : $"({Words.Gesture(touchpoint.Gesture)})",
        ];
        var told = string.Join(' ', words.Where(word => word.Length > 0));
        return touchpoint.Note is { } note ? $"{told}: {note.ReplaceLineEndings(" ")}" : told;
    }

    private static void Section(Screen screen, string title, IEnumerable<string> lines, string ifNone)
    {
        screen.Line();
        screen.Line($"[bold]{title}[/]");
        var any = false;
        foreach (var line in lines)
        {
            any = true;
            screen.Show(new Padder(new Text(line), new Padding(Screen.Indent.Length, 0, 0, 0)));
        }

        if (!any)
        {
            screen.Line($"[grey]{Screen.Indent}{ifNone}[/]");
        }
    }
}
