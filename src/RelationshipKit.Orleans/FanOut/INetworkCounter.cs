using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Orleans;

/// <summary>Counts the outcomes of past forecasts of one owner's ties, for a <see cref="NetworkEffect"/> of all owners.</summary>
/// <remarks>
/// <para>
/// The counter of the package knows what the owner's own book tells: two people are in touch when one touchpoint names both. So a contact's
/// other contacts are those whom the owner met together with the contact. A host who knows which contacts are owners themselves knows more:
/// register your own in the services of the silo.
/// </para>
/// <para>Implementations are safe to call from several threads, and read no clock: the same book gives the same counts.</para>
/// </remarks>
public interface INetworkCounter
{
    /// <summary>Adds the outcomes of an owner's ties to a history.</summary>
    /// <param name="owner">The owner's name in the store.</param>
    /// <param name="book">The owner's book.</param>
    /// <param name="asOf">The instant of the present; nothing later counts.</param>
    /// <param name="horizon">How far the forecasts look; more than zero.</param>
    /// <param name="history">Where to add.</param>
    void Count(string owner, RelationshipBook book, Instant asOf, Duration horizon, NetworkHistory history);
}
