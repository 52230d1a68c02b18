using RelationshipKit.Cadences;

namespace RelationshipKit;

/// <summary>A contact with whom a touch is wanted, and why.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class DueContact
{
    internal DueContact(Contact contact, CadenceResolution resolution)
    {
        Contact = contact;
        Resolution = resolution;
    }

    /// <summary>Gets the contact.</summary>
    public Contact Contact { get; }

    /// <summary>Gets the window, its state, the policy that said so, and the reasons.</summary>
    public CadenceResolution Resolution { get; }

    /// <summary>Returns name, ideal date and policy, such as "Ada: ideal 2026-02-18, every 3 weeks". The name is personal: show it to the owner, and log it nowhere.</summary>
    /// <returns>A short text for the owner, not for round trips.</returns>
    public override string ToString() => $"{Contact.Name}: {Resolution}";
}
