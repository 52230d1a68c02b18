using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace RelationshipKit.Planning.Weeks;

/// <summary>A week's plan that the owner agreed to: whom, on which day, by which channel.</summary>
/// <remarks>Plans of the weeks after it count on its touches. Immutable, so it is safe to share between threads.</remarks>
public sealed record AcceptedWeek
{
    internal AcceptedWeek(LocalDate monday, ImmutableArray<AcceptedTouch> touches)
    {
        Monday = monday;
        Touches = touches;
    }

    /// <summary>Gets the first day of the week, a Monday.</summary>
    public LocalDate Monday { get; }

    /// <summary>Gets the touches in order of day and contact.</summary>
    public ImmutableArray<AcceptedTouch> Touches { get; }

    /// <inheritdoc/>
    public bool Equals(AcceptedWeek? other) =>
        other is not null && Monday == other.Monday && Touches.AsSpan().SequenceEqual(other.Touches.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Monday, Touches.Length);

    /// <summary>Returns how many touches there are, and when.</summary>
    /// <returns>A text such as "week of 2026-03-02: 3 touches".</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"week of {NodaTime.Text.LocalDatePattern.Iso.Format(Monday)}: {Touches.Length} touches");
}
