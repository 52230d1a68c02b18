using System.IO.Compression;
using System.Text;

namespace RelationshipKit.Orleans;

/// <summary>
/// The parts of one update on their way. They are kept in memory only. If some are lost, the sender sends them again.
/// </summary>
internal sealed class ImportBuffer(string operationId, int count)
{
    private readonly byte[]?[] parts = new byte[count][];

    public string OperationId => operationId;

    /// <summary>Takes a part; true once all are there.</summary>
    public bool Take(ImportPart part)
    {
        if (part.Count != parts.Length)
        {
            throw new ArgumentException($"The part is of {part.Count}; those before were of {parts.Length}.", nameof(part));
        }

        parts[part.Index] = part.Content;
        return Array.TrueForAll(parts, held => held is not null);
    }

    /// <summary>Returns the changes as JSON.</summary>
    public string Read()
    {
        using var whole = new MemoryStream();
        foreach (var part in parts)
        {
            whole.Write(part);
        }

        whole.Position = 0;
        try
        {
            using var reader = new StreamReader(new BrotliStream(whole, CompressionMode.Decompress), Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception problem) when (problem is InvalidDataException or InvalidOperationException)
        {
            throw new ArgumentException("The parts together are not the changes of an update, compressed by Brotli.");
        }
    }

    /// <summary>Cuts an update into parts.</summary>
    public static IReadOnlyList<ImportPart> PartsOf(BookUpdate update, int bytesPerPart)
    {
        using var whole = new MemoryStream();
        using (var compressed = new BrotliStream(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            compressed.Write(Encoding.UTF8.GetBytes(BookChangeJson.Write(update.Changes)));
        }

        var pieces = whole.ToArray().Chunk(bytesPerPart).ToArray();
        return [.. pieces.Select((piece, index) => new ImportPart(index, pieces.Length, piece))];
    }
}
