namespace RelationshipKit.EntityFrameworkCore;

/// <summary>The books asked for last. A book is a value of its revision, so an old one is only a start to catch up from.</summary>
internal sealed class BookCache(int limit)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Owner, RelationshipBook Book)>> nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Owner, RelationshipBook Book)> lastUsedFirst = [];

    public RelationshipBook? Find(string owner)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(owner, out var node))
            {
                return null;
            }

            lastUsedFirst.Remove(node);
            lastUsedFirst.AddFirst(node);
            return node.Value.Book;
        }
    }

    /// <summary>Keeps a book, unless a newer one is kept already.</summary>
    public void Keep(string owner, RelationshipBook book)
    {
        lock (gate)
        {
            if (nodes.Remove(owner, out var held))
            {
                lastUsedFirst.Remove(held);
                book = held.Value.Book.Revision > book.Revision ? held.Value.Book : book;
            }

            if (limit > 0)
            {
                nodes.Add(owner, lastUsedFirst.AddFirst((owner, book)));
            }

            if (nodes.Count > limit)
            {
                nodes.Remove(lastUsedFirst.Last!.Value.Owner);
                lastUsedFirst.RemoveLast();
            }
        }
    }

    public void Forget(string owner)
    {
        lock (gate)
        {
            if (nodes.Remove(owner, out var held))
            {
                lastUsedFirst.Remove(held);
            }
        }
    }
}
