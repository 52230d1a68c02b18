using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Tells texts apart within one run: 128 bits, from numbers drawn at random when the program starts.</summary>
/// <remarks>
/// A digest takes a microsecond, this a hundredth of it. Nobody can make two texts of one fingerprint without knowing the numbers. For what
/// is kept beyond the run there is <see cref="Importing.ImportData.Digest"/>.
/// </remarks>
internal static class Fingerprint
{
    private static readonly ulong[] Secrets = Draw();

    /// <summary>Returns the fingerprint of some bytes, on top of that of what came before them.</summary>
    public static UInt128 Of(ReadOnlySpan<byte> bytes, UInt128 before = default)
    {
        var (a, b) = ((ulong)(before >> 64) ^ Secrets[0], (ulong)before ^ Secrets[1] ^ (ulong)bytes.Length);
        for (; bytes.Length >= 16; bytes = bytes[16..])
        {
            (a, b) = Mix(a, b, MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]));
        }

        // The length was taken in before, so zeros at the end change nothing.
        Span<byte> last = stackalloc byte[16];
        last.Clear();
        bytes.CopyTo(last);
        (a, b) = Mix(a, b, MemoryMarshal.Read<ulong>(last), MemoryMarshal.Read<ulong>(last[8..]));
        return new UInt128(Fold(a ^ Secrets[4], b ^ Secrets[5]), Fold(b ^ Secrets[6], a ^ Secrets[7]));
    }

    /// <summary>Returns the fingerprint of a text, on top of that of what came before it.</summary>
    public static UInt128 Of(ReadOnlySpan<char> text, UInt128 before = default) => Of(MemoryMarshal.AsBytes(text), before);

    private static (ulong A, ulong B) Mix(ulong a, ulong b, ulong first, ulong second) =>
        (Fold(first ^ Secrets[2] ^ a, second ^ a), Fold(second ^ Secrets[3] ^ b, first ^ b));

    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }

    private static ulong[] Draw()
    {
        var secrets = new ulong[8];
        RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(secrets.AsSpan()));
        return secrets;
    }
}
