using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Baselines;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Protocol;

/// <summary>What becomes of ties that a rule calls lost, at cuts of a network's past taken together.</summary>
/// <remarks>
/// A tie is asked about if it had three contact-days up to the cut. It is silent for so many days if there is no contact after the cut and
/// within them. A flag is new if the same rule, asked 30 days before the cut of what was known then, did not give it.
/// </remarks>
internal static class FlagsProtocol
{
    public const double HorizonDays = 90;

    private const int LeastContactDays = 3;
    private const double NewWithinDays = 30;
    private const double Gaps = 8;

    private static readonly double[] Silences = [30, 60, 90];

    public static FlagsJson Run(EdgeNetwork network, IReadOnlyList<double> cuts, RhythmHazard hazard)
    {
        (string Name, Func<TieHistory, bool> IsFlagged)[] rules =
        [
            ("kit", tie => KitHazardModel.ForecastOf(hazard, tie).IsLosingTouch == true),
            ("eight-gaps", tie => tie.ContactDays >= LeastContactDays && tie.ElapsedDays > Gaps * tie.SpanDays / (tie.ContactDays - 1)),
        ];
        var all = new Tally();
        var flagged = rules.Select(_ => new Tally()).ToArray();
        var fresh = rules.Select(_ => new Tally()).ToArray();
        foreach (var cutDays in cuts)
        {
            var cut = network.CutAfter(cutDays);
            long[] ends = [.. Silences.Select(days => network.CutAfter(cutDays + days))];
            foreach (var tie in History.Of(network, cut).Ties.Where(tie => tie.ContactDays >= LeastContactDays))
            {
                bool[] silent = [.. ends.Select(end => !tie.Pair.HasContactBetween(cut, end))];
                all.Add(silent);
                var before = TieHistory.Of(tie.Pair, network.CutAfter(cutDays - NewWithinDays));
                for (var rule = 0; rule < rules.Length; rule++)
                {
                    if (rules[rule].IsFlagged(tie))
                    {
                        flagged[rule].Add(silent);
                        if (before is null || !rules[rule].IsFlagged(before))
                        {
                            fresh[rule].Add(silent);
                        }
                    }
                }
            }
        }

        return new FlagsJson(
            network.Name,
            new FlagsBaseJson(all.Share(0), all.Share(1), all.Share(2)),
            [
                .. rules.Select((rule, i) => new FlagsRuleJson(
                    rule.Name, flagged[i].Count, flagged[i].Share(0), flagged[i].Share(1), flagged[i].Share(2), fresh[i].Count,
                    fresh[i].Share(0))),
            ]);
    }

    private sealed class Tally
    {
        private readonly int[] silent = new int[Silences.Length];

        public int Count { get; private set; }

        public double? Share(int silence) => Count == 0 ? null : (double)silent[silence] / Count;

        public void Add(bool[] isSilent)
        {
            Count++;
            for (var i = 0; i < silent.Length; i++)
            {
                silent[i] += isSilent[i] ? 1 : 0;
            }
        }
    }
}
