using System.Collections.Immutable;

namespace RelationshipKit.Validation.Data;

/// <summary>Who was in touch with whom and when, read from one edge list or several taken as one.</summary>
/// <param name="Name">The names of the files, without folder and ending.</param>
/// <param name="People">The ids of the people as the files write them; a person's number is the place here.</param>
/// <param name="Pairs">The unordered pairs with a contact, by the numbers of their people.</param>
/// <param name="FirstSeconds">The earliest row of the files, in seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="LastSeconds">The latest row of the files.</param>
internal sealed record EdgeNetwork(
    string Name, ImmutableArray<string> People, ImmutableArray<Pair> Pairs, long FirstSeconds, long LastSeconds)
{
    public const long SecondsPerDay = 86_400;

    /// <summary>Gets the days from the first row to the last.</summary>
    public double SpanDays => (double)(LastSeconds - FirstSeconds) / SecondsPerDay;

    /// <summary>Returns the instant a number of days after the first row.</summary>
    /// <param name="days">The days.</param>
    /// <returns>The instant, in seconds since 1970-01-01T00:00:00Z.</returns>
    public long CutAfter(double days) => FirstSeconds + (long)Math.Round(days * SecondsPerDay);

    /// <summary>Returns the network as it was known at an instant: nothing later is left in it.</summary>
    /// <param name="cutSeconds">The instant, in seconds since 1970-01-01T00:00:00Z.</param>
    public EdgeNetwork KnownAt(long cutSeconds) =>
        this with
        {
            Pairs = [.. Pairs.Select(pair => pair.KnownAt(cutSeconds)).OfType<Pair>()],
            LastSeconds = Math.Min(LastSeconds, cutSeconds)
        };

    /// <summary>Returns what some people see of the network: the pairs that one of them belongs to.</summary>
    /// <param name="owners">The numbers of these people.</param>
    public EdgeNetwork SeenBy(IReadOnlySet<int> owners) =>
        this with { Pairs = [.. Pairs.Where(pair => owners.Contains(pair.First) || owners.Contains(pair.Second))] };
}
