using NodaTime;
using NodaTime.Text;
using RelationshipKit.Planning.Favours;

namespace RelationshipKit.Planning.Briefs;

/// <summary>Talking points and offers in English words.</summary>
internal static class BriefTexts
{
    public static string Say(TalkingPoint point) =>
        point.Kind switch
        {
            TalkingPointKind.OwnPromise => $"you promised something on {On(point.Date)}{Quoted(point.Subject)}",
            TalkingPointKind.TheirPromise => $"they promised something on {On(point.Date)}{Quoted(point.Subject)}",
            TalkingPointKind.ThanksOwed =>
                $"thanks are open for {FavourWords.Of(point.Gesture)} on {On(point.Date)}{Quoted(point.Subject)}",
            TalkingPointKind.Occasion => $"{point.Subject ?? "an anniversary"} on {On(point.Date)}",
            TalkingPointKind.Achievement => $"an achievement on {On(point.Date)}{Quoted(point.Subject)}",
            TalkingPointKind.AskAgain => $"worth asking again, learned {On(point.Date)}{Quoted(point.Subject)}",
            TalkingPointKind.OwnOfferMeetsNeed => $"they need what you offer{Quoted(point.Subject)}",
            TalkingPointKind.TheirOfferMeetsNeed => $"they offer what you need{Quoted(point.Subject)}",
            _ => point.ToString(),
        };

    public static string Say(PossibleOffer offer, Func<ContactId, string> nameOf) =>
        offer.Kind switch
        {
            PossibleOfferKind.OwnOfferForNeed => $"{offer.Contribution}, which they need{Quoted(offer.Subject)}",
            PossibleOfferKind.Introduction when offer.Through is { } through =>
                $"an introduction to {nameOf(through)}, who offers what they need{Quoted(offer.Subject)}",
            PossibleOfferKind.OwnOffer => $"{offer.Contribution}, which you have to give{Quoted(offer.Subject)}",
            PossibleOfferKind.Interest => $"your interest: ask how it went{Quoted(offer.Subject)}",
            _ => "a word of encouragement",
        };

    private static string On(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "an unknown day";

    private static string Quoted(string? subject) => subject is null ? "" : $": {subject}";
}
