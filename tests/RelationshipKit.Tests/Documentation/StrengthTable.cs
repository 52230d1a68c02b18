using System.Globalization;
using System.Text;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Documentation;

/// <summary>The README's table of what a strength means, computed by the kit.</summary>
/// <remarks>
/// The recipe: five years of one touchpoint every so many days, always at noon UTC, under the settings as shipped; "right after" is the
/// instant of the last touchpoint, "before the next" the microsecond before another would be due.
/// </remarks>
internal static class StrengthTable
{
    private static readonly Instant LastTouch = Instant.FromUtc(2026, 3, 2, 12, 0);
    private static readonly RelationshipScorer Scorer = new(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc);

    private static readonly (string Name, int Days)[] Rhythms =
        [("every week", 7), ("every month (30 days)", 30), ("every quarter (91 days)", 91), ("every year (365 days)", 365)];

    public static string Render()
    {
        var table = new StringBuilder();
        table.Append(
            "| In touch for five years | in person, right after | in person, before the next | message, right after | message, before "
                + "the next |\n");
        table.Append("|---|---|---|---|---|\n");
        foreach (var (name, days) in Rhythms)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {After(Channel.InPerson, days):0.00} | {BeforeNext(Channel.InPerson, days):0.00} | "
                    + $"{After(Channel.Message, days):0.00} | {BeforeNext(Channel.Message, days):0.00} |\n");
        }

        return table.ToString();
    }

    private static double After(Channel channel, int days) => StrengthAt(channel, days, LastTouch);

    private static double BeforeNext(Channel channel, int days) =>
        StrengthAt(channel, days, LastTouch + Duration.FromDays(days) - Duration.FromNanoseconds(1_000));

    private static double StrengthAt(Channel channel, int days, Instant asOf)
    {
        var contact = ContactId.FromValue("ada");
        var touchpoints = Enumerable.Range(0, (5 * 365 / days) + 1)
            .Select(i => new Touchpoint(contact, LastTouch - Duration.FromDays(i * days), channel, Direction.Mutual));
        return Scorer.ScoreAt(touchpoints, asOf).Strength.Value;
    }
}
