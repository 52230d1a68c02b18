using System.Globalization;
using System.Text;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>What <c>peers</c> prints for people.</summary>
internal static class PeersTable
{
    public static string Of(PeersReport report)
    {
        var text = new StringBuilder();
        Line(
            $"{report.Touchpoints:N0} touchpoints, {report.Contacts:N0} contacts, {report.Threads} thread{(report.Threads == 1 ? "" : "s")}; medians");
        Line($"");
        Line($"{"",-20} {"ns a touchpoint",16} {"times the loop",15} {"allocated bytes",16}");
        foreach (var row in report.Rows.Where(row => row.NsPerTouchpoint is not null))
        {
            Line($"{row.Name,-20} {row.NsPerTouchpoint,16:0.00} {row.RatioToLoop,15:0.00} {row.AllocatedBytes,16:N0}");
        }

        Line($"");
        Line($"{"",-20} {"ns an item",16}");
        foreach (var row in report.Rows.Where(row => row.NsPerItem is not null))
        {
            Line($"{row.Name,-20} {row.NsPerItem,16:0.00}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
    }
}
