using System.Globalization;

namespace RelationshipKit.Interchange;

/// <summary>Thrown when a file cannot be read as what it should be: it says where, and what was expected.</summary>
/// <remarks>
/// The message is one line that names the path, the line and the field, as far as they are known. It may quote an unknown
/// channel, direction, outcome, gesture, zone or format; it never quotes notes, names or ids.
/// </remarks>
public sealed class InterchangeException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="InterchangeException"/> class.</summary>
    /// <param name="path">The path of the file, as the caller gave it.</param>
    /// <param name="reason">What is wrong and what was expected.</param>
    /// <param name="line">The line, counted from 1; <see langword="null"/> if the problem belongs to none.</param>
    /// <param name="field">The field or setting; <see langword="null"/> if the problem belongs to none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> if there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> or <paramref name="reason"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="line"/> is less than 1.</exception>
    public InterchangeException(string path, string reason, long? line = null, string? field = null, Exception? innerException = null)
        : base(Describe(path, reason, line, field), innerException)
    {
        Path = path;
        Reason = reason;
        Line = line;
        Field = field;
    }

    /// <summary>Gets the path of the file, as the caller gave it.</summary>
    public string Path { get; }

    /// <summary>Gets the line, counted from 1; <see langword="null"/> if the problem belongs to none.</summary>
    public long? Line { get; }

    /// <summary>Gets the field or setting; <see langword="null"/> if the problem belongs to none.</summary>
    public string? Field { get; }

    /// <summary>Gets what is wrong and what was expected, without the place.</summary>
    public string Reason { get; }

    private static string Describe(string path, string reason, long? line, string? field)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(reason);
        if (line is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(line));
        }

        var place = (line, field) switch
        {
            ({ } l, { } f) => string.Create(CultureInfo.InvariantCulture, $", line {l}, field {f}"),
            ({ } l, null) => string.Create(CultureInfo.InvariantCulture, $", line {l}"),
            (null, { } f) => $", field {f}",
            _ => "",
        };
        return $"{path}{place}: {reason}";
    }
}
