using Microsoft.AspNetCore.Mvc;

namespace RelationshipKit.SampleWeb.Posts;

/// <summary>The fields of a touch. Only the person and the channel are in every form.</summary>
internal sealed class TouchForm
{
    [FromForm(Name = "id")]
    public required string Id { get; init; }

    [FromForm(Name = "channel")]
    public required string Channel { get; init; }

    [FromForm(Name = "touch")]
    public string? Touch { get; init; }

    [FromForm(Name = "operation")]
    public string? Operation { get; init; }

    [FromForm(Name = "day")]
    public string? Day { get; init; }

    [FromForm(Name = "time")]
    public string? Time { get; init; }

    [FromForm(Name = "direction")]
    public string? Direction { get; init; }

    [FromForm(Name = "minutes")]
    public string? Minutes { get; init; }

    [FromForm(Name = "note")]
    public string? Note { get; init; }

    [FromForm(Name = "attempt")]
    public bool? Attempt { get; init; }
}
