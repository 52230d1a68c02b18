using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Scoring;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Scoring;

[Properties(Arbitrary = [typeof(TieArbitraries)], Replay = "(11400714819323198485,7046029254386353131)", MaxTest = 200)]
public class RelationshipScorerProperties
{
    private const double Tolerance = 1e-12;

    // The steepest a tie can fall: what one day adds at most, twice over for both classes, through the shortest half-life.
    private static readonly double SteepestPerDay = Math.Log(2) / 3;

    [Property]
    public bool Numbers_are_finite_and_in_range(TieHistory history)
    {
        var score = history.Score;
        return score.Strength.Value is >= 0 and <= 1
            && double.IsFinite(score.ExpectedContacts) && score.ExpectedContacts >= 0
            && score.Momentum is >= -1 and <= 1
            && score.Reciprocity is { Balance: > -1 and < 1, Low: >= -1, High: <= 1 }
            && score.Reciprocity.Low <= score.Reciprocity.Balance && score.Reciprocity.Balance <= score.Reciprocity.High
            && score.Rhythm.SilentDays is null or >= 0
            && score.Rhythm.SilencePercentile is null or (>= 0 and <= 1)
            && score.Rhythm.UsualGapDays is null or >= 0
            && score.Rhythm.GapSpreadDays is null or >= 0;
    }

    [Property]
    public bool Silence_never_strengthens(TieHistory history, PositiveInt minutes)
    {
        var state = history.Scorer.StateOf(history.Touchpoints, history.AsOf);
        var later = Later(history.AsOf, Duration.FromMinutes(minutes.Get * 97L));
        var (now, then) = (history.Scorer.ScoreAt(state, history.AsOf), history.Scorer.ScoreAt(state, later));
        return then.ExpectedContacts <= now.ExpectedContacts
            && then.Strength <= now.Strength
            // a difference of nearly equal numbers, once rounded
            && Math.Abs(then.Reciprocity.Balance) <= Math.Abs(now.Reciprocity.Balance) + 1e-15
            && (now.Rhythm.SilencePercentile is not { } percentile || then.Rhythm.SilencePercentile >= percentile);
    }

    [Property]
    public bool Strength_never_jumps_in_silence(TieHistory history, PositiveInt seconds)
    {
        var state = history.Scorer.StateOf(history.Touchpoints, history.AsOf);
        var later = Later(history.AsOf, Duration.FromSeconds(seconds.Get * 131L)); // far enough to pass a whole day of age now and then
        var (now, then) =
            (history.Scorer.ScoreAt(state, history.AsOf).ExpectedContacts, history.Scorer.ScoreAt(state, later).ExpectedContacts);
        return now - then <= (now * SteepestPerDay * (later - history.AsOf).TotalDays) + Tolerance;
    }

    [Property]
    public bool One_more_touchpoint_never_weakens(TieHistory history, Touchpoint extra)
    {
        var imagined = extra.At <= history.AsOf ? extra : extra with { At = history.AsOf };
        var with = history.Scorer.WhatIf(history.Touchpoints, imagined, history.AsOf);
        return with.ExpectedContacts >= history.Score.ExpectedContacts && with.Strength >= history.Score.Strength;
    }

    [Property]
    public bool A_heavier_channel_never_weakens(TieHistory history)
    {
        var heavier = FoldSettings.Default.Channels
            .Aggregate(
                FoldSettings.Default, (settings, row) => settings.WithChannel(row.Channel, Math.Min(1, row.Weight * 1.5), row.Class));
        return new RelationshipScorer(heavier, ScoreSettings.Default, history.Zone)
            .ScoreAt(history.Touchpoints, history.AsOf).ExpectedContacts >= history.Score.ExpectedContacts;
    }

    [Property]
    public bool Order_does_not_matter_to_the_bit(TieHistory history, int seed)
    {
        var shuffled = history.Touchpoints.ToArray();
        new Random(seed).Shuffle(shuffled);
        return history.With(shuffled).Score == history.Score
            && Told.By(history.Scorer.ConversationAt(shuffled, history.AsOf)) == Told.By(
                history.Scorer.ConversationAt(history.Touchpoints, history.AsOf));
    }

    [Property]
    public Property What_happens_later_does_not_count(TieHistory history)
    {
        var past = history.Counted.ToArray();
        return (history.With(past).Score == history.Score
            && Told.By(history.Scorer.ConversationAt(past, history.AsOf)) == Told.By(
                history.Scorer.ConversationAt(history.Touchpoints, history.AsOf)))
            .Classify(past.Length < history.Touchpoints.Length, "something is left out");
    }

    [Property]
    public bool Decaying_by_a_then_b_is_decaying_by_both(TieHistory history, PositiveInt hours)
    {
        var later = Later(history.AsOf, Duration.FromHours(hours.Get * 31L));
        var past = history.Counted.ToArray();
        var stored = TieState.FromBytes(history.Scorer.StateOf(past, history.AsOf).ToBytes(), history.Scorer.Fold, history.Zone);
        return history.Scorer.ScoreAt(stored, later) == history.Scorer.ScoreAt(past, later);
    }

    [Property]
    public bool Shifting_all_of_time_by_whole_days_changes_nothing(TieHistory history, int days)
    {
        var shift = Duration.FromDays(days % 1_000);
        var utc = new TieHistory(history.Touchpoints, DateTimeZone.Utc, history.AsOf);
        if (utc.Touchpoints.Select(touchpoint => touchpoint.At)
            .Append(utc.AsOf)
            .Any(at => at < Instant.FromUtc(10, 1, 1, 0, 0) || at > Instant.FromUtc(9990, 1, 1, 0, 0)))
        {
            return true;
        }

        var shifted = new TieHistory(
            utc.Touchpoints.Select(touchpoint => touchpoint with { At = touchpoint.At + shift }), utc.Zone, utc.AsOf + shift);
        return shifted.Score with
        {
            AsOf = utc.AsOf,
            FirstTouch = utc.Score.FirstTouch,
            LastTouch = utc.Score.LastTouch,
            Forecast = utc.Score.Forecast
        } == utc.Score
            && shifted.Score.Forecast.ContactWithin(
                shift + Duration.FromDays(1_000)) == utc.Score.Forecast.ContactWithin(shift + Duration.FromDays(1_000))
            && shifted.Score.Forecast.ReciprocatedWithin(Duration.FromDays(30)) ==
                utc.Score.Forecast.ReciprocatedWithin(Duration.FromDays(30));
    }

    [Property]
    public bool Swapping_sides_mirrors_the_balance_and_leaves_the_rest(TieHistory history)
    {
        var mirrored = history.With(
            [.. history.Touchpoints.Select(touchpoint => touchpoint with { Direction = Mirror(touchpoint.Direction) })]);
        var (score, mirror) = (history.Score, mirrored.Score);
        var (opens, mirrorOpens) =
            (history.Scorer.ConversationAt(
                history.Touchpoints, history.AsOf), history.Scorer.ConversationAt(mirrored.Touchpoints, history.AsOf));
        return mirror.Reciprocity.Balance == -score.Reciprocity.Balance
            && mirror.Reciprocity.Owed == -score.Reciprocity.Owed
            && mirror.Reciprocity.Low == -score.Reciprocity.High
            && mirror.Reciprocity.High == -score.Reciprocity.Low
            && mirror.ExpectedContacts == score.ExpectedContacts
            && mirror.Outgoing == score.Incoming
            && mirrorOpens.OwnerOpenings == opens.ContactOpenings
            && Told.By(mirrorOpens.OwnerReplies) == Told.By(opens.ContactReplies)
            && mirrorOpens.Initiation.Balance == -opens.Initiation.Balance;
    }

    [Property]
    public bool Parts_of_an_explanation_sum_to_the_strength(TieHistory history, bool infiniteCeiling)
    {
        var settings = ScoreSettings.Default with { LightCeiling = infiniteCeiling ? double.PositiveInfinity : 0.5 };
        var scorer = new RelationshipScorer(FoldSettings.Default, settings, history.Zone);
        var why = scorer.Explain(history.Touchpoints, history.AsOf);
        return why.Strength == scorer.ScoreAt(history.Touchpoints, history.AsOf).Strength
            && Math.Abs(why.Parts.Sum(part => part.Contribution) - why.Strength.Value) <= Tolerance
            && why.Parts.All(part => part.Contribution >= 0 && part.AgeDays >= 0)
            && why.Parts.SelectMany(part => part.Touchpoints).ToHashSet().SetEquals(history.Counted);
    }

    [Property]
    public bool The_day_a_strength_falls_is_exact_to_the_microsecond(TieHistory history)
    {
        var now = history.Score.Strength.Value;
        if (now < 1e-6 || history.AsOf > Instant.FromUtc(9000, 1, 1, 0, 0))
        {
            return true;
        }

        var state = history.Scorer.StateOf(history.Touchpoints, history.AsOf);
        var level = Strength.FromValue(now / 2);
        var falls = history.Scorer.FallsTo(state, history.AsOf, level)!.Value;
        return history.Scorer.ScoreAt(state, falls).Strength <= level
            && history.Scorer.ScoreAt(state, falls - Duration.FromNanoseconds(1_000)).Strength > level;
    }

    [Property]
    public bool Messages_of_one_day_are_one_contact_day_however_many(TieHistory history, PositiveInt many)
    {
        // The burst lies inside the day of its last message, which both histories have.
        var last = history.AsOf;
        var one = new Touchpoint(TieArbitraries.Ada, last, Channel.Message, Direction.Outgoing);
        var day = last.InZone(history.Zone).Date;
        var burst = Enumerable.Range(1, many.Get)
            .Select(i => last - Duration.FromSeconds(i))
            .Where(at => IsSupported(at) && at.InZone(history.Zone).Date == day)
            .Select(at => one with { At = at });
        var (single, chatty) = (history.With([one]).Score, history.With([one, .. burst]).Score);
        return chatty.ExpectedContacts == single.ExpectedContacts && chatty.Reciprocity == single.Reciprocity && chatty.ContactDays == 1;
    }

    private static Instant Later(Instant instant, Duration duration)
    {
        var last = Instant.FromUtc(9999, 12, 30, 23, 59);
        return last - instant < duration ? last : instant + duration;
    }

    private static bool IsSupported(Instant instant) =>
        instant >= Instant.FromUtc(1, 1, 2, 0, 0) && instant <= Instant.FromUtc(9999, 12, 30, 23, 59);

    private static Direction Mirror(Direction direction) => direction switch
    {
        Direction.Outgoing => Direction.Incoming,
        Direction.Incoming => Direction.Outgoing,
        _ => direction,
    };
}
