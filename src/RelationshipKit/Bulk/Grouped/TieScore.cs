using System.Globalization;
using NodaTime;
using RelationshipKit.Time;

namespace RelationshipKit.Bulk.Grouped;

/// <summary>How one tie stands, from rows of touchpoints: the numbers that most lists of ties show, without an object.</summary>
/// <remarks>
/// <para>Each is that of <see cref="RelationshipScore"/> of the same name. The default value is the score of a tie without contact.</para>
/// <para>Equality is that of all numbers. This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct TieScore
{
    private readonly long firstMicros;
    private readonly long lastMicros;

    internal TieScore(double lambda, Strength strength, double balance, int contactDays, int touchpoints, long firstMicros, long lastMicros)
    {
        ExpectedContacts = lambda;
        Strength = strength;
        Balance = balance;
        ContactDays = contactDays;
        Touchpoints = touchpoints;
        this.firstMicros = firstMicros;
        this.lastMicros = lastMicros;
    }

    /// <summary>Gets the strength.</summary>
    public Strength Strength { get; }

    /// <summary>Gets the expected contacts in 30 days; not negative. Rank by it, for it never rounds to 1.</summary>
    public double ExpectedContacts { get; }

    /// <summary>Gets the balance, in (-1, 1): negative where the owner gives more, 0 where nothing is known.</summary>
    public double Balance { get; }

    /// <summary>Gets the number of contact-days: distinct owner-local dates with contact.</summary>
    public int ContactDays { get; }

    /// <summary>Gets the number of touchpoints, attempts not counted.</summary>
    public int Touchpoints { get; }

    /// <summary>Gets the first touch; <see langword="null"/> without one.</summary>
    public Instant? FirstTouch => ContactDays == 0 ? null : SupportedTime.FromMicros(firstMicros);

    /// <summary>Gets the last touch; <see langword="null"/> without one.</summary>
    public Instant? LastTouch => ContactDays == 0 ? null : SupportedTime.FromMicros(lastMicros);

    /// <summary>Returns the strength, the balance and the counts in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"strength {Strength.Value:0.000}, balance {Balance:0.000}, {Touchpoints} touchpoints on {ContactDays} contact-days");
}
