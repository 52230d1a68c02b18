using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange;

/// <summary>How people's own files are imported.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record ImportSettings
{
    /// <summary>Gets the names that <see cref="Format"/> may have, such as "vcard" and "mbox".</summary>
    public static ImmutableArray<string> Formats { get; } = [.. FormatNames.Options];

    /// <summary>Gets the present instant: what is later counts as future, and recurring events are expanded up to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is before 0001-01-02 or after 9999-12-30.</exception>
    public required Instant AsOf
    {
        get;
        init => field = SupportedSpan.Contains(value)
            ? SupportedSpan.Floor(value)
            : throw new ArgumentOutOfRangeException(nameof(AsOf), $"The instant must be {SupportedSpan.Text}.");
    }

    /// <summary>
    /// Gets the owner's own e-mail addresses, telephone numbers and names. If there are none, those of the book's owner are used, and if it
    /// has none, they are proposed from the data.
    /// </summary>
    /// <exception cref="ArgumentException">A value is empty or white space.</exception>
    public ImmutableArray<string> Me
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefault || !value.Any(string.IsNullOrWhiteSpace)
            ? value
            : throw new ArgumentException("An address of the owner is empty; each must have a character that can be seen.", nameof(Me));
    }

    /// <summary>Gets the region of telephone numbers without a country code, such as "GB"; null if there is none.</summary>
    /// <exception cref="ArgumentException">The value is not a region of telephone numbers.</exception>
    public string? Region
    {
        get;
        init => field = value is null || AddressText.IsRegion(value.ToUpperInvariant())
            ? value?.ToUpperInvariant()
            : throw new ArgumentException("The region is not known; it must be a code of two letters such as GB.", nameof(Region));
    }

    /// <summary>Gets the order of day, month and year where a file does not prove one; null to leave out what is unclear.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>
    /// Gets the encoding of text that is neither UTF-8 nor UTF-16 and does not name one; null to use windows-1252 where a wrong guess
    /// merges nobody.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Gets the format of the files, one of <see cref="Formats"/>; null to recognise it from the content.</summary>
    /// <exception cref="ArgumentException">The value is not one of <see cref="Formats"/>.</exception>
    public string? Format
    {
        get;
        init => field = value is null || FormatNames.Parse(value) is not null
            ? value
            : throw new ArgumentException($"The format is not known; it must be one of {string.Join(", ", Formats)}.", nameof(Format));
    }

    /// <summary>Gets the facet that new contacts and touchpoints belong to; null for none.</summary>
    public Facet? Facet { get; init; }

    /// <summary>
    /// Gets a value indicating whether the first bad record makes its file unusable; false by default, which reports and skips it.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>Returns the settings without personal data.</summary>
    /// <returns>A text for logs, not for round trips.</returns>
    public override string ToString() => $"import, {(IsStrict ? "strict" : "lenient")}";

    internal SourceSettings ToSource(DateTimeZone zone) => new()
    {
        AsOf = AsOf,
        Zone = zone,
        Me = Me,
        Region = Region,
        DateOrder = DateOrder,
        Encoding = Encoding,
        Format = Format is { } named ? FormatNames.Parse(named) : null,
        IsStrict = IsStrict,
    };
}
