using System.Collections.Immutable;
using RelationshipKit.Scoring;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>One contact of the owner, with the touchpoints and how things stand.</summary>
internal sealed record Tie(Contact Contact, ImmutableArray<Touchpoint> Touchpoints, RelationshipScorer Scorer, RelationshipScore Score)
{
    /// <summary>Gets the book that has the contact; null if the touchpoints are all there is.</summary>
    public RelationshipBook? Book { get; init; }

    public string Id => Contact.Id.Value;

    public string Name => Contact.Name;
}
