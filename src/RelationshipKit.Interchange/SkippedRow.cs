using System.Globalization;

namespace RelationshipKit.Interchange;

/// <summary>A row that a reader left out, and why.</summary>
/// <remarks>Instances are immutable and safe to share between threads.</remarks>
public sealed record SkippedRow
{
    internal SkippedRow(long line, string? field, string reason)
    {
        Line = line;
        Field = field;
        Reason = reason;
    }

    /// <summary>Gets the line on which the row begins, counted from 1.</summary>
    public long Line { get; }

    /// <summary>Gets the field that is wrong or differs; <see langword="null"/> if the row as a whole is wrong.</summary>
    public string? Field { get; }

    /// <summary>Gets what is wrong and what was expected, or how the row differs from an earlier one.</summary>
    public string Reason { get; }

    /// <summary>Returns the line, the field and the reason in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"line {Line}{(Field is null ? "" : $", {Field}")}: {Reason}");
}
