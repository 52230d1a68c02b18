namespace RelationshipKit.Numerics;

/// <summary>What types with a text form have in common.</summary>
internal static class Texts
{
    public static bool TryFormat(string text, Span<char> destination, out int charsWritten)
    {
        var fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <summary>Makes a value of a text; what the value's own rule refuses is not valid.</summary>
    public static bool TryMake<T>(ReadOnlySpan<char> text, Func<string, T> make, out T? value)
    {
        try
        {
            value = make(text.ToString());
            return true;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            value = default;
            return false;
        }
    }
}
