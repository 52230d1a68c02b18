using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Serialization;
using RelationshipKit.Ties;

namespace RelationshipKit.Books;

/// <summary>What is left of the touchpoints of one id that a book has forgotten: the cells and counts of the tie, by facet.</summary>
/// <remarks>Cells keep the days and weights they were folded with, whatever the zone and the settings become.</remarks>
internal sealed class KeptTie : IEquatable<KeptTie>
{
    // Cells and counts do not depend on it; it only holds them.
    private static readonly TieLayout Holder = TieLayout.Of(FoldSettings.Default, DateTimeZone.Utc);

    // No facet has an empty name: it stands for touchpoints without one.
    private const string NoFacet = "";

    private readonly ImmutableSortedDictionary<string, TieState> states;

    private KeptTie(ImmutableSortedDictionary<string, TieState> states) => this.states = states;

    public static KeptTie Empty { get; } = new(ImmutableSortedDictionary.Create<string, TieState>(StringComparer.Ordinal));

    public static KeptTie Read(JsonElement element, string path)
    {
        try
        {
            return new(Json.Entry(element, DocumentsJsonContext.Default.DictionaryStringString, path).ToImmutableSortedDictionary(
                row => row.Key.Length == 0 ? NoFacet : Facet.FromName(row.Key).Name,
                row => TieStateBytes.ReadCells(Convert.FromBase64String(row.Value), Holder),
                StringComparer.Ordinal));
        }
        catch (Exception problem) when (problem is FormatException or InvalidDataException or ArgumentException)
        {
            throw JsonDocumentHead.Error("The kept state of a tie is damaged.", path, problem);
        }
    }

    public JsonElement Write() =>
        Json.Element(
            states.ToDictionary(row => row.Key, row => Convert.ToBase64String(TieStateBytes.WriteCells(row.Value))),
            DocumentsJsonContext.Default.DictionaryStringString);

    /// <summary>Returns the kept tie with the state of more touchpoints, which share one facet or have none.</summary>
    public KeptTie With(Facet? facet, TieState more)
    {
        var fold = new TieFold(Holder);
        fold.Add(more);
        var upTo = more.UpToMicros;
        var name = facet?.Name ?? NoFacet;
        if (states.GetValueOrDefault(name) is { } before)
        {
            fold.Add(before);
            upTo = Math.Max(upTo, before.UpToMicros);
        }

        return new(states.SetItem(name, fold.ToState(upTo)));
    }

    /// <summary>Returns the states that count for a facet; all for the whole person.</summary>
    public IEnumerable<TieState> Of(Facet? facet) =>
        states.Where(row => facet is null || row.Key is NoFacet || row.Key == facet.Name).Select(row => row.Value);

    public bool Equals(KeptTie? other) =>
        other is not null
        && states.Count == other.states.Count
        && states.All(
            row => other.states.GetValueOrDefault(row.Key) is { } theirs
                && TieStateBytes.WriteCells(row.Value).AsSpan().SequenceEqual(TieStateBytes.WriteCells(theirs)));

    public override bool Equals(object? obj) => Equals(obj as KeptTie);

    public override int GetHashCode() => states.Count;
}
