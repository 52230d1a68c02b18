using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Scoring;

/// <summary>
/// How a score came about, small enough to store beside it: what was asked, by which settings, from which history, by which version, and
/// what came out.
/// </summary>
/// <remarks>
/// <para>The digests are SHA-256 as 64 hexadecimal digits. They say whether something differs, and not what it was.</para>
/// <para>A book gives it, and replays it. It names the contact by id. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<ScoreReceipt>))]
public sealed record ScoreReceipt
{
    internal ScoreReceipt(
        ContactId contact, Instant asOf, Facet? facet, string settings, string history, string version, Strength strength,
        double expectedContacts)
    {
        Contact = contact;
        AsOf = asOf;
        Facet = facet;
        Settings = settings;
        History = history;
        Version = version;
        Strength = strength;
        ExpectedContacts = expectedContacts;
    }

    /// <summary>Gets of whom the tie was scored.</summary>
    public ContactId Contact { get; }

    /// <summary>Gets the instant asked about.</summary>
    public Instant AsOf { get; }

    /// <summary>Gets the facet asked about; <see langword="null"/> for the whole person.</summary>
    public Facet? Facet { get; }

    /// <summary>
    /// Gets the digest of the settings that the score depends on: fold and score settings, zone, and the ceiling of the contact's circle.
    /// </summary>
    public string Settings { get; }

    /// <summary>
    /// Gets the digest of the history that the score depends on: the touchpoints up to the instant, and the owner's correction.
    /// </summary>
    public string History { get; }

    /// <summary>Gets the version of the library that scored.</summary>
    public string Version { get; }

    /// <summary>Gets the strength that came out, from 0 to 1.</summary>
    public Strength Strength { get; }

    /// <summary>Gets the expected contacts in 30 days that came out, 0 or more.</summary>
    public double ExpectedContacts { get; }

    /// <summary>Returns the instant, the version and the strength, without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(AsOf)} {Version}: {Strength}");
}
