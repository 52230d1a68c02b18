using NodaTime;
using NodaTime.Text;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Weeks;
using RelationshipKit.Scoring;

namespace RelationshipKit.Serialization;

/// <summary>Writes and reads what plans leave in a book: favours, introductions, accepted weeks.</summary>
internal static class PlanningEntries
{
    public static PlanningDocument.FavourEntry Write(Favour favour) => new()
    {
        Contact = favour.Contact.Value,
        Kind = JsonWords.Of(favour.Kind),
        Side = JsonWords.Of(favour.Side),
        At = InstantPattern.ExtendedIso.Format(favour.At),
    };

    public static Favour Read(PlanningDocument.FavourEntry? entry, string path) => entry is null
        ? throw JsonDocumentHead.Error("The favour is null.", path)
        : ContactEntries.Made(
            () => new Favour(
                ContactId.FromValue(entry.Contact),
                JsonWords.Read<ContributionKind>(entry.Kind, $"{path}.kind"),
                JsonWords.Read<FavourSide>(entry.Side, $"{path}.side"),
                TouchpointEntries.ReadInstant(entry.At, $"{path}.at")),
            path);

    public static PlanningDocument.IntroductionEntry Write(Introduction introduction) => new()
    {
        Seeker = introduction.Seeker.Value,
        Helper = introduction.Helper.Value,
        Need = ContactEntries.Write(introduction.Need),
        Connector = introduction.Connector?.Value,
        State = JsonWords.Of(introduction.State),
        AgreedFirst = introduction.AgreedFirst?.Value,
        Outcome = JsonWords.OfUnlessDefault(introduction.Outcome),
        LastStepAt = InstantPattern.ExtendedIso.Format(introduction.LastStepAt),
    };

    public static Introduction Read(PlanningDocument.IntroductionEntry entry, string path) => ContactEntries.Made(
        () => Introduction.Restore(
            new Introduction(
                ContactId.FromValue(entry.Seeker),
                ContactId.FromValue(entry.Helper),
                ContactEntries.ReadContribution(entry.Need, $"{path}.need"),
                TouchpointEntries.ReadInstant(entry.LastStepAt, $"{path}.lastStepAt"))
            {
                Connector = entry.Connector is { } connector ? ContactId.FromValue(connector) : null,
            },
            JsonWords.Read<IntroductionState>(entry.State, $"{path}.state"),
            entry.AgreedFirst is { } first ? ContactId.FromValue(first) : null,
            entry.Outcome is { } outcome ? JsonWords.Read<IntroductionOutcome>(outcome, $"{path}.outcome") : default),
        path);

    public static PlanningDocument.AcceptedWeekEntry Write(AcceptedWeek week) => new()
    {
        Monday = CadenceTexts.Of(week.Monday),
        Touches =
        [
            .. week.Touches.Select(touch => new PlanningDocument.AcceptedTouchEntry
            {
                Contact = touch.Contact.Value,
                Day = CadenceTexts.Of(touch.Day),
                Channel = touch.Channel.Name,
                Gesture = JsonWords.OfUnlessDefault(touch.Gesture),
            }),
        ],
    };

    public static AcceptedWeek Read(PlanningDocument.AcceptedWeekEntry entry, string path)
    {
        var monday = CadenceTexts.ReadDate(entry.Monday, $"{path}.monday");
        return ContactEntries.Made(
            () => new AcceptedWeek(monday, [.. entry.Touches.Select((touch, i) => ReadTouch(touch, monday, $"{path}.touches[{i}]"))]),
            path);
    }

    private static AcceptedTouch ReadTouch(PlanningDocument.AcceptedTouchEntry? entry, LocalDate monday, string path)
    {
        if (entry is null)
        {
            throw JsonDocumentHead.Error("The touch is null.", path);
        }

        var day = CadenceTexts.ReadDate(entry.Day, $"{path}.day");
        return day >= monday && day <= monday.PlusDays(6)
            ? new AcceptedTouch(
                ContactId.FromValue(entry.Contact),
                day,
                Channel.FromName(entry.Channel),
                entry.Gesture is { } gesture ? JsonWords.Read<Gesture>(gesture, $"{path}.gesture") : default)
            : throw JsonDocumentHead.Error("The day is not in the week.", $"{path}.day");
    }

    public static PlanningDocument.CorrectionEntry Write(TieCorrection correction) => new()
    {
        ExpectedContacts = correction.ExpectedContacts,
        Since = InstantPattern.ExtendedIso.Format(correction.Since),
        HalfLifeDays = correction.HalfLifeDays,
    };

    public static TieCorrection Read(PlanningDocument.CorrectionEntry entry, string path)
    {
        var since = TouchpointEntries.ReadInstant(entry.Since, $"{path}.since");
        return ContactEntries.Made(() => new TieCorrection(entry.ExpectedContacts, since, entry.HalfLifeDays), path);
    }
}
