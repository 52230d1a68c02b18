namespace RelationshipKit.Planning.Briefs;

/// <summary>Says talking points and offers in a language: a host's own takes the place of <see cref="BriefTexts.English"/>.</summary>
/// <remarks>Implementations say what the data say and invent nothing; they must be safe to call from several threads.</remarks>
public interface IBriefTexts
{
    /// <summary>Says a talking point.</summary>
    /// <param name="point">The point.</param>
    /// <returns>A short sentence or phrase.</returns>
    string Say(TalkingPoint point);

    /// <summary>Says what could be offered.</summary>
    /// <param name="offer">What could be offered.</param>
    /// <param name="nameOf">Returns the name of a contact.</param>
    /// <returns>A short sentence or phrase.</returns>
    string Say(PossibleOffer offer, Func<ContactId, string> nameOf);
}
