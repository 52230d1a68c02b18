using System.Security.Cryptography;

namespace RelationshipKit.Bulk.Tables;

/// <summary>
/// The checksums of the parts of a table's bytes: each covers its part and, through the one before, all that came before.
/// </summary>
/// <remarks>The first 8 bytes of a SHA-256. A part left out, doubled or put elsewhere is noticed like one that was changed.</remarks>
internal sealed class FrameChecksum : IDisposable
{
    public const int Size = 8;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] last = new byte[SHA256.HashSizeInBytes];

    /// <summary>Returns the checksum of the next part; good until the one after.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> part)
    {
        hash.AppendData(last);
        hash.AppendData(part);
        hash.GetHashAndReset(last);
        return last.AsSpan(0, Size);
    }

    public void Dispose() => hash.Dispose();
}
