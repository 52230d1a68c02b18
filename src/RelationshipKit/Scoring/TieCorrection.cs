using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Numerics;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>What the owner knows of a tie and no touchpoint tells: expected contacts to add or take away, fading with time.</summary>
/// <remarks>
/// <para><c>expected contacts' = max(0, expected contacts + p · 2^(-age / h))</c>, with p the correction, h its half-life and age the days
/// since it was made. This is a convention, not fitted.</para>
/// <para>It moves expected contacts and strength of the whole person, not of a facet; evidence, rhythm, balance and forecast go by
/// touchpoints alone. While a correction downwards fades, strength may rise without a touchpoint.</para>
/// <para>Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<TieCorrection>))]
public sealed record TieCorrection
{
    /// <summary>Initializes a new instance of the <see cref="TieCorrection"/> class.</summary>
    /// <param name="expectedContacts">
    /// The contacts in 30 days to add, or, if negative, to take away; from -1,000 to 1,000 and not 0.
    /// </param>
    /// <param name="since">When it was made, from 0001-01-02 to 9999-12-30; before that it does not hold.</param>
    /// <param name="halfLifeDays">
    /// The days after which half of it is left, from 1 to 36,500. The default is 180, the half-life of the balance.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public TieCorrection(double expectedContacts, Instant since, double halfLifeDays = 180)
    {
        if (!(Math.Abs(expectedContacts) <= 1_000) || expectedContacts == 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(expectedContacts),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The expected contacts are {expectedContacts}; they must be from -1,000 to 1,000 and not 0."));
        }

        if (!(halfLifeDays >= 1 && halfLifeDays <= 36_500))
        {
            throw new ArgumentOutOfRangeException(
                nameof(halfLifeDays),
                string.Create(CultureInfo.InvariantCulture, $"The half-life is {halfLifeDays} days; it must be from 1 to 36,500."));
        }

        ExpectedContacts = expectedContacts;
        Since = SupportedTime.Floor(since);
        HalfLifeDays = halfLifeDays;
    }

    /// <summary>Gets the contacts in 30 days that it adds, or takes away, when it is made.</summary>
    public double ExpectedContacts { get; }

    /// <summary>Gets when it was made, floored to whole microseconds.</summary>
    public Instant Since { get; }

    /// <summary>Gets the days after which half of it is left.</summary>
    public double HalfLifeDays { get; }

    /// <summary>Returns the numbers in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ExpectedContacts:+0.###;-0.###} contacts a month since {InstantPattern.ExtendedIso.Format(Since)}, half-life "
            + $"{HalfLifeDays:0.###} days");

    /// <summary>Returns what is left of it at an instant; 0 before it was made.</summary>
    internal double At(long micros)
    {
        var since = SupportedTime.ToMicros(Since);
        return micros < since ? 0 : ExpectedContacts * Elementary.Exp2(-SupportedTime.DaysBetween(since, micros) / HalfLifeDays);
    }
}
