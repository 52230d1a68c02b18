using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Numerics;

namespace RelationshipKit;

/// <summary>Somebody the owner wants to keep in touch with, and what is known of them.</summary>
/// <remarks>
/// <para>
/// Lists keep the order they were given in, hold nothing twice, and are empty by default. A <see langword="default"/> array
/// reads as an empty one.
/// </para>
/// <para>
/// Equal when all parts are, lists in the same order. What was noted down about a person is compared too, so this tells whether two
/// states of a contact differ; to ask whether two mean the same person compare <see cref="Id"/>.
/// </para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<Contact>))]
public sealed partial record Contact
{
    private const int MostItems = 10_000;
    private const int LongestNotes = 100_000;

    private static readonly ImmutableSortedDictionary<string, UserValue> NoData =
        ImmutableSortedDictionary.Create<string, UserValue>(StringComparer.Ordinal);

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
    /// <exception cref="ArgumentException">The contact is named as introducing itself.</exception>
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
    /// A tag is <see langword="null"/>, there twice, empty or longer than 256 characters, has control characters, unpaired surrogates,
    /// or white space at its ends.
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

    /// <summary>Gets whether the owner still keeps in touch.</summary>
    /// <value>The default is <see cref="ContactState.Active"/>. The others silence every suggestion everywhere.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public ContactState State
    {
        get;
        init => field = Guard.Defined(value, nameof(State));
    }

    /// <summary>Gets the day on which the host added the contact, or null if it does not say.</summary>
    /// <remarks>A cadence counts from it where there is neither a touch nor a day of meeting.</remarks>
    /// <exception cref="ArgumentException">The date is in another calendar than ISO.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public LocalDate? AddedOn
    {
        get;
        init
        {
            if (value is { } date)
            {
                _ = PartialDate.FromDate(date);
            }

            field = value;
        }
    }

    /// <summary>Gets the name in its parts, or null.</summary>
    public StructuredName? StructuredName { get; init; }

    /// <summary>Gets where the contact works or belongs, or null: from 1 to 256 characters.</summary>
    /// <exception cref="ArgumentException">The value has another length, a control character or white space at an end.</exception>
    public string? Organization
    {
        get;
        init => field = value is null ? null : Names.Check(value, name: nameof(Organization));
    }

    /// <summary>Gets what the contact does there, or null: from 1 to 256 characters.</summary>
    /// <exception cref="ArgumentException">The value has another length, a control character or white space at an end.</exception>
    public string? JobTitle
    {
        get;
        init => field = value is null ? null : Names.Check(value, name: nameof(JobTitle));
    }

    /// <summary>Gets what the owner noted, or null: at most 100,000 characters, line breaks among them.</summary>
    /// <exception cref="ArgumentException">The value is longer, or has half a surrogate pair.</exception>
    public string? Notes
    {
        get;
        init => field = value is not { Length: > LongestNotes }
            ? value is null ? null : Names.CheckPairs(value, nameof(Notes))
            : throw new ArgumentException($"The notes have {value.Length} characters; they must have at most {LongestNotes}.", nameof(Notes));
    }

    /// <summary>Gets the language the contact prefers, such as "de" or "pt-BR", or null: from 1 to 256 characters.</summary>
    /// <exception cref="ArgumentException">The value has another length, a control character or white space at an end.</exception>
    public string? Language
    {
        get;
        init => field = value is null ? null : Names.Check(value, name: nameof(Language));
    }

    /// <summary>Gets the name of the contact's own time zone, such as "Asia/Tokyo", or null: from 1 to 256 characters.</summary>
    /// <exception cref="ArgumentException">The value has another length, a control character or white space at an end.</exception>
    public string? ZoneId
    {
        get;
        init => field = value is null ? null : Names.Check(value, name: nameof(ZoneId));
    }

    /// <summary>Gets what the owner promised for a day.</summary>
    /// <exception cref="ArgumentException">An item is <see langword="null"/> or there twice, or there are more than 10,000.</exception>
    public ImmutableArray<Promise> Promises
    {
        get => OrEmpty(field);
        init => field = Check(value, nameof(Promises));
    }

    /// <summary>Gets what the host keeps with the contact: names of 1 to 256 characters with a text, a number or a date.</summary>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name breaks the rule, or there are more than 10,000.</exception>
    public ImmutableSortedDictionary<string, UserValue> UserData
    {
        get => field ?? NoData;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(UserData));
            if (value.Count > MostItems)
            {
                throw TooMany(value.Count, nameof(UserData));
            }

            foreach (var name in value.Keys)
            {
                Names.Check(name, name: nameof(UserData));
            }

            field = value.WithComparers(StringComparer.Ordinal);
        }
    }

    /// <summary>Gets properties of imported files that the kit has no place for, as they were read; they are written back.</summary>
    /// <remarks>Each has at most 100,000 characters.</remarks>
    /// <exception cref="ArgumentException">
    /// An item is <see langword="null"/>, too long or there twice, or there are more than 10,000.
    /// </exception>
    public ImmutableArray<string> UnknownProperties
    {
        get => OrEmpty(field);
        init
        {
            field = Check(value, nameof(UnknownProperties));
            for (var i = 0; i < field.Length; i++)
            {
                Names.CheckPairs(field[i], nameof(UnknownProperties));
                if (field[i].Length > LongestNotes)
                {
                    throw At(i, $"is longer than {LongestNotes} characters; it must not be", nameof(UnknownProperties));
                }
            }
        }
    }
}
