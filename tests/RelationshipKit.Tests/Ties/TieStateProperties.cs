using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

[Properties(Arbitrary = [typeof(TieArbitraries)], Replay = "(14029467366897019727,1609587929392839161)", MaxTest = 200)]
public class TieStateProperties
{
    [Property]
    public bool Folding_one_by_one_is_folding_all(TieHistory history)
    {
        var empty = Fold(history, []);
        return Same(history.Counted.Aggregate(empty, (state, touchpoint) => state.With(touchpoint)), Fold(history, history.Touchpoints));
    }

    [Property]
    public bool Merging_disjoint_states_is_folding_their_union(TieHistory history, int seed)
    {
        var halves = history.Touchpoints.ToLookup(touchpoint => ((touchpoint.GetHashCode() ^ seed) & 1) == 0);
        var merged = Fold(history, halves[true]).MergedWith(Fold(history, halves[false]));
        return Same(merged, Fold(history, history.Touchpoints))
            && Same(merged, Fold(history, halves[false]).MergedWith(Fold(history, halves[true])));
    }

    [Property]
    public bool Merging_nothing_changes_nothing(TieHistory history)
    {
        var (state, empty) = (Fold(history, history.Touchpoints), Fold(history, []));
        return Same(state.MergedWith(empty), state) && Same(empty.MergedWith(state), state);
    }

    [Property]
    public bool Merging_three_is_merging_any_two_first(TieHistory history, int seed)
    {
        var thirds = history.Touchpoints.ToLookup(touchpoint => (uint)(touchpoint.GetHashCode() ^ seed) % 3);
        var (a, b, c) = (Fold(history, thirds[0]), Fold(history, thirds[1]), Fold(history, thirds[2]));
        return Same(a.MergedWith(b).MergedWith(c), a.MergedWith(b.MergedWith(c)));
    }

    [Property]
    public bool A_state_is_never_asked_about_its_own_past(TieHistory history, PositiveInt micros)
    {
        var state = Fold(history, history.Touchpoints);
        var before = history.AsOf - Duration.FromNanoseconds(micros.Get * 1_000L);
        try
        {
            return history.AsOf <= Instant.FromUtc(1, 1, 2, 0, 0) || history.Scorer.ScoreAt(state, before) is null;
        }
        catch (ArgumentOutOfRangeException error)
        {
            return error.ParamName == "asOf" && history.Scorer.ScoreAt(state, history.AsOf) is not null;
        }
    }

    [Property]
    public bool Bytes_there_and_back_are_the_same_state(TieHistory history)
    {
        var state = Fold(history, history.Touchpoints);
        return Same(TieState.FromBytes(state.ToBytes(), FoldSettings.Default, history.Zone), state);
    }

    [Property]
    public bool Cells_are_the_days_and_classes_with_contact(TieHistory history)
    {
        var state = Fold(history, history.Touchpoints);
        var days = history.Counted.Select(touchpoint => touchpoint.At.InZone(history.Zone).Date).ToHashSet();
        return state.Cells.Select(cell => cell.Date).ToHashSet().SetEquals(days)
            && state.ContactDays == days.Count
            && state.Cells.Zip(state.Cells.Skip(1))
                .All(pair => (pair.First.Date, pair.First.Class).CompareTo((pair.Second.Date, pair.Second.Class)) < 0)
            && state.Touchpoints == history.Counted.Count()
            && state.Outgoing == history.Counted.Count(touchpoint => touchpoint.Direction is Direction.Outgoing or Direction.Mutual)
            && state.Incoming == history.Counted.Count(touchpoint => touchpoint.Direction is Direction.Incoming or Direction.Mutual)
            && state.FirstTouch == (history.Counted.Any() ? history.Counted.Min(touchpoint => touchpoint.At) : null)
            && state.LastTouch == (history.Counted.Any() ? history.Counted.Max(touchpoint => touchpoint.At) : null);
    }

    [Property]
    public bool A_changed_or_missing_byte_is_refused(TieHistory history, NonNegativeInt at, byte flip)
    {
        var bytes = Fold(history, history.Touchpoints).ToBytes();
        var damaged = bytes.ToArray();
        damaged[at.Get % bytes.Length] ^= (byte)(flip | 1);
        return Refuses(damaged, history.Zone) && Refuses(bytes[..(at.Get % bytes.Length)], history.Zone)
            && Refuses([.. bytes, flip], history.Zone);
    }

    private static TieState Fold(TieHistory history, IEnumerable<Touchpoint> touchpoints) =>
        TieState.Fold(FoldSettings.Default, history.Zone, touchpoints, history.AsOf);

    // The cached masses too, to the bit: they are what scores are made of.
    private static bool Same(TieState left, TieState right) =>
        left.ToBytes().AsSpan().SequenceEqual(right.ToBytes())
        && left.Cells.SequenceEqual(right.Cells)
        && left.ClosedDays.Count == right.ClosedDays.Count
        && left.ClosedMasses.Values.SequenceEqual(right.ClosedMasses.Values)
        && (left.ClosedMasses.Gaps, left.ClosedMasses.GapMean, left.ClosedMasses.GapSquares, left.ClosedMasses.DirectedDays)
            == (right.ClosedMasses.Gaps, right.ClosedMasses.GapMean, right.ClosedMasses.GapSquares, right.ClosedMasses.DirectedDays);

    private static bool Refuses(byte[] bytes, DateTimeZone zone)
    {
        try
        {
            TieState.FromBytes(bytes, FoldSettings.Default, zone);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
