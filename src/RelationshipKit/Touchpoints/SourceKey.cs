using System.Text.Json.Serialization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Touchpoints;

/// <summary>Where a touchpoint was imported from, and the name it has there.</summary>
/// <remarks>
/// <para>Two touchpoints with one source key are one touchpoint: importing a mailbox twice adds nothing.</para>
/// <para>Compared ordinally. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<SourceKey>))]
public sealed record SourceKey
{
    /// <summary>Initializes a new instance of the <see cref="SourceKey"/> class.</summary>
    /// <param name="source">The name of the source, such as a mailbox; 1 to 256 characters.</param>
    /// <param name="key">The name of the touchpoint within the source, such as a message id; 1 to 1,024 characters.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An argument is too short or too long, or has control characters, unpaired surrogates, or white space at its ends.
    /// </exception>
    public SourceKey(string source, string key)
    {
        Source = Names.Check(source);
        Key = Names.Check(key, 1_024);
    }

    /// <summary>Gets the name of the source.</summary>
    public string Source { get; }

    /// <summary>Gets the name of the touchpoint within the source.</summary>
    public string Key { get; }

    /// <summary>Returns a text without personal data: message ids often hold addresses.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "a source key";
}
