using System.Globalization;
using RelationshipKit.Planning.Health;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>How the whole network stands, in descriptions: nobody is ranked and nothing is marked.</summary>
internal static class HealthPage
{
    private const int NameWidth = 16;
    private const int BarCells = 24;

    public static void Show(Screen screen, OpenBook opened, NetworkHealth health)
    {
        var input = opened.Input;
        screen.Line(
            Markup.Escape($"How {Words.Whose("network", input.Network.Owner)} stands, as of {TieJson.Text(input.AsOf)} ({input.Zone.Id})"));
        if (opened.IsProposed)
        {
            screen.Line($"[grey]{opened.Origin}[/]");
        }

        Title("Circles");
        Plain($"{"",-NameWidth}{"contacts",9}{"advised",9}{"in touch",10}{"a month",9}{"intended",10}");
        foreach (var circle in health.Circles)
        {
            Plain(string.Create(
                CultureInfo.InvariantCulture,
                $"{Words.Fit(circle.Circle?.Name ?? "no circle", NameWidth - 1),-NameWidth}{circle.Contacts,9}{circle.Circle?.AdvisedCapacity.ToString(CultureInfo.InvariantCulture) ?? "-",9}{circle.InTouch,10}{circle.ActualPerMonth,9:0.0}{circle.IntendedPerMonth,10:0.0}"));
        }

        screen.Line(
            "[grey]  in touch: within 90 days; a month: contact-days in 30 days; intended: what the\n  cadences ask for in 30 days[/]");

        Title("Where contact goes");
        foreach (var facet in health.Facets)
        {
            Plain(
                $"{Words.Fit(facet.Facet.Name, NameWidth - 1),-NameWidth}{Words.Percent(facet.Share),6}  "
                    + $"{new string('#', (int)Math.Round(facet.Share * BarCells))}");
        }

        if (health.Facets.IsEmpty)
        {
            Plain("no contact belongs to a facet");
        }
        else if (health.Facets.Length > 1)
        {
            Plain(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"spread {health.FacetBalance.Evenness:0.00}, where 1 is even over all {health.Facets.Length}"));
        }

        Title("Ties");
        Plain(string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Count(health.Effective.Ties, "tie", "ties")}, as many as {health.Effective.N1:0.0} equal ones; "
                + $"{health.Effective.N2:0.0} where the strong count more"));
        Plain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"in 90 days {health.Drift}; share that deepen: {Words.Percent(health.Drift.DeepeningShare)}"));
        Plain(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{health.ActualPerMonth:0.0} contact-days a month; the cadences ask for {health.IntendedPerMonth:0.0}"));

        Title("Month by month");
        Plain($"{"",-9}{"contact-days",13}{"living ties",13}{"contacts a month",18}{"effective ties",16}");
        foreach (var month in health.Trend)
        {
            Plain(string.Create(
                CultureInfo.InvariantCulture,
                $"{month.Month.Year:0000}-{month.Month.Month:00}  "
                    + $"{month.ContactDays,13}{month.LivingTies,13}{month.ExpectedContacts,18:0.0}{month.Effective.N1,16:0.0}"));
        }

        void Title(string title)
        {
            screen.Line();
            screen.Line($"[bold]{title}[/]");
        }

        void Plain(string text) => screen.Line(Markup.Escape(Screen.Indent + text));
    }
}
