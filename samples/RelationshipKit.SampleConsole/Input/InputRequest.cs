using RelationshipKit.Forecasts;
using RelationshipKit.Interchange;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>What the user said about the input, word for word; <see langword="null"/> where nothing was said.</summary>
internal sealed record InputRequest(string Path)
{
    public string? Format { get; init; }

    public string? Owner { get; init; }

    public string? Channel { get; init; }

    public string? AsOf { get; init; }

    public string? Zone { get; init; }

    /// <summary>Gets what the touchpoints are of.</summary>
    public LogKind? LogKind { get; init; }

    /// <summary>Gets how people's own files are read; the instant and the format in it do not count.</summary>
    public ImportSettings? Reading { get; init; }

    /// <summary>Gets a value indicating whether bad records are left out.</summary>
    public bool SkipsBad { get; init; }
}
