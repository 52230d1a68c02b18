using System.Buffers.Binary;

namespace RelationshipKit.Ties;

/// <content>The masses as bytes, so that a state that is read need not be folded.</content>
internal partial struct TieMasses
{
    // The anchor, the end of the last day, the sums of the gaps and two counts.
    private const int SizeWithoutMasses = (5 * sizeof(long)) + (2 * sizeof(int));

    public static int SizeIn(TieLayout plan) => (plan.MassHalfLives.Length * sizeof(double)) + SizeWithoutMasses;

    /// <summary>Reads what was written of so many days; null if it cannot be theirs.</summary>
    public static TieMasses? Read(ReadOnlySpan<byte> bytes, TieLayout plan, int contactDays, long lastMicros)
    {
        var read = new TieMasses(plan) { ContactDays = contactDays };
        for (var i = 0; i < read.masses.Length; i++)
        {
            read.masses[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
            // A day adds at most 1 for each class.
            if (!(read.masses[i] >= 0 && read.masses[i] <= 2.0 * contactDays))
            {
                return null;
            }

            bytes = bytes[sizeof(double)..];
        }

        read.anchor = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        read.previousLatest = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        read.gapLogs = BinaryPrimitives.ReadDoubleLittleEndian(bytes[16..]);
        read.GapMean = BinaryPrimitives.ReadDoubleLittleEndian(bytes[24..]);
        read.GapSquares = BinaryPrimitives.ReadDoubleLittleEndian(bytes[32..]);
        read.Gaps = BinaryPrimitives.ReadInt32LittleEndian(bytes[40..]);
        read.DirectedDays = BinaryPrimitives.ReadInt32LittleEndian(bytes[44..]);
        var isPlausible = read.anchor == lastMicros
            && read.previousLatest <= read.anchor
            && double.IsFinite(read.gapLogs)
            && read.gapLogs >= 0
            && double.IsFinite(read.GapMean)
            && read.GapMean >= 0
            && double.IsFinite(read.GapSquares)
            && read.GapSquares >= 0
            && read.Gaps >= 0
            && read.Gaps < contactDays
            && read.DirectedDays >= 0
            && read.DirectedDays <= contactDays;
        return isPlausible ? read : null;
    }

    public readonly void Write(Span<byte> bytes)
    {
        foreach (var mass in masses)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, mass);
            bytes = bytes[sizeof(double)..];
        }

        BinaryPrimitives.WriteInt64LittleEndian(bytes, anchor);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], previousLatest);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], gapLogs);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[24..], GapMean);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[32..], GapSquares);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[40..], Gaps);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[44..], DirectedDays);
    }
}
