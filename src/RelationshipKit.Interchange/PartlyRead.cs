namespace RelationshipKit.Interchange;

/// <summary>What is left of a stream, of which some was read already.</summary>
/// <param name="head">What was read and is to be read again.</param>
/// <param name="rest">The stream, which is closed with this one if it is owned.</param>
/// <param name="owns">Whether it is.</param>
internal sealed class PartlyRead(ReadOnlyMemory<byte> head, Stream rest, bool owns) : ForwardStream
{
    private ReadOnlyMemory<byte> head = head;

    public override int Read(Span<byte> buffer)
    {
        if (head.Length == 0)
        {
            return rest.Read(buffer);
        }

        var got = Math.Min(head.Length, buffer.Length);
        head.Span[..got].CopyTo(buffer);
        head = head[got..];
        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && owns)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
