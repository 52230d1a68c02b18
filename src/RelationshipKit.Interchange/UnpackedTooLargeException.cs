namespace RelationshipKit.Interchange;

/// <summary>Thrown inside this package when data unpack to more than their limit.</summary>
internal sealed class UnpackedTooLargeException(UnpackedLimit limit)
    : IOException(
        limit == UnpackedLimit.Small
            ? "the file is longer than 16 MiB; it must not be."
            : "the file unpacks to more than 16 MiB and 50 times its size; it must not.")
{
    /// <summary>Returns what a caught exception says about the length, or <see langword="null"/> if it is another.</summary>
    public static string? ReasonOf(Exception caught) => caught is UnpackedTooLargeException ? caught.Message : null;
}
