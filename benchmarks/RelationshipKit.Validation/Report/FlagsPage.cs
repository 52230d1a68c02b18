using System.Globalization;

namespace RelationshipKit.Validation.Report;

/// <summary>A run of the <c>flags</c> command as a table in Markdown.</summary>
internal static class FlagsPage
{
    public static IEnumerable<string> Of(FlagsJson run) => TiesTable.Aligned(
        [run.File, "ties", "silent 30", "silent 60", "silent 90", "new", "new, silent 30"],
        [
            ["all", "", Share(run.Base.Silent30), Share(run.Base.Silent60), Share(run.Base.Silent90), "", ""],
            .. run.Rules.Select(rule => (string[])
            [
                rule.Name, Count(rule.Flagged), Share(rule.Silent30), Share(rule.Silent60), Share(rule.Silent90), Count(rule.NewFlagged),
                Share(rule.NewSilent30),
            ]),
        ]);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";
}
