using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Ties;

/// <summary>How what a touchpoint counts for fades with its age: a mixture of half-lives.</summary>
/// <remarks>
/// <para>
/// With half-lives <c>h</c> in days, their shares <c>s</c> and an age <c>a</c> in fractional days,
/// </para>
/// <code>
/// K(a) = Σ s · 2^(-a / h)
/// k(a) = K(a) / ∫ K = K(a) / (Σ s · h / ln 2)
/// </code>
/// <para>
/// so that k integrates to 1 over all ages, and a steady rate of r contacts a day has Σ k(age) = r. Only in a mixture of exponentials is
/// decaying by a and then by b the same as decaying by a + b. So a tie can be folded and merged without its past.
/// </para>
/// <para>Curves are equal when their half-lives and shares are. Instances are immutable and safe to share between threads.</para>
/// </remarks>
public sealed class DecayCurve : IEquatable<DecayCurve>
{
    /// <summary>The most half-lives a mixture can have.</summary>
    public const int MaxHalfLives = 8;

    private static readonly Duration Shortest = Duration.FromHours(1);
    private static readonly Duration Longest = Duration.FromDays(36_525);

    private readonly double[] halfLifeDays;
    private readonly double[] shares;

    private DecayCurve(double[] halfLifeDays, double[] shares)
    {
        this.halfLifeDays = halfLifeDays;
        this.shares = shares;

        var integral = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            integral += shares[i] * halfLifeDays[i];
        }

        integral /= Elementary.Ln2;
        DensityPerDay = Array.ConvertAll(shares, share => share / integral);
    }

    /// <summary>Gets the standard curve: half-lives of 3, 30 and 300 days with shares h^-1/2.</summary>
    /// <remarks>
    /// Approximates the power law of forgetting with exponent 1/2 (Anderson and Schooler 1991). Nothing in it was fitted; on public
    /// e-mail and message data it ranks ties as well as the best single half-life chosen for each data set.
    /// </remarks>
    public static DecayCurve PowerLaw { get; } = new([3, 30, 300], [1 / Math.Sqrt(3), 1 / Math.Sqrt(30), 1 / Math.Sqrt(300)]);

    /// <summary>Gets the half-lives in days, shortest first.</summary>
    public ImmutableArray<double> HalfLivesInDays => [.. halfLifeDays];

    // What each half-life adds to k at age 0, per day.
    internal double[] DensityPerDay { get; }

    internal ReadOnlySpan<double> HalfLifeDays => halfLifeDays;

    /// <summary>Returns the curve that halves with every half-life.</summary>
    /// <param name="halfLife">From an hour to 36,525 days (a hundred years).</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfLife"/> lies outside that range.</exception>
    public static DecayCurve HalfLife(Duration halfLife) => new([DaysOf(halfLife)], [1]);

    /// <summary>Returns a mixture of half-lives.</summary>
    /// <param name="components">
    /// From 1 to 8 different half-lives (an hour to 36,525 days) with shares more than 0 and at most 1,000,000.
    /// </param>
    /// <returns>The curve; the order of the components and a common factor of the shares do not matter.</returns>
    /// <exception cref="ArgumentException">There are too few or too many components, or a half-life is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A half-life or a share lies outside its range, or a share is NaN.</exception>
    public static DecayCurve Mixture(params ReadOnlySpan<(Duration HalfLife, double Share)> components)
    {
        if (components.Length is < 1 or > MaxHalfLives)
        {
            throw new ArgumentException(
                $"There are {components.Length} components; there must be from 1 to {MaxHalfLives}.", nameof(components));
        }

        var days = new double[components.Length];
        var shares = new double[components.Length];
        for (var i = 0; i < components.Length; i++)
        {
            days[i] = DaysOf(components[i].HalfLife);
            shares[i] = components[i].Share;
            Guard.Positive(shares[i], 1e6, nameof(components));
        }

        Array.Sort(days, shares);
        for (var i = 1; i < days.Length; i++)
        {
            if (days[i] == days[i - 1])
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture, $"The half-life of {days[i]} days is given twice; each must be given once."),
                    nameof(components));
            }
        }

        return new DecayCurve(days, shares);
    }

    /// <summary>Returns the part of a touchpoint's effect that is left at an age, K(a) / K(0).</summary>
    /// <param name="age">The age; not negative.</param>
    /// <returns>A number in [0, 1]: 1 at age zero, never rising.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double RetainedAt(Duration age)
    {
        CheckAge(age);
        return Math.Min(1, DensityAt(age.TotalDays) / DensityAt(0));
    }

    /// <summary>Returns what an age weighs, k(a): the density of one touchpoint's effect. Over all ages it integrates to 1.</summary>
    /// <param name="age">The age; not negative.</param>
    /// <returns>The density per day; not negative, never rising.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public double DensityPerDayAt(Duration age)
    {
        CheckAge(age);
        return DensityAt(age.TotalDays);
    }

    /// <summary>Determines whether two curves have the same half-lives and shares.</summary>
    /// <param name="other">The curve to compare with.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(DecayCurve? other) =>
        other is not null
        && halfLifeDays.AsSpan().SequenceEqual(other.halfLifeDays)
        && DensityPerDay.AsSpan().SequenceEqual(other.DensityPerDay);

    /// <summary>Determines whether an object is a curve with the same half-lives and shares.</summary>
    /// <param name="obj">The object to compare with.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public override bool Equals(object? obj) => Equals(obj as DecayCurve);

    /// <summary>Returns a hash code that agrees with <see cref="Equals(DecayCurve)"/>.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => HashCode.Combine(halfLifeDays.Length, halfLifeDays[0], DensityPerDay[0]);

    /// <summary>Returns the half-lives in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        halfLifeDays.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"half-life of {halfLifeDays[0]} days")
            : $"mixture of half-lives of "
                + $"{string.Join(", ", halfLifeDays.Select(days => days.ToString(CultureInfo.InvariantCulture)))} days";

    /// <summary>Returns k at an age in days: the density of one touchpoint's effect, per day.</summary>
    internal double DensityAt(double ageDays)
    {
        var density = 0.0;
        for (var i = 0; i < halfLifeDays.Length; i++)
        {
            density += DensityPerDay[i] * Elementary.Exp2(-ageDays / halfLifeDays[i]);
        }

        return density;
    }

    private static void CheckAge(Duration age)
    {
        if (age < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(age), string.Create(CultureInfo.InvariantCulture, $"The age is {age.TotalDays} days; it must not be negative."));
        }
    }

    private static double DaysOf(Duration halfLife)
    {
        if (halfLife < Shortest || halfLife > Longest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(halfLife),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The half-life is {halfLife.TotalDays} days; it must be from an hour to {Longest.TotalDays} days."));
        }

        return halfLife.TotalDays;
    }
}
