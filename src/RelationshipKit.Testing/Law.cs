namespace RelationshipKit.Testing;

/// <summary>A law, and what finds it broken in an example: a sentence that says what happened, or <see langword="null"/>.</summary>
internal sealed record Law<T>(string Name, Func<T, string?> FindBreach)
    where T : notnull
{
    private const int MostShrinks = 1_000;

    /// <summary>Asks about each example; the first in which the law is broken is made as plain as it gets.</summary>
    public void Check(string subject, IEnumerable<T> examples, Func<T, IEnumerable<T>> plainer, int runs, ulong seed)
    {
        foreach (var example in examples)
        {
            if (BreachIn(example) is { } breach)
            {
                var (plainest, why) = Shrunk(example, breach, plainer);
                throw new LawBrokenException(subject, Name, why, $"{plainest}", runs, seed);
            }
        }
    }

    private (T Example, string Breach) Shrunk(T example, string breach, Func<T, IEnumerable<T>> plainer)
    {
        for (var i = 0; i < MostShrinks; i++)
        {
            var next = plainer(example)
                .Select(plain => (Example: plain, Breach: BreachIn(plain)))
                .FirstOrDefault(pair => pair.Breach is not null);
            if (next.Breach is null)
            {
                break;
            }

            (example, breach) = (next.Example, next.Breach);
        }

        return (example, breach);
    }

    // An exception from the checked code is a finding, not a failure of the check.
    private string? BreachIn(T example)
    {
        try
        {
            return FindBreach(example);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return $"it threw {thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ").TrimEnd('.')}";
        }
    }
}
