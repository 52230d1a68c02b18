using System.Collections;

namespace RelationshipKit.Interchange.Importing;

/// <summary>The touches that were read, in blocks: a list that doubles would hold three times its content while it grows.</summary>
internal sealed class PendingEvents : IEnumerable<PendingEvent>
{
    private const int BlockLength = 1 << 12;

    private readonly List<PendingEvent[]> blocks = [];
    private int inLast = BlockLength;

    public int Count => blocks.Count == 0 ? 0 : ((blocks.Count - 1) * BlockLength) + inLast;

    public ref readonly PendingEvent this[int i] => ref blocks[i / BlockLength][i % BlockLength];

    public void Add(in PendingEvent told)
    {
        if (inLast == BlockLength)
        {
            blocks.Add(new PendingEvent[BlockLength]);
            inLast = 0;
        }

        blocks[^1][inLast++] = told;
    }

    public IEnumerator<PendingEvent> GetEnumerator()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var length = i == blocks.Count - 1 ? inLast : BlockLength;
            for (var j = 0; j < length; j++)
            {
                yield return blocks[i][j];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
