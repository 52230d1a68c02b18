using System.Diagnostics;

namespace RelationshipKit.Numerics;

/// <summary>Finds where a condition that stays true once it holds first holds, on whole numbers such as microseconds.</summary>
internal static class MonotoneSearch
{
    /// <summary>Returns the least value from <paramref name="low"/> to <paramref name="high"/> at which the condition holds.</summary>
    /// <param name="low">The least answer; any number.</param>
    /// <param name="high">
    /// The largest answer, at which the condition is assumed to hold without being asked; not below <paramref name="low"/>.
    /// </param>
    /// <param name="isReached">The condition: false up to some value and true from there on.</param>
    /// <returns>The first value at which it holds, found with at most 64 questions.</returns>
    /// <remarks>
    /// Halving, over the whole range of <see cref="long"/> without overflow. A condition that turns false again gives some value at which
    /// it turns true, never an error.
    /// </remarks>
    public static long FirstWhere(long low, long high, Func<long, bool> isReached)
    {
        Debug.Assert(low <= high, "The range is not empty.");

        while (low < high)
        {
            var middle = unchecked(low + (long)(((ulong)high - (ulong)low) >> 1));
            if (isReached(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>As <see cref="FirstWhere(long, long, Func{long, bool})"/>, for answers expected near <paramref name="low"/>.</summary>
    /// <param name="low">The least answer; any number.</param>
    /// <param name="high">
    /// The largest answer, at which the condition is assumed to hold without being asked; not below <paramref name="low"/>.
    /// </param>
    /// <param name="firstStep">
    /// How far from <paramref name="low"/> to look first; 1 or more. It is doubled until the condition holds.
    /// </param>
    /// <param name="isReached">The condition: false up to some value and true from there on.</param>
    /// <returns>The first value at which it holds, found with about 2 log2(answer - low) questions and at most 129.</returns>
    public static long FirstWhere(long low, long high, long firstStep, Func<long, bool> isReached)
    {
        Debug.Assert(low <= high, "The range is not empty.");
        Debug.Assert(firstStep >= 1, "The first step is positive.");

        var step = (ulong)firstStep;
        while (step < unchecked((ulong)high - (ulong)low))
        {
            var probe = unchecked(low + (long)step);
            if (isReached(probe))
            {
                return FirstWhere(low, probe, isReached);
            }

            low = probe + 1;

            // Steps beyond the range of long end the loop; doubling must not wrap round to 0 before.
            step = step > ulong.MaxValue / 2 ? ulong.MaxValue : step * 2;
        }

        return FirstWhere(low, high, isReached);
    }
}
