using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

[Properties(Arbitrary = [typeof(TieArbitraries)], Replay = "(6364136223846793005,1442695040888963407)", MaxTest = 300)]
public class RelationshipScoreProperties
{
    // In lambda the steepest fall is ln 2 / 3 of it a day, and x e^-x is at most 1 / e.
    private static readonly double SteepestPerDay = Math.Log(2) / 3 / Math.E;

    [Property]
    public Property A_score_is_that_of_a_plain_second_implementation(TieHistory history)
    {
        var (score, plain) = (history.Score, new PlainScorer(history));
        var lambdas = new[] { 0.5, 1, double.PositiveInfinity }.All(ceiling => Close(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default with { LightCeiling = ceiling }, history.Zone)
                .ScoreAt(history.Touchpoints, history.AsOf).ExpectedContacts,
            plain.ExpectedContacts(ceiling)));

        return lambdas.Label("lambda")
            .And(Close(score.Strength.Value, 1 - Math.Exp(-plain.ExpectedContacts(1)))).Label("strength")
            .And((score.ContactDays, score.Evidence) == (plain.ContactDays, plain.Evidence)).Label("evidence")
            .And(Close(score.Reciprocity.Given, plain.Given) && Close(score.Reciprocity.Received, plain.Received)).Label("direction-days")
            .And(Close(score.Reciprocity.Balance, plain.Balance) && score.Reciprocity.Verdict == plain.Verdict).Label("balance")
            .And(Close(score.Rhythm.UsualGapDays, plain.UsualGapDays) && Close(score.Rhythm.GapSpreadDays, plain.GapSpreadDays))
                .Label("gaps")
            .And(Close(score.Rhythm.SilentDays, plain.SilentDays) && Close(score.Rhythm.SilencePercentile, plain.SilencePercentile))
                .Label("silence")
            .And(Close(score.Momentum, plain.Momentum)).Label("momentum")
            .Classify(plain.ContactDays > 2, "three contact-days or more");
    }

    [Property]
    public bool Strength_falls_by_at_most_eighty_five_thousandths_a_day(TieHistory history, PositiveInt minutes)
    {
        var state = history.Scorer.StateOf(history.Touchpoints, history.AsOf);
        var later = history.AsOf + Duration.FromMinutes(minutes.Get * 7L);
        if (later > Instant.FromUtc(9999, 12, 30, 0, 0))
        {
            return true;
        }

        var fall = history.Scorer.ScoreAt(state, history.AsOf).Strength.Value - history.Scorer.ScoreAt(state, later).Strength.Value;
        return fall >= 0 && fall <= (SteepestPerDay * (later - history.AsOf).TotalDays) + 1e-12;
    }

    [Property]
    public bool Imagining_a_touchpoint_is_having_it(TieHistory history, Touchpoint extra)
    {
        var imagined = extra.At <= history.AsOf ? extra : extra with { At = history.AsOf };
        return history.Scorer.WhatIf(history.Touchpoints, imagined, history.AsOf) == history.With([.. history.Touchpoints, imagined]).Score;
    }

    [Property]
    public bool An_attempt_counts_nowhere(TieHistory history, Touchpoint extra)
    {
        var attempted = history.With([.. history.Touchpoints, extra with { Outcome = Outcome.Attempted }]);
        return attempted.Score == history.Score
            && Told.By(history.Scorer.ConversationAt(attempted.Touchpoints, history.AsOf)) == Told.By(
                history.Scorer.ConversationAt(history.Touchpoints, history.AsOf))
            && history.Scorer.Explain(
                attempted.Touchpoints, history.AsOf).Parts.Length == history.Scorer.Explain(history.Touchpoints, history.AsOf).Parts.Length;
    }

    [Property]
    public bool Reaching_out_once_more_never_tips_the_balance_to_the_other_side(TieHistory history, Touchpoint extra)
    {
        var outgoing = history.With(
            [
                .. history.Touchpoints,
                extra with { At = history.AsOf, Direction = Direction.Outgoing, Outcome = Outcome.Delivered }
            ]).Score.Reciprocity;
        var before = history.Score.Reciprocity;

        // One more day is one more rounding on the way.
        return outgoing.Balance <= before.Balance
            + 1e-12 && outgoing.Given >= before.Given - 1e-12 && Math.Abs(outgoing.Received - before.Received) <= 1e-12;
    }

    [Property]
    public bool A_zone_regroups_days_and_nothing_else(TieHistory history)
    {
        var (there, utc) = (history.Score, new TieHistory(history.Touchpoints, DateTimeZone.Utc, history.AsOf).Score);
        return (there.Touchpoints, there.Outgoing, there.Incoming, there.FirstTouch, there.LastTouch, there.Rhythm.SilentDays)
            == (utc.Touchpoints, utc.Outgoing, utc.Incoming, utc.FirstTouch, utc.LastTouch, utc.Rhythm.SilentDays);
    }

    [Property]
    public bool A_strength_already_fallen_never_falls_there(TieHistory history)
    {
        var now = history.Score.Strength;
        return now == Strength.None || history.Scorer.FallsTo(history.Touchpoints, history.AsOf, now) is null;
    }

    [Property]
    public bool The_larger_the_part_the_earlier_it_is_told(TieHistory history)
    {
        var parts = history.Scorer.Explain(history.Touchpoints, history.AsOf).Parts;
        return parts.Zip(parts.Skip(1)).All(pair =>
                (pair.First.Contribution, pair.First.Date, pair.First.Class)
                    .CompareTo((pair.Second.Contribution, pair.Second.Date, pair.Second.Class)) > 0)
            && parts.All(part => part.Touchpoints.Zip(part.Touchpoints.Skip(1)).All(pair => pair.First.At <= pair.Second.At)
                && part.Touchpoints.All(touchpoint => touchpoint.At.InZone(history.Zone).Date == part.Date)
                && Math.Abs(part.AgeDays - (history.AsOf - part.Touchpoints[^1].At).TotalDays) <= 1e-12 * (1 + part.AgeDays))
            && parts.Sum(part => part.Touchpoints.Length) == history.Counted.Count();
    }

    private static bool Close(double? left, double? right) =>
        left is not { } a || right is not { } b ? left == right : Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));
}
