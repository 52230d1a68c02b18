using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Sources;

/// <summary>How files are read.</summary>
internal sealed record SourceSettings
{
    /// <summary>Gets the zone of times that name none.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Gets the instant up to which recurring events are expanded.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets the region of telephone numbers that begin with none, such as <c>GB</c>.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the order of day, month and year where the file does not prove one.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>
    /// Gets the encoding of files that are not in UTF-8 or UTF-16 and do not name one; guessed if <see langword="null"/>.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Gets the format, if it is not to be recognised.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>Gets a value indicating whether the first bad record ends the reading.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Gets the owner's addresses and names, as they were given.</summary>
    public IReadOnlyList<string> Me { get; init; } = [];
}
