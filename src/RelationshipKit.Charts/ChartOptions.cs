using System.Globalization;

namespace RelationshipKit.Charts;

/// <summary>Size, colours, language and names of a picture.</summary>
/// <remarks>Immutable and safe to share between threads. The height follows from the width and from what is shown.</remarks>
public sealed record ChartOptions
{
    /// <summary>The smallest width, in pixels.</summary>
    public const int MinWidth = 320;

    /// <summary>The largest width, in pixels.</summary>
    public const int MaxWidth = 4000;

    /// <summary>The largest number of characters of a title.</summary>
    public const int MaxTitleLength = 1000;

    /// <summary>Gets the default options: 600 pixels, colours as the reader's system prefers, English, whole names.</summary>
    public static ChartOptions Default { get; } = new();

    /// <summary>
    /// Gets the width in pixels, from 320 to 4000; 600 by default. Text keeps its size, so choose the width it is shown at.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int Width
    {
        get;
        init => field = value is >= MinWidth and <= MaxWidth ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value,
            string.Create(CultureInfo.InvariantCulture, $"The width is {value}; it must be from {MinWidth} to {MaxWidth} pixels."));
    } = 600;

    /// <summary>Gets the colours; <see cref="ChartTheme.Auto"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public ChartTheme Theme
    {
        get;
        init => field = Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The theme must be Auto, Light or Dark.");
    }

    /// <summary>Gets how people are named; <see cref="NameStyle.Full"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public NameStyle Names
    {
        get;
        init => field = Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The names must be Full or Initials.");
    }

    /// <summary>Gets the texts; <see cref="ChartTexts.English"/> by default.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IChartTexts Texts
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = ChartTexts.English;

    /// <summary>
    /// Gets the title, at most 1000 characters; null for the one of the kind of picture. It is shown as given, whatever <see cref="Names"/>
    /// says.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is too long.</exception>
    public string? Title
    {
        get;
        init => field = value is null || value.Length <= MaxTitleLength ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value.Length,
            string.Create(
                CultureInfo.InvariantCulture, $"The title has {value.Length} characters; it must have at most {MaxTitleLength}."));
    }
}
