namespace RelationshipKit.Charts;

/// <summary>The words of pictures. A host replaces them to use another language.</summary>
/// <remarks>
/// Implementations are pure functions, safe to call from several threads at once. Later versions may add phrases. Use
/// <see cref="ChartTexts.English"/> for those you do not know.
/// </remarks>
public interface IChartTexts
{
    /// <summary>Gets the language of the texts as a BCP 47 tag, for example <c>en</c>.</summary>
    string Language { get; }

    /// <summary>Returns a phrase. Its documentation says which placeholders (<c>{0}</c>, <c>{1}</c>) it may hold.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <returns>A composite format string.</returns>
    string TextOf(ChartPhrase phrase);

    /// <summary>Returns the name of a channel.</summary>
    /// <param name="channel">The channel; never <see langword="null"/>.</param>
    /// <returns>The name.</returns>
    string NameOf(Channel channel);

    /// <summary>Returns the name of a circle.</summary>
    /// <param name="circle">The circle; never <see langword="null"/>.</param>
    /// <returns>The name.</returns>
    string NameOf(Circle circle);
}
