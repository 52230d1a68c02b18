using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>What one contact is to another, and what that makes the other to the one.</summary>
/// <remarks>
/// <para>The inverse of the inverse is the kind itself. A symmetric kind, such as <see cref="Friend"/>, is its own inverse.</para>
/// <para>Two are equal when both names are, ordinally. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record RelationKind
{
    private RelationKind(string name, string inverseName)
    {
        Name = name;
        InverseName = inverseName;
    }

    /// <summary>Gets the kind of a parent; its inverse is <see cref="Child"/>.</summary>
    public static RelationKind Parent { get; } = new("parent", "child");

    /// <summary>Gets the kind of a child; its inverse is <see cref="Parent"/>.</summary>
    public static RelationKind Child { get; } = new("child", "parent");

    /// <summary>Gets the kind of a brother or sister.</summary>
    public static RelationKind Sibling { get; } = new("sibling", "sibling");

    /// <summary>Gets the kind of a partner in life.</summary>
    public static RelationKind Partner { get; } = new("partner", "partner");

    /// <summary>Gets the kind of a friend.</summary>
    public static RelationKind Friend { get; } = new("friend", "friend");

    /// <summary>Gets the kind of a colleague.</summary>
    public static RelationKind Colleague { get; } = new("colleague", "colleague");

    /// <summary>Gets the kind of a manager; its inverse is <see cref="Report"/>.</summary>
    public static RelationKind Manager { get; } = new("manager", "report");

    /// <summary>Gets the kind of somebody who reports to a manager; its inverse is <see cref="Manager"/>.</summary>
    public static RelationKind Report { get; } = new("report", "manager");

    /// <summary>Gets the kind of a mentor; its inverse is <see cref="Mentee"/>.</summary>
    public static RelationKind Mentor { get; } = new("mentor", "mentee");

    /// <summary>Gets the kind of a mentee; its inverse is <see cref="Mentor"/>.</summary>
    public static RelationKind Mentee { get; } = new("mentee", "mentor");

    /// <summary>Gets the kind of somebody who made an introduction; its inverse is <see cref="Introduced"/>.</summary>
    public static RelationKind Introducer { get; } = new("introducer", "introduced");

    /// <summary>Gets the kind of somebody who was introduced; its inverse is <see cref="Introducer"/>.</summary>
    public static RelationKind Introduced { get; } = new("introduced", "introducer");

    /// <summary>Gets the kind of a neighbour.</summary>
    public static RelationKind Neighbour { get; } = new("neighbour", "neighbour");

    // After the kinds in the file, because static members are initialized in that order.
    private static RelationKind[] Stock { get; } =
        [Parent, Child, Sibling, Partner, Friend, Colleague, Manager, Report, Mentor, Mentee, Introducer, Introduced, Neighbour];

    /// <summary>Gets what the one is to the other.</summary>
    public string Name { get; }

    /// <summary>Gets what the other is to the one.</summary>
    public string InverseName { get; }

    /// <summary>Gets the kind seen from the other side.</summary>
    public RelationKind Inverse => FromNames(InverseName, Name);

    /// <summary>Returns a kind of the host's own whose sides differ.</summary>
    /// <param name="name">
    /// What the one is to the other: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <param name="inverseName">What the other is to the one, under the same rule; not <paramref name="name"/>.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentNullException">A name is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name breaks the rule above, or both are the same.</exception>
    public static RelationKind Create(string name, string inverseName)
    {
        Names.Check(name);
        Names.Check(inverseName);
        return name != inverseName
            ? FromNames(name, inverseName)
            : throw new ArgumentException(
                "Both names are the same; a kind with two equal sides is made by CreateSymmetric.", nameof(inverseName));
    }

    /// <summary>Returns a kind of the host's own that is its own inverse.</summary>
    /// <param name="name">
    /// What each is to the other: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentNullException">The name is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name breaks the rule above.</exception>
    public static RelationKind CreateSymmetric(string name) => FromNames(Names.Check(name), name);

    /// <summary>Returns the kind with the given names, stock or the host's own, symmetric or not; meant for reading stores.</summary>
    /// <param name="name">
    /// What the one is to the other: from 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.
    /// </param>
    /// <param name="inverseName">What the other is to the one, under the same rule.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ArgumentNullException">A name is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A name breaks the rule above.</exception>
    public static RelationKind FromNames(string name, string inverseName)
    {
        var kind = new RelationKind(Names.Check(name), Names.Check(inverseName));
        return Array.Find(Stock, kind.Equals) ?? kind;
    }

    /// <summary>Returns the name of the kind.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
