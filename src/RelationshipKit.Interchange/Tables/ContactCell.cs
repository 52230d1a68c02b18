using System.Collections.Immutable;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Whom a cell of contacts names.</summary>
/// <param name="Ids">Each of them, once.</param>
/// <param name="Joined">The same as one text, which keys of rows are made of.</param>
internal sealed record ContactCell(string[] Ids, string Joined)
{
    /// <summary>Gets or sets them as those who took part, if no other column names them; default before somebody asked.</summary>
    public ImmutableArray<SourceParticipant> Nameless { get; set; }

    /// <summary>Returns how many there are, without their ids.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ids.Length} contacts");
}
