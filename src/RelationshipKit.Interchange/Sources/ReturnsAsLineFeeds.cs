namespace RelationshipKit.Interchange.Sources;

/// <summary>Text of programs that end lines with a return alone, with line feeds in their place.</summary>
internal sealed class ReturnsAsLineFeeds(Stream rest) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var got = rest.Read(buffer);
        buffer[..got].Replace((byte)'\r', (byte)'\n');
        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
