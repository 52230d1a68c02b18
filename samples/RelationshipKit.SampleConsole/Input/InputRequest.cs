namespace RelationshipKit.SampleConsole.Input;

/// <summary>What the user said about the input, word for word; <see langword="null"/> where nothing was said.</summary>
internal sealed record InputRequest(string Path)
{
    public string? Format { get; init; }

    public string? Owner { get; init; }

    public string? Channel { get; init; }

    public string? AsOf { get; init; }

    public string? Zone { get; init; }
}
