using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Testing.Generators;

/// <summary>
/// Generators of touchpoints and logs out of so few people, ids and instants that they often meet, including both ends of time.
/// </summary>
/// <remarks>For use with <c>[Properties(Arbitrary = [typeof(TouchpointArbitraries)])]</c>, or with another test framework.</remarks>
public static class TouchpointArbitraries
{
    private static readonly Instant Middle = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>Gets the first instant that a touchpoint can have.</summary>
    public static Instant First { get; } = Instant.FromUtc(1, 1, 2, 0, 0);

    /// <summary>Gets the last instant that a touchpoint can have.</summary>
    public static Instant Last { get; } = Instant.FromUtc(9999, 12, 31, 0, 0) - Duration.FromNanoseconds(1_000);

    /// <summary>Gets the people who meet.</summary>
    public static IReadOnlyList<ContactId> People { get; } = [.. new[] { "ada", "bob", "Eve" }.Select(ContactId.FromValue)];

    /// <summary>Gets the instants at which they meet, in order.</summary>
    public static IReadOnlyList<Instant> Instants { get; } =
        [First, Middle, Middle + Duration.FromNanoseconds(1_000), Middle + Duration.FromSeconds(60), Middle + Duration.FromDays(30), Last];

    /// <summary>Returns the generator of touchpoints, identified by an id, a source key or their content.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Touchpoint> Touchpoints() => Arb.From(Any(), Plainer);

    /// <summary>Returns the generator of the instants at which people meet.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Instant> KnownInstants() => Gen.Elements(Instants.AsEnumerable()).ToArbitrary();

    /// <summary>Returns the generator of logs, the empty one among them. They shrink by leaving touchpoints out.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<TouchpointLog> Logs() => Arb.From(
        Any().ListOf().Select(LogOf),
        log => log.Select(left => LogOf(log.Where(touchpoint => !ReferenceEquals(touchpoint, left)))));

    internal static TouchpointLog LogOf(IEnumerable<Touchpoint> touchpoints)
    {
        var log = new TouchpointLog();
        foreach (var touchpoint in touchpoints)
        {
            log.Add(touchpoint);
        }

        return log;
    }

    private static Gen<Touchpoint> Any() =>
        from participants in Gen.Frequency(
            (4, Gen.Elements(People.AsEnumerable()).Select(person => new[] { person })),
            (1, Gen.SubListOf(People.AsEnumerable()).Where(some => some.Count > 0).Select(some => some.ToArray())))
        from at in Gen.Elements(Instants.AsEnumerable())
        from channel in Gen.Elements(Channel.Message, Channel.InPerson, Channel.FromName("pigeon"))
        from direction in Gen.Elements(Direction.Outgoing, Direction.Unknown)
        from identity in Gen.Choose(0, 6)
        from rest in Gen.Choose(0, 9)
        select new Touchpoint(participants, at, channel, direction)
        {
            Id = identity is 1 or 2 or 5 ? $"id {identity}" : null,
            Source = identity switch
            {
                3 => new SourceKey("mail", "1"),
                4 => new SourceKey("mail", "2"),
                5 or 6 => new SourceKey("chat", "1"),
                _ => null,
            },
            Outcome = rest == 1 ? Outcome.Attempted : Outcome.Delivered,
            Gesture = rest == 2 ? Gesture.Thank : Gesture.None,
            Length = rest switch { 3 => Duration.Zero, 4 => Duration.FromDays(31), _ => null },
            Facet = rest == 5 ? Facet.Family : null,
            Note = rest == 6 ? "\"ü\"\n" : null,
            OthersPresent = rest == 7 ? 999_990 : 0,
            IsAutomatic = rest == 8,
            NeedsNoAnswer = rest == 9,
        };

    private static IEnumerable<Touchpoint> Plainer(Touchpoint touchpoint) =>
        new[]
        {
            touchpoint with { Id = null },
            touchpoint with { Source = null },
            touchpoint with { At = Middle },
            touchpoint with { Participants = [People[0]] },
            touchpoint with
            {
                Outcome = Outcome.Delivered,
                Gesture = Gesture.None,
                Length = null,
                Facet = null,
                Note = null,
                OthersPresent = 0,
                IsAutomatic = false,
                NeedsNoAnswer = false
            },
        }.Where(plainer => plainer != touchpoint);
}
