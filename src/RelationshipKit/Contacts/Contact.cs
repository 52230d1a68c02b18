using System.Collections.Immutable;
using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>Somebody the owner wants to keep in touch with, and what is known of them.</summary>
/// <remarks>
/// <para>
/// Lists keep the order they were given in, hold nothing twice, and are empty unless said otherwise; a <see langword="default"/> array reads as an empty one.
/// </para>
/// <para>
/// Equal when all parts are, lists in the same order. What was noted down about a person is compared too, so this tells whether two
/// states of a contact differ; to ask whether two mean the same person compare <see cref="Id"/>.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record Contact
{
    /// <summary>Initializes a new instance of the <see cref="Contact"/> class.</summary>
    /// <param name="id">The id; not <see cref="ContactId.None"/>.</param>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id names nobody, or the name breaks the rule above.</exception>
    public Contact(ContactId id, string name)
    {
        Id = id == ContactId.None ? throw new ArgumentException("The id names nobody; it must name a contact.", nameof(id)) : id;
        Name = Names.Check(name, name: nameof(name));
    }

    /// <summary>Gets the id.</summary>
    public ContactId Id { get; }

    /// <summary>Gets the name.</summary>
    /// <exception cref="ArgumentNullException">The name is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name is empty or longer than 256 characters, has control characters, unpaired surrogates, or white space at its ends.
    /// </exception>
    public string Name
    {
        get;
        init => field = Names.Check(value, name: nameof(Name));
    }

    /// <summary>Gets where the contact can be reached.</summary>
    /// <exception cref="ArgumentException">An address is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Address> Addresses
    {
        get => OrEmpty(field);
        init => field = Check(value, nameof(Addresses));
    }

    /// <summary>Gets the sides of the relationship.</summary>
    /// <exception cref="ArgumentException">A facet is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Facet> Facets
    {
        get => OrEmpty(field);
        init => field = Check(value, nameof(Facets));
    }

    /// <summary>Gets the circle; <see langword="null"/> for none.</summary>
    public Circle? Circle { get; init; }

    /// <summary>Gets how they met; <see langword="null"/> if nothing is known of it.</summary>
    /// <exception cref="ArgumentException">The contact is said to have introduced itself.</exception>
    public Origin? Origin
    {
        get;
        init => field = value?.IntroducedBy == Id
            ? throw new ArgumentException("The contact is its own introducer; that must be somebody else.", nameof(Origin))
            : value;
    }

    /// <summary>Gets what there is to celebrate.</summary>
    /// <exception cref="ArgumentException">An occasion is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Occasion> Occasions
    {
        get => OrEmpty(field);
        init => field = Check(value, nameof(Occasions));
    }

    /// <summary>Gets what to remember.</summary>
    /// <exception cref="ArgumentException">A detail is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<RememberedDetail> Details
    {
        get => OrEmpty(field);
        init => field = Check(value, nameof(Details));
    }

    /// <summary>Gets what the contact can give.</summary>
    /// <exception cref="ArgumentException">An offer is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Contribution> Offers
    {
        get => OrEmpty(field);
        init => field = Check(value, nameof(Offers));
    }

    /// <summary>Gets what the contact could use.</summary>
    /// <exception cref="ArgumentException">A need is <see langword="null"/> or there twice.</exception>
    public ImmutableArray<Contribution> Needs
    {
        get => OrEmpty(field);
        init => field = Check(value, nameof(Needs));
    }

    /// <summary>Gets what others are to the contact; one other may appear several times, as several kinds.</summary>
    /// <exception cref="ArgumentException">A relation is <see langword="null"/>, there twice, or to the contact itself.</exception>
    public ImmutableArray<Relation> Relations
    {
        get => OrEmpty(field);
        init
        {
            field = Check(value, nameof(Relations));
            for (var i = 0; i < field.Length; i++)
            {
                if (field[i].Other == Id)
                {
                    throw At(i, "is to the contact itself; it must be to somebody else", nameof(Relations));
                }
            }
        }
    }

    /// <summary>Gets the host's own keywords, compared ordinally.</summary>
    /// <exception cref="ArgumentException">
    /// A tag is <see langword="null"/>, there twice, empty or longer than 256 characters, has control characters, unpaired surrogates, or white space at its ends.
    /// </exception>
    public ImmutableArray<string> Tags
    {
        get => OrEmpty(field);
        init
        {
            field = Check(value, nameof(Tags));
            foreach (var tag in field)
            {
                Names.Check(tag, name: nameof(Tags));
            }
        }
    }

    /// <summary>Gets other ids under which the same person appears in touchpoints.</summary>
    /// <exception cref="ArgumentException">An alias is <see cref="ContactId.None"/>, there twice, or the contact's own id.</exception>
    public ImmutableArray<ContactId> Aliases
    {
        get => OrEmpty(field);
        init
        {
            field = Check(value, nameof(Aliases));
            for (var i = 0; i < field.Length; i++)
            {
                if (field[i] == ContactId.None)
                {
                    throw At(i, "names nobody; it must name somebody", nameof(Aliases));
                }

                if (field[i] == Id)
                {
                    throw At(i, "is the contact's own id; it must be another", nameof(Aliases));
                }
            }
        }
    }

    /// <summary>Determines whether another contact is equal in all parts.</summary>
    /// <param name="other">The contact to compare with.</param>
    /// <returns><see langword="true"/> if both are equal.</returns>
    public bool Equals(Contact? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Id == other.Id
            && Name == other.Name
            && Circle == other.Circle
            && Origin == other.Origin
            && Same(Addresses, other.Addresses)
            && Same(Facets, other.Facets)
            && Same(Occasions, other.Occasions)
            && Same(Details, other.Details)
            && Same(Offers, other.Offers)
            && Same(Needs, other.Needs)
            && Same(Relations, other.Relations)
            && Same(Tags, other.Tags)
            && Same(Aliases, other.Aliases));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Id, Name, Circle, Origin, Addresses.Length, Occasions.Length, Details.Length, Relations.Length); // equal contacts agree in these

    /// <summary>Returns a text without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => "a contact";

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    private static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right) => left.AsSpan().SequenceEqual(right.AsSpan(), EqualityComparer<T>.Default);

    private static ImmutableArray<T> Check<T>(ImmutableArray<T> items, string name)
    {
        if (items.IsDefaultOrEmpty)
        {
            return [];
        }

        var seen = new HashSet<T>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is null)
            {
                throw At(i, "is null; it must not be", name);
            }

            if (!seen.Add(items[i]))
            {
                throw At(i, "is there twice; it must be there once", name);
            }
        }

        return items;
    }

    private static ArgumentException At(int index, string what, string name) =>
        new($"The item at position {index.ToString(CultureInfo.InvariantCulture)} {what}.", name);
}
