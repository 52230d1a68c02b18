using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Generators;

/// <summary>Changes to logs out of the few touchpoints and instants that often meet.</summary>
public static class LogChangeArbitraries
{
    public static Arbitrary<LogChange> Changes() => Arb.From(
        from kind in Gen.Frequency(
            (8, Gen.Constant(ChangeKind.Add)),
            (3, Gen.Constant(ChangeKind.Retract)),
            (2, Gen.Constant(ChangeKind.Restore)),
            (3, Gen.Constant(ChangeKind.Correct)),
            (1, Gen.Constant(ChangeKind.Erase)))
        from touchpoint in TouchpointArbitraries.Touchpoints().Generator
        from corrected in TouchpointArbitraries.Touchpoints().Generator
        from recordedAt in Gen.Frequency(
            (1, Gen.Constant<Instant?>(null)),
            (3, Gen.Elements(TouchpointArbitraries.Instants.AsEnumerable()).Select(instant => (Instant?)instant)))
        select new LogChange(kind, touchpoint, corrected, recordedAt));
}
