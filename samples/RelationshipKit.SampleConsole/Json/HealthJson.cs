using NodaTime.Text;
using RelationshipKit.Planning.Health;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Json;

/// <summary>What <c>health --json</c> prints.</summary>
internal sealed record HealthJson(
    string Owner,
    string AsOf,
    string Zone,
    CircleJson[] Circles,
    FacetJson[] Facets,
    double FacetBalance,
    HillJson Effective,
    int Deepening,
    int Steady,
    int Fading,
    double IntendedPerMonth,
    double ActualPerMonth,
    MonthJson[] Months)
{
    public static HealthJson Of(LoadedInput input, NetworkHealth health) => new(
        input.Network.Owner,
        TieJson.Text(health.AsOf)!,
        input.Zone.Id,
        [.. health.Circles.Select(
            circle =>
                new CircleJson(
                    circle.Circle?.Name, circle.Contacts, circle.Circle?.AdvisedCapacity, circle.InTouch, circle.IntendedPerMonth,
                    circle.ActualPerMonth))],
        [.. health.Facets.Select(facet => new FacetJson(facet.Facet.Name, facet.ContactDays, facet.Share))],
        health.FacetBalance.Evenness,
        HillJson.Of(health.Effective),
        health.Drift.Deepening,
        health.Drift.Steady,
        health.Drift.Fading,
        health.IntendedPerMonth,
        health.ActualPerMonth,
        [.. health.Trend.Select(
            month =>
                new MonthJson(
                    YearMonthPattern.Iso.Format(month.Month), month.ContactDays, month.LivingTies, month.ExpectedContacts,
                    HillJson.Of(month.Effective)))]);
}
