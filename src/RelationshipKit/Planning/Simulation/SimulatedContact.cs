using System.Globalization;

namespace RelationshipKit.Planning.Simulation;

/// <summary>How a contact fared in a simulation.</summary>
/// <remarks>Instances of a finished simulation are immutable and safe to share between threads.</remarks>
public sealed class SimulatedContact
{
    internal SimulatedContact(ContactId contact) => Contact = contact;

    /// <summary>Gets the contact.</summary>
    public ContactId Contact { get; }

    /// <summary>Gets how many times the owner reached out.</summary>
    public int Reached { get; internal set; }

    /// <summary>Gets how many of these were answered.</summary>
    public int Answered { get; internal set; }

    /// <summary>Gets how many times the contact came forward unasked.</summary>
    public int Theirs { get; internal set; }

    /// <summary>Gets on how many days the contact was due.</summary>
    public int DueDays { get; internal set; }

    /// <summary>Returns the counts, which are not personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Reached} reached, {Answered} answered, {Theirs} theirs, due on {DueDays} days");
}
