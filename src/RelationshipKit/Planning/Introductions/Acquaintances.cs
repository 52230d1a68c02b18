using RelationshipKit.Touchpoints;

namespace RelationshipKit.Planning.Introductions;

/// <summary>
/// Which contacts know each other, as far as the owner can tell: by a relation, an introduction when the owner met them, or a touchpoint
/// they shared.
/// </summary>
internal sealed class Acquaintances
{
    // At a party of hundreds not everybody gets to know everybody.
    private const int LargestParty = 12;

    private readonly Dictionary<ContactId, ContactId> people = [];
    private readonly Dictionary<ContactId, HashSet<ContactId>> known = [];

    /// <summary>Initializes a new instance of the <see cref="Acquaintances"/> class.</summary>
    /// <param name="contacts">Everybody the owner knows.</param>
    /// <param name="touchpoints">The touchpoints.</param>
    /// <param name="only">The one contact asked about, so that no other's touchpoints are read; null for everybody.</param>
    public Acquaintances(IEnumerable<Contact> contacts, ITouchpointReader touchpoints, Contact? only = null)
    {
        var all = contacts.ToArray();
        foreach (var contact in all)
        {
            people[contact.Id] = contact.Id;
            foreach (var alias in contact.Aliases)
            {
                people.TryAdd(alias, contact.Id);
            }
        }

        foreach (var contact in all)
        {
            foreach (var relation in contact.Relations)
            {
                Add(contact.Id, relation.Other);
            }

            if (contact.Origin?.IntroducedBy is { } introducer)
            {
                Add(contact.Id, introducer);
            }
        }

        // Person by person, so that nobody has to put the whole history in order.
        foreach (var contact in only is null ? all : [only])
        {
            foreach (var shared in touchpoints.Of(contact)
                .Where(touchpoint => touchpoint.IsContact && touchpoint.Participants.Length > 1 && touchpoint.GroupSize <= LargestParty))
            {
                foreach (var other in shared.Participants)
                {
                    Add(contact.Id, other);
                }
            }
        }
    }

    /// <summary>Returns the contact an id stands for: its own, or that of the contact whose alias it is.</summary>
    public ContactId PersonOf(ContactId id) => people.GetValueOrDefault(id, id);

    public bool Know(ContactId one, ContactId other) =>
        known.TryGetValue(PersonOf(one), out var others) && others.Contains(PersonOf(other));

    /// <summary>Returns who knows both, in order of id.</summary>
    public IEnumerable<ContactId> WhoKnows(ContactId one, ContactId other) =>
        known.TryGetValue(PersonOf(one), out var others) ? others.Where(person => person != PersonOf(other) && Know(person, other))
            .Order() : [];

    private void Add(ContactId one, ContactId other)
    {
        var (left, right) = (PersonOf(one), PersonOf(other));
        if (left != right)
        {
            SetOf(left).Add(right);
            SetOf(right).Add(left);
        }
    }

    private HashSet<ContactId> SetOf(ContactId person)
    {
        if (!known.TryGetValue(person, out var others))
        {
            others = [];
            known.Add(person, others);
        }

        return others;
    }
}
