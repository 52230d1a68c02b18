using FsCheck;
using RelationshipKit.Cadences;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Testing.Generators;

/// <summary>Generators of all that a host's laws are likely to be about, one for each type.</summary>
/// <remarks>
/// For use with <c>[Properties(Arbitrary = [typeof(RelationshipArbitraries)])]</c>, or with another test framework. The other classes of
/// this namespace have more of one kind.
/// </remarks>
public static class RelationshipArbitraries
{
    /// <summary>Returns the generator of contacts; see <see cref="ContactArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Contact> Contacts() => ContactArbitraries.Contacts();

    /// <summary>Returns the generator of touchpoints; see <see cref="TouchpointArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<Touchpoint> Touchpoints() => TouchpointArbitraries.Touchpoints();

    /// <summary>Returns the generator of logs; see <see cref="TouchpointArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<TouchpointLog> Logs() => TouchpointArbitraries.Logs();

    /// <summary>Returns the generator of books; see <see cref="BookArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<RelationshipBook> Books() => BookArbitraries.Books();

    /// <summary>Returns the generator of decay curves; see <see cref="CurveArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<DecayCurve> Curves() => CurveArbitraries.Curves();

    /// <summary>Returns the generator of stock policies; see <see cref="CadenceArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<ICadencePolicy> Policies() => CadenceArbitraries.Policies();

    /// <summary>Returns the generator of plans; see <see cref="CadenceArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<CadenceRules> Plans() => CadenceArbitraries.Plans();

    /// <summary>Returns the generator of examples; see <see cref="CadenceArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<CadenceExample> Examples() => CadenceArbitraries.Examples();

    /// <summary>Returns the generator of histories of one tie; see <see cref="TieArbitraries"/>.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<TieHistory> Histories() => TieArbitraries.Histories();
}
