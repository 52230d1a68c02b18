using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>A side of a relationship: the role in which two people know each other.</summary>
/// <remarks>
/// <para>One contact may have several facets at once: a friend who is also a client.</para>
/// <para>Facets are equal when their names are, ordinally. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record Facet
{
    private Facet(string name) => Name = name;

    /// <summary>Gets the facet of friends and private life.</summary>
    public static Facet Personal { get; } = new("personal");

    /// <summary>Gets the facet of work.</summary>
    public static Facet Professional { get; } = new("professional");

    /// <summary>Gets the facet of clubs, neighbourhoods, causes and congregations.</summary>
    public static Facet Community { get; } = new("community");

    /// <summary>Gets the facet of kin.</summary>
    public static Facet Family { get; } = new("family");

    /// <summary>Gets the name of the facet.</summary>
    public string Name { get; }

    /// <summary>Returns the facet with the given name, stock or the host's own.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <returns>A facet whose <see cref="Name"/> is <paramref name="name"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    public static Facet FromName(string name) => name switch
    {
        "personal" => Personal,
        "professional" => Professional,
        "community" => Community,
        "family" => Family,
        _ => new Facet(Names.Check(name)),
    };

    /// <summary>Returns the name of the facet.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
