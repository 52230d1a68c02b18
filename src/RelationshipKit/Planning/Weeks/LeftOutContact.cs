using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Weeks;

/// <summary>A contact who is not in a plan, and why not.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed class LeftOutContact
{
    internal LeftOutContact(Contact contact, PlanReason because)
    {
        Contact = contact;
        Because = because;
    }

    /// <summary>Gets the contact.</summary>
    [JsonIgnore]
    public Contact Contact { get; }

    [JsonInclude, JsonPropertyName("contact")]
    internal ContactId ContactIdText => Contact.Id;

    [JsonInclude, JsonPropertyName("name")]
    internal string ContactName => Contact.Name;

    /// <summary>Gets why.</summary>
    [JsonPropertyName("because")]
    public PlanReason Because { get; }

    /// <summary>Returns the reason; the contact is not named.</summary>
    /// <returns>A short text for people, not for round trips.</returns>
    public override string ToString() => Because.ToString();
}
