using System.Collections.Immutable;
using System.Globalization;
using RelationshipKit.Cadences;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Json;
using Spectre.Console;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>What a review of the policies found, by code.</summary>
internal static class LintPage
{
    private const int Lines = 6;
    private const int NameWidth = 24;

    public static void Show(Screen screen, OpenBook opened, ImmutableArray<CadenceFinding> findings)
    {
        var input = opened.Input;
        screen.Line(Markup.Escape($"Cadences of {input.Network.Owner} as of {TieJson.Text(input.AsOf)} ({input.Zone.Id})"));
        if (opened.IsProposed)
        {
            screen.Line($"[grey]{opened.Origin}[/]");
        }

        var problems = findings.Count(finding => finding.IsProblem);
        screen.Line();
        screen.Line(findings.IsEmpty
            ? "Nothing to remark."
            : $"{Words.Count(problems, "problem", "problems")}, "
                + $"{Words.Count(findings.Length - problems, "piece of advice", "pieces of advice")}");
        var names = new ShownNames(opened.Book.Contacts, NameWidth, screen.Width / 2);
        foreach (var kind in findings.GroupBy(finding => finding.Kind))
        {
            var all = kind.ToArray();
            screen.Line();
            screen.Line(Markup.Escape($"{all[0].Code}  {TitleOf(kind.Key)}"));
            foreach (var finding in all.Take(Lines))
            {
                var who = finding.Contact is not { } id ? ""
                    : opened.Book.Find(id) is { } contact ? $"{names.Of(contact)}: "
                    : $"{Words.Fit(id.Value, NameWidth)}: ";
                screen.Show(new Padder(new Text($"{who}{finding.Message}"), new Padding(6, 0, 0, 0)));
            }

            if (all.Length > Lines)
            {
                screen.Line($"[grey]      and {(all.Length - Lines).ToString(CultureInfo.InvariantCulture)} more; --json has all[/]");
            }
        }
    }

    private static string TitleOf(CadenceFindingKind kind) => kind switch
    {
        CadenceFindingKind.NameNotRegistered => "a named policy is missing",
        CadenceFindingKind.NoDayLeft => "no day of the week is left",
        CadenceFindingKind.CancelEachOther => "policies cancel each other",
        CadenceFindingKind.ReachedByNone => "reached by no policy",
        CadenceFindingKind.NoDayToCountFrom => "no day to count from",
        CadenceFindingKind.RestsForNow => "rests for now",
        CadenceFindingKind.WindowOutOfReach => "the window cannot be met",
        CadenceFindingKind.CircleOverCapacity => "a circle is larger than advised",
        CadenceFindingKind.SelectsNobody => "a policy is for nobody",
        CadenceFindingKind.NeverDecides => "a policy never decides",
        _ => "somebody unknown is named",
    };
}
