using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Scoring;
using RelationshipKit.Time;

namespace RelationshipKit;

/// <summary>How one tie stands at one instant.</summary>
/// <remarks>
/// <para>
/// The numbers stay apart on purpose: a lopsided tie is not a weaker one, and a quiet one is not a lost one. Rank ties by
/// <see cref="ExpectedContacts"/>, which never rounds to 1.
/// </para>
/// <para>Equality is that of all numbers. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record RelationshipScore
{
    internal RelationshipScore()
    {
    }

    /// <summary>Gets the instant the tie was scored at, in whole microseconds.</summary>
    [JsonIgnore]
    public Instant AsOf { get; internal init; }

    [JsonInclude, JsonPropertyName("asOf")]
    internal string AsOfText => IsoTexts.Of(AsOf);

    /// <summary>Gets how strong the tie is, from 0 to 1.</summary>
    [JsonPropertyName("strength")]
    public Strength Strength { get; internal init; }

    /// <summary>Gets the expected number of full-weight contacts in the next 30 days at the present decayed rate; not negative.</summary>
    [JsonPropertyName("expectedContacts")]
    public double ExpectedContacts { get; internal init; }

    /// <summary>Gets how much is known.</summary>
    [JsonPropertyName("evidence")]
    public Evidence Evidence { get; internal init; }

    /// <summary>Gets the number of contact-days: distinct owner-local dates with contact.</summary>
    [JsonPropertyName("contactDays")]
    public int ContactDays { get; internal init; }

    /// <summary>Gets the number of touchpoints, attempts not counted.</summary>
    [JsonPropertyName("touchpoints")]
    public int Touchpoints { get; internal init; }

    /// <summary>Gets how many of them the owner had the outgoing part in: outgoing and mutual ones.</summary>
    [JsonPropertyName("outgoing")]
    public int Outgoing { get; internal init; }

    /// <summary>Gets how many of them the contact had the incoming part in: incoming and mutual ones.</summary>
    [JsonPropertyName("incoming")]
    public int Incoming { get; internal init; }

    /// <summary>Gets the instant of the earliest touchpoint; <see langword="null"/> if there is none.</summary>
    [JsonIgnore]
    public Instant? FirstTouch { get; internal init; }

    [JsonInclude, JsonPropertyName("firstTouch")]
    internal string? FirstTouchText => IsoTexts.Of(FirstTouch);

    /// <summary>Gets the instant of the latest touchpoint; <see langword="null"/> if there is none.</summary>
    [JsonIgnore]
    public Instant? LastTouch { get; internal init; }

    [JsonInclude, JsonPropertyName("lastTouch")]
    internal string? LastTouchText => IsoTexts.Of(LastTouch);

    /// <summary>Gets how often the two are in touch, and whether this silence is unusual for them.</summary>
    [JsonPropertyName("rhythm")]
    public Rhythm Rhythm { get; internal init; }

    /// <summary>Gets what to expect of the tie if nothing changes: contact within any time, and whether it is losing touch.</summary>
    [JsonPropertyName("forecast")]
    public Forecast Forecast { get; internal init; }

    /// <summary>Gets how balanced the tie is.</summary>
    [JsonPropertyName("reciprocity")]
    public Reciprocity Reciprocity { get; internal init; }

    /// <summary>Gets which way the tie is going, from -1 (fading) to 1 (growing); 0 while it is too young to tell.</summary>
    /// <remarks>
    /// With M the mass of all cells under a half-life of h days and t the age of the tie in days,
    /// <code>
    /// rate(h)  = M(h) · (ln 2 / h) / (1 - 2^(-t / h))
    /// momentum = (rate(14) - rate(90)) / (rate(14) + rate(90))
    /// </code>
    /// </remarks>
    [JsonPropertyName("momentum")]
    public double Momentum { get; internal init; }

    /// <summary>Returns the strength, the evidence and the rhythm in the invariant culture, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Strength} ({Evidence}), {Rhythm}");
}
