using System.Globalization;
using System.Text.Json.Serialization;

namespace RelationshipKit.Planning.Health;

/// <summary>How one circle stands against its advised capacity, and how contact in it compares with what is intended.</summary>
/// <remarks>A description, not a mark: capacities are advice. Instances are immutable and safe to share between threads.</remarks>
public sealed class CircleHealth
{
    internal CircleHealth(Circle? circle, int contacts, int inTouch, double intendedPerMonth, double actualPerMonth)
    {
        Circle = circle;
        Contacts = contacts;
        InTouch = inTouch;
        IntendedPerMonth = intendedPerMonth;
        ActualPerMonth = actualPerMonth;
    }

    /// <summary>Gets the circle; <see langword="null"/> for the contacts in none.</summary>
    [JsonPropertyName("circle")]
    public Circle? Circle { get; }

    /// <summary>Gets how many contacts are in it.</summary>
    [JsonPropertyName("contacts")]
    public int Contacts { get; }

    /// <summary>Gets with how many of them there was contact within the last 90 days.</summary>
    [JsonPropertyName("inTouch")]
    public int InTouch { get; }

    /// <summary>Gets how many contacts are in it beyond the advised capacity; 0 if none, or without a circle.</summary>
    [JsonPropertyName("beyondCapacity")]
    public int BeyondCapacity => Circle is null ? 0 : Math.Max(0, Contacts - Circle.AdvisedCapacity);

    /// <summary>
    /// Gets the touches a month of 30 days that the cadences of its contacts ask for: one in each interval from reference to ideal date.
    /// </summary>
    [JsonPropertyName("intendedPerMonth")]
    public double IntendedPerMonth { get; }

    /// <summary>Gets the contact-days a month of 30 days with its contacts over the last 90 days.</summary>
    [JsonPropertyName("actualPerMonth")]
    public double ActualPerMonth { get; }

    /// <summary>Returns the counts in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Circle?.Name ?? "no circle"}: {Contacts} contacts{(Circle is null ? "" : $" of {Circle.AdvisedCapacity} advised")}, "
            + $"{ActualPerMonth:0.0} touches a month for {IntendedPerMonth:0.0} intended");
}
