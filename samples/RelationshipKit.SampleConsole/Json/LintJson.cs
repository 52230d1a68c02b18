using RelationshipKit.Cadences;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>lint --json</c> prints.</summary>
internal sealed record LintJson(string Owner, string AsOf, string Zone, string Policies, int Problems, IReadOnlyList<FindingJson> Findings)
{
    public static LintJson Of(OpenBook opened, IReadOnlyList<CadenceFinding> findings) => new(
        opened.Input.Network.Owner,
        TieJson.Text(opened.Input.AsOf)!,
        opened.Input.Zone.Id,
        opened.IsProposed ? "proposed" : "own",
        findings.Count(finding => finding.IsProblem),
        [.. findings.Select(
            finding =>
                new FindingJson(
                    finding.Code, finding.Kind.ToString(), finding.IsProblem, finding.Contact?.Value, finding.Policy?.ToString(),
                    finding.Message))]);
}
