using NodaTime;

namespace RelationshipKit.Benchmarks.Cadences;

/// <summary>The two dates that a policy written by hand would return.</summary>
public readonly record struct PlainWindow(LocalDate Ideal, LocalDate Latest)
{
    /// <summary>Returns the window that tolerates half of the interval.</summary>
    public static PlainWindow Of(LocalDate reference, LocalDate ideal) =>
        new(ideal, ideal.PlusDays(Period.DaysBetween(reference, ideal) / 2));

    /// <summary>Returns the window moved to another date.</summary>
    public PlainWindow MovedTo(LocalDate ideal) => new(ideal, ideal.PlusDays(Period.DaysBetween(Ideal, Latest)));
}
