using RelationshipKit.Planning.Introductions;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>introductions --json</c> prints.</summary>
internal sealed record IntroductionsJson(string Owner, string AsOf, IReadOnlyList<IntroductionsJson.IntroductionJson> Introductions)
{
    public static IntroductionsJson Of(OpenBook opened, IEnumerable<Introduction> proposals) => new(
        opened.Input.Network.Owner,
        TieJson.Text(opened.Input.AsOf)!,
        [.. proposals.Select(
            one =>
                new IntroductionJson(one.Seeker.Value, one.Helper.Value, one.Connector?.Value, one.Need.Kind.ToString(), one.Need.Topic))]);

    internal sealed record IntroductionJson(string Seeker, string Helper, string? Connector, string Kind, string Need);
}
