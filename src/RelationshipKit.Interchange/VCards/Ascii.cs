namespace RelationshipKit.Interchange.VCards;

/// <summary>Compares bytes as ASCII letters without case.</summary>
internal static class Ascii
{
    public static bool StartsWithIgnoreCase(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> upper) =>
        bytes.Length >= upper.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..upper.Length], upper);

    public static int IndexOfIgnoreCase(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> upper)
    {
        for (var i = 0; i + upper.Length <= bytes.Length; i++)
        {
            var next = bytes[i..].IndexOfAny(upper[0], (byte)(upper[0] | 0x20));
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (StartsWithIgnoreCase(bytes[i..], upper))
            {
                return i;
            }
        }

        return -1;
    }
}
