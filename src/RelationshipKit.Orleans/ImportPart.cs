using System.Globalization;

namespace RelationshipKit.Orleans;

/// <summary>A part of an update that is too large for one message.</summary>
/// <remarks>Immutable, so it is safe to share between threads, as long as nobody writes to the bytes.</remarks>
[GenerateSerializer, Immutable, Alias("RelationshipKit.ImportPart")]
public sealed class ImportPart
{
    /// <summary>Creates a part.</summary>
    /// <param name="index">Which part it is, from 0.</param>
    /// <param name="count">How many parts there are, from 1 to 100,000.</param>
    /// <param name="content">
    /// The bytes, from 1 to 16 MiB: a piece of the changes as JSON (<see cref="BookChangeJson"/>) in UTF-8, compressed by Brotli.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A number or the length is out of range.</exception>
    public ImportPart(int index, int count, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 100_000);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        if (content.Length is 0 or > MostBytes)
        {
            throw new ArgumentException($"The part has {content.Length} bytes; it must have from 1 to {MostBytes}.", nameof(content));
        }

        Index = index;
        Count = count;
        Content = content;
    }

    /// <summary>Gets which part it is, from 0.</summary>
    [Id(0)]
    public int Index { get; }

    /// <summary>Gets how many parts there are.</summary>
    [Id(1)]
    public int Count { get; }

    [Id(2)]
    internal byte[] Content { get; }

    internal const int MostBytes = 16 << 20;

    /// <summary>Returns which part it is.</summary>
    /// <returns>A text such as "part 1 of 3".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"part {Index + 1} of {Count}");
}
