using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>
/// A window, the date it was counted from, the policy that asked for it, of several combined the one that decided, and how it was found.
/// </summary>
internal readonly record struct Wanted(
    CadenceWindow Window, LocalDate Reference, ICadencePolicy By, ContactSelector? For = null, string? Name = null,
    TouchpointFilter? Counts = null)
{
    /// <summary>Orders by ideal and then by latest date: what a stricter policy asks for comes first.</summary>
    public static int Compare(Wanted left, Wanted right)
    {
        var byIdeal = left.Window.Ideal.CompareTo(right.Window.Ideal);
        return byIdeal != 0 ? byIdeal : left.Window.Latest.CompareTo(right.Window.Latest);
    }

    /// <summary>Moves the window so that it begins at a later date; what was tolerated stays so.</summary>
    public Wanted? NotBefore(LocalDate date) => date <= Window.Ideal ? this : MovedTo(date);

    public Wanted? MovedTo(LocalDate? ideal) =>
        ideal is { } date && date <= CadenceWindow.LastDate ? this with { Window = CadenceWindow.From(date, Window.ToleranceDays) } : null;
}
