using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Protocol;

/// <summary>Catches a model, or a protocol, that looks past the cut.</summary>
/// <remarks>
/// Everything a model is given is made a second time, of a network in which nothing after the cut exists: features, the choice of ties, and
/// the outcomes it trains on. Whoever then says anything else, by a single bit, has used the future.
/// </remarks>
internal static class LeakGuard
{
    /// <summary>Scores a task, and makes sure that the scores use nothing past the cut.</summary>
    /// <exception cref="LeakException">They do.</exception>
    public static double[] Score(ITieModel model, ForecastTask task, ForecastTask withoutFuture)
    {
        if (!SameTies(task.Eligible, withoutFuture.Eligible))
        {
            throw new LeakException(model.Name, "the ties it is asked about were chosen by what came after the cut.");
        }

        var scores = model.Score(task);
        var again = model.Score(withoutFuture);
        if (scores.Length != task.Eligible.Count || again.Length != scores.Length)
        {
            throw new InvalidOperationException($"The model '{model.Name}' gave {scores.Length} scores for {task.Eligible.Count} ties.");
        }

        for (var i = 0; i < scores.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(scores[i]) != BitConverter.DoubleToInt64Bits(again[i]))
            {
                throw new LeakException(
                    model.Name,
                    FormattableString.Invariant($"a tie scored {scores[i]} scores {again[i]} once everything after the cut is gone."));
            }
        }

        return scores;
    }

    private static bool SameTies(IReadOnlyList<TieHistory> left, IReadOnlyList<TieHistory> right) =>
        left.Count == right.Count
        && left.Zip(right)
            .All(both => both.First.Pair.First == both.Second.Pair.First && both.First.Pair.Second == both.Second.Pair.Second);
}
