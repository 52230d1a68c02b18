using NodaTime;
using NodaTime.Text;

namespace RelationshipKit.Orleans;

/// <summary>A date that may be kept with a contact, such as a birthday.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.DueDateResult")]
public sealed class DueDateResult
{
    /// <summary>Gets the day itself.</summary>
    [Id(0)]
    public LocalDate On { get; init; }

    /// <summary>Gets the occasion; null if the date has no name.</summary>
    [Id(1)]
    public string? Occasion { get; init; }

    /// <summary>Gets the first day on which it may be kept.</summary>
    [Id(2)]
    public LocalDate Ideal { get; init; }

    /// <summary>Gets the last day on which it may be kept.</summary>
    [Id(3)]
    public LocalDate Latest { get; init; }

    /// <summary>Returns the occasion and the day.</summary>
    /// <returns>A text such as "birthday on 2026-03-17".</returns>
    public override string ToString() =>
        Occasion is null ? LocalDatePattern.Iso.Format(On) : $"{Occasion} on {LocalDatePattern.Iso.Format(On)}";

    internal static DueDateResult Of(Cadences.CadenceDate date) =>
        new() { On = date.On, Occasion = date.Occasion, Ideal = date.Window.Ideal, Latest = date.Window.Latest };
}
