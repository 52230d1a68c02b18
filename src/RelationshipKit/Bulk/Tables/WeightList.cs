using RelationshipKit.Ties;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// The weights that cells of a table have, each under a number: first those of the kinds by their bytes, then others as they come.
/// </summary>
/// <remarks>Weights are few, so that a cell needs no more than a number. One writer; what was read under a number stays.</remarks>
internal sealed class WeightList
{
    private readonly Dictionary<double, int> numbers;
    private double[] values;
    private int count;

    public WeightList(KindColumns kinds)
    {
        values = new double[TouchpointKinds.MaxRows];
        numbers = [];
        count = values.Length;
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            values[kind] = kinds.WeightOf((byte)kind);
            numbers.TryAdd(values[kind], kind);
        }
    }

    private WeightList(WeightList other)
    {
        numbers = new Dictionary<double, int>(other.numbers);
        values = [.. other.values];
        count = other.count;
    }

    /// <summary>Gets a value indicating whether each weight has a number that the bytes of a short cell can hold.</summary>
    public bool FitsShortCells => count - 1 <= ushort.MaxValue;

    /// <summary>Gets the weights by number.</summary>
    public double[] Values => values;

    /// <summary>Returns the number of a weight, a new one if it has none yet.</summary>
    public int NumberOf(double weight)
    {
        if (!numbers.TryGetValue(weight, out var number))
        {
            if (count == values.Length)
            {
                Array.Resize(ref values, 2 * count);
            }

            number = count++;
            values[number] = weight;
            numbers.Add(weight, number);
        }

        return number;
    }

    /// <summary>Takes in the weights of another list, so that each has the same number in both.</summary>
    /// <returns>Whether that can be; where not, this list may know more than before.</returns>
    public bool TryKnow(WeightList other)
    {
        for (var number = 0; number < other.count; number++)
        {
            if (number < count ? values[number] != other.values[number] : NumberOf(other.values[number]) != number)
            {
                return false;
            }
        }

        return true;
    }

    public WeightList Copy() => new(this);
}
