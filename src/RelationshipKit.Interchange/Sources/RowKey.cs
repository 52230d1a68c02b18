using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace RelationshipKit.Interchange.Sources;

/// <summary>
/// What tells a row without an id from all others: with its contacts, instant, channel and direction it makes the key of the event.
/// </summary>
/// <remarks>A table has millions of rows, and the text of a key is needed only where a book may know it.</remarks>
/// <param name="Contacts">The contacts as one text.</param>
/// <param name="Ordinal">The how-manieth row of these contacts, second, channel and direction it is.</param>
internal readonly record struct RowKey(string Contacts, int Ordinal)
{
    /// <summary>What separates the parts of the key as text.</summary>
    public const char Bar = '|';

    /// <summary>How many bars the text has at least, behind the name of the source.</summary>
    public const int Bars = 4;

    /// <summary>Returns the fingerprint of what all rows of the same contacts, second, channel and direction have in common.</summary>
    public static UInt128 StemOf(string contacts, Instant at, Channel channel, Direction direction)
    {
        ReadOnlySpan<long> numbers = [at.ToUnixTimeSeconds(), (long)direction];
        return Fingerprint.Of(contacts, Fingerprint.Of(channel.Name, Fingerprint.Of(MemoryMarshal.AsBytes(numbers))));
    }

    /// <summary>Returns the key as text.</summary>
    public string Text(Instant at, Channel channel, Direction direction) =>
        string.Create(CultureInfo.InvariantCulture, $"csv|{channel}|{direction}|{at.ToUnixTimeSeconds()}|{Contacts}|{Ordinal}");

    /// <summary>Returns the number, without the contacts.</summary>
    public override string ToString() => Ordinal.ToString(CultureInfo.InvariantCulture);
}
