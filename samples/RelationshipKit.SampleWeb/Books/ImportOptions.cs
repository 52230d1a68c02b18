using NodaTime;
using RelationshipKit.Interchange;

namespace RelationshipKit.SampleWeb.Books;

/// <summary>The options of an import: the person's own addresses, and how dates are written.</summary>
/// <param name="Me">The own addresses and names, with commas between; empty for those of the book.</param>
/// <param name="Order">The order of days and months; empty for what the files show.</param>
internal sealed record ImportOptions(string? Me, string? Order)
{
    public ImportSettings Settings(Instant now) => new()
    {
        AsOf = now,
        Me = [.. (Me ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        DateOrder = Enum.TryParse<DateOrder>(Order, out var order) && Enum.IsDefined(order) ? order : null,
    };
}
