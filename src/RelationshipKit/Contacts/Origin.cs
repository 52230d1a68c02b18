using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>How, when and where the owner and a contact met, and who introduced them.</summary>
/// <remarks>
/// <para>
/// Everything may be left out. Texts have from 1 to 4,000 characters, without control characters, unpaired surrogates and white space at
/// their ends.
/// </para>
/// <para>Two are equal when all parts are, texts ordinally. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Origin>))]
public sealed record Origin
{
    private const int LongestText = 4_000;

    /// <summary>Gets how they met; <see langword="null"/> if that is not known.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public string? How
    {
        get;
        init => field = value is null ? null : Names.Check(value, LongestText, nameof(How));
    }

    /// <summary>Gets when they met, as far as that is known.</summary>
    public PartialDate When { get; init; }

    /// <summary>Gets who introduced them; <see langword="null"/> for nobody.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="ContactId.None"/>.</exception>
    public ContactId? IntroducedBy
    {
        get;
        init => field = value == ContactId.None
            ? throw new ArgumentException("The id names nobody; it must name a contact or be absent.", nameof(IntroducedBy))
            : value;
    }

    /// <summary>Gets where they met; <see langword="null"/> if that is not known.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public string? Place
    {
        get;
        init => field = value is null ? null : Names.Check(value, LongestText, nameof(Place));
    }

    /// <summary>Returns a text without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => "an origin";
}
