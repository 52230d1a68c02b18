using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Baselines;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Defaults;
using RelationshipKit.Validation.Metrics;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Protocol;

/// <summary>What forecasts are worth to one owner, by how many days of their own log there are to fit to.</summary>
/// <remarks>
/// An owner has the rows of their own ties alone, and enough ties with two contact-days. Ranks are measured within an owner and averaged
/// over owners; log-loss and calibration over all ties of all owners. A fit sees the contacts of the last so many days before the cut, as
/// an app that was installed then would have; what is forecast from is each tie's whole past, so that all lengths are asked the same.
/// </remarks>
internal static class OwnersProtocol
{
    private const int LeastContactDays = 2;

    // Owners of all cuts before have streams of their own.
    private const long Stream = -2;
    private const long HalfStream = -3;

    private static readonly double?[] HistoryDays = [0, 14, 30, 90, null];
    private static readonly long[] GapSteps = [0, 25, 50, 100, 200, 400, 800];

    public static OwnersJson Run(EdgeNetwork network, OwnersSettings settings)
    {
        var (owners, count, positives) = (0, 0, 0);
        string[] names =
            [
                "recency", "default", "mail", "owner-fitted", "owner-fitted-mail", "network-fitted",
                .. settings.Halves ? (string[])["half-fitted"] : []
            ];
        var half = settings.Halves ? HalfOf(network, settings.Seed) : null;
        var tables = HistoryDays.Select(_ => names.Select(_ => new Pool()).ToArray()).ToArray();
        var byGaps = GapSteps.Select(_ => new Pool()).ToArray();
        var calibrated = new Pool();
        var within = new List<(double Percentile, bool HasEnded)>();
        foreach (var cutDays in settings.CutDays)
        {
            var cut = LabelledCut.Of(network, cutDays, settings.HorizonDays, LeastContactDays);
            var wide = KitHazardModel.Fitted(RhythmHazard.Default, cut.History);
            if (cutDays == settings.CutDays[^1])
            {
                within.AddRange(Percentiles(wide, cut.History));
            }

            var others = half is null ? null : FittedTo(half, cut.History);
            foreach (var own in OwnersAt(cut, settings, half))
            {
                owners++;
                count += own.Ties.Length;
                positives += own.Outcomes.Count(outcome => outcome);
                var recency = Array.ConvertAll(own.Ties, tie => -tie.ElapsedDays);
                var all = own.History;
                for (var h = 0; h < HistoryDays.Length; h++)
                {
                    var gaps = GapsOf(all, cut.History.CutSeconds, HistoryDays[h]);
                    var fitted = Fitted(RhythmHazard.Default, gaps);
                    RhythmHazard?[] hazards =
                        [
                            null, RhythmHazard.Default, RhythmHazard.Mail, fitted, Fitted(RhythmHazard.Mail, gaps), wide,
                            .. others is null ? (RhythmHazard[])[] : [others]
                        ];
                    for (var m = 0; m < hazards.Length; m++)
                    {
                        double[] scores = hazards[m] is { } hazard
                            ? [.. own.Ties.Select(tie => KitHazardModel.ContactWithin(hazard, tie, settings.HorizonDays))]
                            : recency;
                        tables[h][m].Add(scores, own.Outcomes, hazards[m] is not null);
                        if (m == 3)
                        {
                            byGaps[Array.FindLastIndex(GapSteps, step => step <= fitted.Gaps)].Add(scores, own.Outcomes, true);
                            if (fitted.IsCalibrated)
                            {
                                calibrated.Add(scores, own.Outcomes, true);
                            }
                        }
                    }
                }
            }
        }

        return owners == 0
            ? throw new BadInputException(FormattableString.Invariant(
                $"--min-ties: no owner has {settings.MinTies} ties with {LeastContactDays} contact-days at any of the cuts; it must be less."))
            : new OwnersJson(
                network.Name,
                settings.HorizonDays,
                settings.CutDays,
                settings.MinTies,
                owners,
                count,
                (double)positives / count,
                [.. HistoryDays.Select(
                    (days, h) => new OwnersHistoryJson(days, [.. names.Select((name, m) => tables[h][m].ToJson(name, tables[h][0]))]))],
                [.. GapSteps.Select((step, i) => byGaps[i].ToGaps(step))],
                calibrated.ToGaps(null),
                ShareUpTo(within, 0.8));
    }

    // The people of whose ties a start is made; the others are asked.
    private static HashSet<int> HalfOf(EdgeNetwork network, long seed)
    {
        int[] people = [.. network.Pairs.SelectMany(pair => (int[])[pair.First, pair.Second]).Distinct().Order()];
        var random = new SeededRandom(seed, HalfStream);
        for (var i = 0; i < people.Length / 2; i++)
        {
            var j = i + random.Next(people.Length - i);
            (people[i], people[j]) = (people[j], people[i]);
        }

        return [.. people[..(people.Length / 2)]];
    }

    // From the shipped default, as the start for mail is; ties across the halves are of neither.
    private static RhythmHazard FittedTo(HashSet<int> people, History history) => Fitted(
        RhythmHazard.Default,
        GapsOf(
            [.. history.Ties.Where(tie => people.Contains(tie.Pair.First) && people.Contains(tie.Pair.Second))], history.CutSeconds, null));

    private static RhythmHazard Fitted(RhythmHazard prior, NetworkGaps gaps) => prior.FittedTo(gaps.History, gaps.Ties, gaps.AsOf);

    private static IEnumerable<(TieHistory[] Ties, bool[] Outcomes, TieHistory[] History)> OwnersAt(
        LabelledCut cut, OwnersSettings settings, HashSet<int>? apart)
    {
        var eligible = new Dictionary<int, List<int>>();
        for (var i = 0; i < cut.Eligible.Count; i++)
        {
            foreach (var person in (int[])[cut.Eligible[i].Pair.First, cut.Eligible[i].Pair.Second])
            {
                (eligible.TryGetValue(person, out var ties) ? ties : eligible[person] = []).Add(i);
            }
        }

        int[] people =
            [.. eligible.Where(person => person.Value.Count >= settings.MinTies && apart?.Contains(person.Key) != true)
                .Select(person => person.Key)
                .Order()];
        if (settings.Owners is { } most && most < people.Length)
        {
            // The first steps of a Fisher-Yates shuffle.
            var random = new SeededRandom(settings.Seed, Stream);
            for (var i = 0; i < most; i++)
            {
                var j = i + random.Next(people.Length - i);
                (people[i], people[j]) = (people[j], people[i]);
            }

            people = people[..most];
        }

        var wanted = people.ToHashSet();
        var histories = people.ToDictionary(person => person, _ => new List<TieHistory>());
        foreach (var tie in cut.History.Ties)
        {
            foreach (var person in (int[])[tie.Pair.First, tie.Pair.Second])
            {
                if (wanted.Contains(person))
                {
                    histories[person].Add(tie);
                }
            }
        }

        return people.Select(person => (
            eligible[person].Select(i => cut.Eligible[i]).ToArray(), eligible[person].Select(i => cut.Outcomes[i]).ToArray(),
            histories[person].ToArray()));
    }

    // The gaps that a log of the last so many days holds.
    private static NetworkGaps GapsOf(TieHistory[] ties, long cutSeconds, double? days)
    {
        var from = days is { } some ? cutSeconds - (long)(some * EdgeNetwork.SecondsPerDay) : long.MinValue;
        var history = new RhythmHistoryBuilder();
        var states = new List<RhythmState>();
        foreach (var tie in ties)
        {
            var firsts = new List<Instant>();
            var lasts = new List<Instant>();
            foreach (var day in tie.Days)
            {
                if (day.FirstSeconds > from)
                {
                    firsts.Add(Instant.FromUnixTimeSeconds(day.FirstSeconds));
                    lasts.Add(Instant.FromUnixTimeSeconds(day.LastSeconds));
                }
            }

            if (firsts.Count > 0)
            {
                states.Add(history.Add([.. firsts], [.. lasts]));
            }
        }

        return new NetworkGaps(history.ToHistory(), states, Instant.FromUnixTimeSeconds(cutSeconds));
    }

    // Of every gap of ties with two contact-days before it: the percentile at which it ended, or that it has come to.
    private static IEnumerable<(double Percentile, bool HasEnded)> Percentiles(RhythmHazard hazard, History history)
    {
        foreach (var tie in history.Ties)
        {
            for (var n = LeastContactDays; n <= tie.ContactDays; n++)
            {
                var (first, last) = (tie.Days[0].FirstSeconds, tie.Days[n - 1].LastSeconds);
                var end = n < tie.ContactDays ? tie.Days[n].FirstSeconds : tie.CutSeconds;
                yield return (
                    hazard.SilencePercentileOf(n, TieHistory.DaysBetween(first, last), Math.Max(0, TieHistory.DaysBetween(last, end))),
                    n < tie.ContactDays);
            }
        }
    }

    // Kaplan and Meier (1958): gaps that have not ended count as long as they were watched.
    private static double ShareUpTo(List<(double Percentile, bool HasEnded)> gaps, double percentile)
    {
        gaps.Sort();
        var left = 1.0;
        for (var i = 0; i < gaps.Count && gaps[i].Percentile <= percentile; i++)
        {
            left *= gaps[i].HasEnded ? 1 - (1.0 / (gaps.Count - i)) : 1;
        }

        return 1 - left;
    }

    // Ties of owners taken together, and the ranks within each owner.
    private sealed class Pool
    {
        private const int Top = 5;

        private readonly List<double> scores = [];
        private readonly List<bool> outcomes = [];
        private readonly List<double> areas = [];
        private readonly List<double> tops = [];
        private bool areProbabilities;

        public double? Area => areas.Count == 0 ? null : areas.Average();

        public void Add(double[] more, bool[] happened, bool areProbabilities)
        {
            this.areProbabilities = areProbabilities;
            scores.AddRange(more);
            outcomes.AddRange(happened);
            if (new ScoredOutcomes(more, happened, false).Measure().Auc is { } area)
            {
                areas.Add(area);
            }

            var order = Enumerable.Range(0, more.Length).OrderByDescending(i => more[i]).ThenBy(i => i).Take(Top).ToArray();
            tops.Add((double)order.Count(i => happened[i]) / order.Length);
        }

        public OwnersModelJson ToJson(string name, Pool recency)
        {
            var measured = Measured();
            return new OwnersModelJson(name, Area, Area - recency.Area, tops.Average(), measured.LogLoss, measured.Ece);
        }

        public OwnersGapsJson ToGaps(long? from) =>
            new(from, tops.Count, scores.Count, scores.Count == 0 ? null : Measured().LogLoss, scores.Count == 0 ? null : Measured().Ece);

        private MetricValues Measured() => new ScoredOutcomes(scores.ToArray(), outcomes.ToArray(), areProbabilities).Measure();
    }
}
