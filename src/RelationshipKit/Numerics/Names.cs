using System.Runtime.CompilerServices;

namespace RelationshipKit.Numerics;

/// <summary>The rule every short text in the domain keeps: ids, names, tags, keys.</summary>
/// <remarks>
/// Messages give the length or the position of what is wrong and never the text itself: it may be personal.
/// </remarks>
internal static class Names
{
    public const int MaxLength = 256;

    /// <summary>
    /// Returns the text if it has 1 to <paramref name="maxLength"/> characters, no control characters, no halves of surrogate pairs and no
    /// outer white space.
    /// </summary>
    public static string Check(string value, int maxLength = MaxLength, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Length == 0 || value.Length > maxLength)
        {
            throw new ArgumentException($"The text has {value.Length} characters; it must have from 1 to {maxLength}.", name);
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]))
            {
                throw new ArgumentException($"The text has a control character at position {i}; it must have none.", name);
            }
        }

        CheckPairs(value, name);
        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
        {
            throw new ArgumentException("The text begins or ends with white space; it must not.", name);
        }

        return value;
    }

    /// <summary>Returns the text if each half of a surrogate pair in it has its other half.</summary>
    public static string CheckPairs(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                // It has no UTF-8, so a store would keep another text than was given, and two ids could become one.
                throw new ArgumentException($"The text has half a surrogate pair at position {i}; it must have whole ones.", name);
            }
        }

        return value;
    }
}
