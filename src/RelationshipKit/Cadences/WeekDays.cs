using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A set of days of the week.</summary>
internal sealed class WeekDays : IEquatable<WeekDays>
{
    private readonly int bits;

    public WeekDays(IEnumerable<IsoDayOfWeek> days, string name)
    {
        ArgumentNullException.ThrowIfNull(days, name);
        foreach (var day in days)
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                throw new ArgumentOutOfRangeException(name, day, $"The day is {day}; it must be from Monday to Sunday.");
            }

            bits |= 1 << (int)day;
        }
    }

    public bool IsEmpty => bits == 0;

    private bool IsWeek => bits == 0b1111_1110;

    public ImmutableArray<IsoDayOfWeek> Days => [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).Where(Contains)];

    public bool Contains(IsoDayOfWeek day) => (bits & (1 << (int)day)) != 0;

    /// <summary>Returns days to keep off: at least one, and not all, or there would be no other day.</summary>
    public static WeekDays SomeNotAll(IEnumerable<IsoDayOfWeek> days, string name)
    {
        var set = new WeekDays(days, name);
        return set.IsEmpty || set.IsWeek
            ? throw new ArgumentException($"There are {set.Days.Length} days to keep off; there must be from 1 to 6.", name)
            : set;
    }

    /// <summary>
    /// Returns the first date from a date on, itself included, that is in the set or not in it; <see langword="null"/> past the last date
    /// of a window.
    /// </summary>
    public LocalDate? NextOrSame(LocalDate date, bool isIn)
    {
        for (var next = date; next <= CadenceWindow.LastDate; next = next.PlusDays(1))
        {
            if (Contains(next.DayOfWeek) == isIn)
            {
                return next;
            }
        }

        return null;
    }

    public bool Equals(WeekDays? other) => bits == other?.bits;

    public override bool Equals(object? obj) => Equals(obj as WeekDays);

    public override int GetHashCode() => bits;

    public override string ToString() => string.Join(" and ", Days);
}
