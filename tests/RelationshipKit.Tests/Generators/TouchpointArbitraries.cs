using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;
using Outcome = RelationshipKit.Touchpoints.Outcome;

namespace RelationshipKit.Tests.Generators;

/// <summary>Touchpoints and changes to logs out of so few ids and instants that they often meet; both ends of time among them.</summary>
public static class TouchpointArbitraries
{
    public static readonly Instant First = Instant.FromUtc(1, 1, 2, 0, 0);
    public static readonly Instant Last = Instant.FromUtc(9999, 12, 31, 0, 0) - Duration.FromNanoseconds(1_000);

    private static readonly Instant Middle = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static IReadOnlyList<ContactId> People { get; } = [.. new[] { "ada", "bob", "Eve" }.Select(ContactId.FromValue)];

    public static IReadOnlyList<Instant> Instants { get; } =
        [First, Middle, Middle + Duration.FromNanoseconds(1_000), Middle + Duration.FromSeconds(60), Middle + Duration.FromDays(30), Last];

    public static Arbitrary<Touchpoint> Touchpoints() => Arb.From(Any(), Plainer);

    public static Arbitrary<Instant> KnownInstants() => Gen.Elements(Instants.AsEnumerable()).ToArbitrary();

    public static Arbitrary<LogChange> Changes() => Arb.From(
        from kind in Gen.Frequency(
            (8, Gen.Constant(ChangeKind.Add)),
            (3, Gen.Constant(ChangeKind.Retract)),
            (2, Gen.Constant(ChangeKind.Restore)),
            (3, Gen.Constant(ChangeKind.Correct)),
            (1, Gen.Constant(ChangeKind.Erase)))
        from touchpoint in Any()
        from corrected in Any()
        from recordedAt in Gen.Frequency((1, Gen.Constant<Instant?>(null)), (3, Gen.Elements(Instants.AsEnumerable()).Select(instant => (Instant?)instant)))
        select new LogChange(kind, touchpoint, corrected, recordedAt));

    private static Gen<Touchpoint> Any() =>
        from participants in Gen.Frequency(
            (4, Gen.Elements(People.AsEnumerable()).Select(person => new[] { person })),
            (1, Gen.SubListOf(People.AsEnumerable()).Where(some => some.Count > 0).Select(some => some.ToArray())))
        from at in Gen.Elements(Instants.AsEnumerable())
        from channel in Gen.Elements(Channel.Message, Channel.InPerson, Channel.FromName("pigeon"))
        from direction in Gen.Elements(Direction.Outgoing, Direction.Unknown)
        from identity in Gen.Choose(0, 6)
        from rest in Gen.Choose(0, 7)
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
        };

    private static IEnumerable<Touchpoint> Plainer(Touchpoint touchpoint) =>
        new[]
        {
            touchpoint with { Id = null },
            touchpoint with { Source = null },
            touchpoint with { At = Middle },
            touchpoint with { Participants = [People[0]] },
            touchpoint with { Outcome = Outcome.Delivered, Gesture = Gesture.None, Length = null, Facet = null, Note = null, OthersPresent = 0 },
        }.Where(plainer => plainer != touchpoint);
}
