using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Protocol;

/// <summary>A few people drawn by lot, and what they see of their network: their own ties, and nobody else's.</summary>
internal static class OwnersSample
{
    // Streams of the bootstrap count up from 0; the draw has one of its own.
    private const long Stream = -1;

    /// <summary>Returns the network that the owners see.</summary>
    /// <param name="network">The whole network.</param>
    /// <param name="count">How many owners.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <exception cref="BadInputException">There are not so many people.</exception>
    public static EdgeNetwork Of(EdgeNetwork network, int count, long seed)
    {
        if (count > network.People.Length)
        {
            throw new BadInputException(FormattableString.Invariant(
                $"--owners-sample: {count} will not do; the files name {network.People.Length} people, and it must be at most that."));
        }

        // The first steps of a Fisher-Yates shuffle.
        var random = new SeededRandom(seed, Stream);
        int[] people = [.. Enumerable.Range(0, network.People.Length)];
        for (var i = 0; i < count; i++)
        {
            var j = i + random.Next(people.Length - i);
            (people[i], people[j]) = (people[j], people[i]);
        }

        return network.SeenBy(people[..count].ToHashSet());
    }
}
