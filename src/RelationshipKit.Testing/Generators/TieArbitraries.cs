using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RelationshipKit.Testing.Generators;

/// <summary>
/// Generators of histories of one tie, with edge cases on purpose: bursts, equal instants, both ends of time, midnights that clocks turn
/// back over.
/// </summary>
/// <remarks>For use with <c>[Properties(Arbitrary = [typeof(TieArbitraries)])]</c>, or with another test framework.</remarks>
public static class TieArbitraries
{
    private static readonly Instant Middle = Instant.FromUtc(2025, 10, 26, 0, 30);
    private static readonly Instant FirstInstant = Instant.FromUtc(1, 1, 2, 0, 0);
    private static readonly Instant LastInstant = Instant.FromUtc(9999, 12, 30, 23, 59);

    private static readonly DateTimeZone[] Zones =
        [.. new[] { "UTC", "Europe/London", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "America/Havana" }.Select(
            id => DateTimeZoneProviders.Tzdb[id])];

    /// <summary>Gets the contact of all histories.</summary>
    public static ContactId Ada { get; } = ContactId.FromValue("ada");

    /// <summary>Returns the generator of histories. They shrink by leaving touchpoints out.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<TieHistory> Histories() =>
        Arb.From(
            from zone in Gen.Elements(Zones)
            from asOf in Gen.Frequency((8, Around(400)), (1, Gen.Constant(LastInstant)), (1, Gen.Constant(FirstInstant)))
            from touchpoints in Gen.Frequency((1, Gen.Constant(Array.Empty<Touchpoint>())), (9, TouchpointGen().ArrayOf()))
            select new TieHistory([.. touchpoints.Distinct()], zone, asOf),
            Shrink);

    /// <summary>
    /// Returns the generator of touchpoints with the contact, to the microsecond, in every channel, with up to 200 others present.
    /// </summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Touchpoint> Touchpoints() => TouchpointGen().ToArbitrary();

    private static Gen<Touchpoint> TouchpointGen() =>
        from at in Gen.Frequency(
            (10, Around(400)),
            (6, Around(2)),
            (3, Gen.Constant(Middle)),
            (2, Around(30_000)),
            (1, Gen.Elements(FirstInstant, LastInstant)))
        from channel in Gen.Elements(Channel.Stock.ToArray())
        from direction in Gen.Elements(Enum.GetValues<Direction>())
        from outcome in Gen.Frequency(
            (8, Gen.Constant(Outcome.Delivered)), (1, Gen.Constant(Outcome.Answered)), (1, Gen.Constant(Outcome.Attempted)))
        from others in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 200)))
        select new Touchpoint(Ada, at, channel, direction) { Outcome = outcome, OthersPresent = others };

    // To the microsecond, so that ages are anything but whole days.
    private static Gen<Instant> Around(int days) =>
        from day in Gen.Choose(-days, days)
        from second in Gen.Choose(0, 86_399)
        from micro in Gen.Elements(0, 1, 500_000, 999_999)
        select Middle + Duration.FromDays(day) + Duration.FromSeconds(second) + Duration.FromNanoseconds(micro * 1_000L);

    private static IEnumerable<TieHistory> Shrink(TieHistory history)
    {
        if (history.Touchpoints.Length > 1)
        {
            yield return history.With(history.Touchpoints[..(history.Touchpoints.Length / 2)]);
            yield return history.With(history.Touchpoints[(history.Touchpoints.Length / 2)..]);
        }

        for (var i = 0; i < history.Touchpoints.Length; i++)
        {
            yield return history.With([.. history.Touchpoints[..i], .. history.Touchpoints[(i + 1)..]]);
        }
    }
}
