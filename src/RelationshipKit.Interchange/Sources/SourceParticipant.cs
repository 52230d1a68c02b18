using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Somebody who took part in an event.</summary>
/// <param name="Address">
/// How the source knows them; <see langword="null"/> for the owner where the source gives no address of theirs.
/// </param>
/// <param name="Name">What the source calls them; empty if it does not.</param>
/// <param name="Role">What they did.</param>
/// <param name="IsMe">Whether the source says that this is the owner.</param>
internal sealed record SourceParticipant(SourceAddress? Address, string Name, ParticipantRole Role, bool IsMe = false)
{
    /// <summary>Gets the owner, of whom the source says no more.</summary>
    public static SourceParticipant Me(ParticipantRole role) => new(null, "", role, IsMe: true);

    /// <summary>Returns the role, without the person.</summary>
    public override string ToString() => Role.ToString();
}
