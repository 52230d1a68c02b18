using System.Diagnostics.CodeAnalysis;

namespace RelationshipKit.Planning.Introductions;

/// <summary>Counts how much each is asked, and gives no more than the limits.</summary>
internal sealed class IntroductionLoad
{
    private readonly IntroductionSettings settings;
    private readonly Dictionary<ContactId, int> asConnector = [];
    private readonly Dictionary<ContactId, int> asParty = [];

    public IntroductionLoad(IntroductionSettings settings, IEnumerable<Introduction> counted, Acquaintances acquaintances)
    {
        this.settings = settings;
        foreach (var introduction in counted)
        {
            Count(
                acquaintances.PersonOf(introduction.Seeker),
                acquaintances.PersonOf(introduction.Helper),
                introduction.Connector is { } connector ? acquaintances.PersonOf(connector) : ContactId.None);
        }
    }

    public bool TryTake(ContactId seeker, ContactId helper, IEnumerable<ContactId> mutuals, out ContactId? connector)
    {
        connector = null;
        if (Of(asParty, seeker) >= settings.MostPerParty || Of(asParty, helper) >= settings.MostPerParty
            || !TryConnector(mutuals, out var found))
        {
            return false;
        }

        Count(seeker, helper, found.Value);
        connector = found == ContactId.None ? null : found;
        return true;
    }

    // The owner, counted under the id of nobody, is asked before anybody else.
    private bool TryConnector(IEnumerable<ContactId> mutuals, [NotNullWhen(true)] out ContactId? connector)
    {
        if (Of(asConnector, ContactId.None) < settings.MostPerConnector)
        {
            connector = ContactId.None;
            return true;
        }

        var free = mutuals.Where(person => Of(asConnector, person) < settings.MostPerConnector).OrderBy(
            person => Of(asConnector, person)).ThenBy(person => person).ToArray();
        connector = free.Length > 0 ? free[0] : null;
        return connector is not null;
    }

    private static int Of(Dictionary<ContactId, int> counts, ContactId id) => counts.GetValueOrDefault(id);

    private void Count(ContactId seeker, ContactId helper, ContactId connector)
    {
        asParty[seeker] = Of(asParty, seeker) + 1;
        asParty[helper] = Of(asParty, helper) + 1;
        asConnector[connector] = Of(asConnector, connector) + 1;
    }
}
