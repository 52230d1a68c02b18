using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>A layer of closeness with an advised capacity.</summary>
/// <remarks>
/// <para>
/// The stock circles are Dunbar's layers (Dunbar 1998; Hill and Dunbar 2003): 5, 15, 50 and 150 people, each counting the closer ones in.
/// They are advice, not a target.
/// </para>
/// <para>Circles are equal when name and capacity are. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed record Circle
{
    private const int LargestCapacity = 1_000_000;

    private Circle(string name, int advisedCapacity)
    {
        Name = name;
        AdvisedCapacity = advisedCapacity;
    }

    /// <summary>Gets the support clique: the few one turns to in trouble, about 5.</summary>
    public static Circle Inner { get; } = new("inner", 5);

    /// <summary>Gets the sympathy group: close friends and kin, about 15 with the inner circle.</summary>
    public static Circle Close { get; } = new("close", 15);

    /// <summary>Gets the affinity group: good friends and colleagues, about 50 with the closer circles.</summary>
    public static Circle Affinity { get; } = new("affinity", 50);

    /// <summary>Gets the active network: everybody one keeps up with, about 150 with the closer circles.</summary>
    public static Circle Active { get; } = new("active", 150);

    /// <summary>Gets the name of the circle.</summary>
    public string Name { get; }

    /// <summary>Gets how many people it is advised to hold, those of closer circles counted in; from 1 to 1,000,000.</summary>
    public int AdvisedCapacity { get; }

    /// <summary>Returns a circle of the host's own.</summary>
    /// <param name="name">From 1 to 256 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <param name="advisedCapacity">From 1 to 1,000,000.</param>
    /// <returns>The circle.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> breaks the rule above.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="advisedCapacity"/> lies outside its range.</exception>
    public static Circle Create(string name, int advisedCapacity)
    {
        Names.Check(name);
        Guard.InRange(advisedCapacity, 1, LargestCapacity);
        return new Circle(name, advisedCapacity);
    }

    /// <summary>Returns the name and the capacity in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({AdvisedCapacity})");
}
