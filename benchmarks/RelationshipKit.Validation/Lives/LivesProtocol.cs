using System.Collections.Immutable;

namespace RelationshipKit.Validation.Lives;

/// <summary>Lives all draws under all rules.</summary>
internal static class LivesProtocol
{
    public static ImmutableArray<(int Minutes, string Rule, LifeResult Mean)> Run(LifeStart start, LivesSettings settings)
    {
        ILifeRule[] rules = [new KitRule(), .. SimpleRule.All];
        var draws = Enumerable.Range(0, settings.Draws).Select(draw => new LifeDraw(settings.Seed, draw)).ToArray();
        var books = Array.ConvertAll(draws, start.BookOf);
        var jobs =
            (from minutes in settings.Minutes
             from rule in rules
             from draw in Enumerable.Range(0, settings.Draws)
             select (minutes, rule, draw))
            .ToArray();
        var results = new LifeResult[jobs.Length];
        Parallel.For(0, jobs.Length, i =>
        {
            var (minutes, rule, draw) = jobs[i];
            results[i] = new Life(books[draw], start.Monday, settings.Weeks, minutes, rule, draws[draw]).Result;
        });
        return [.. jobs.Zip(results)
            .GroupBy(row => (row.First.minutes, row.First.rule.Name))
            .Select(group => (group.Key.minutes, group.Key.Name, LifeResult.Mean([.. group.Select(row => row.Second)])))];
    }
}
