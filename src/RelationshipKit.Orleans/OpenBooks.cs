using RelationshipKit.Storage;

namespace RelationshipKit.Orleans;

/// <summary>The books that the grains of a silo hold, as many as the host allows. The least recently used one is dropped.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class OpenBooks(RelationshipGrainOptions options)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Place> lastUsedFirst = [];

    /// <summary>Gets how many books are held.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return lastUsedFirst.Count;
            }
        }
    }

    /// <summary>The place of one grain's book. A caller that has taken the book out keeps it, whatever happens to the place.</summary>
    internal sealed class Place(OpenBooks all)
    {
        private LinkedListNode<Place>? node;
        private IStoredBook? book;

        /// <summary>Returns the book, if it is held.</summary>
        public IStoredBook? Take()
        {
            lock (all.gate)
            {
                if (book is not null)
                {
                    all.lastUsedFirst.Remove(node!);
                    all.lastUsedFirst.AddFirst(node!);
                }

                return book;
            }
        }

        /// <summary>Holds a book, and lets another one go if there are too many.</summary>
        public void Put(IStoredBook opened)
        {
            lock (all.gate)
            {
                if (book is null)
                {
                    all.lastUsedFirst.AddFirst(node ??= new LinkedListNode<Place>(this));
                }

                book = opened;
                if (all.lastUsedFirst.Count > all.options.OpenBooks)
                {
                    all.lastUsedFirst.Last!.Value.LetGo();
                }
            }
        }

        public void LetGo()
        {
            lock (all.gate)
            {
                if (book is not null)
                {
                    all.lastUsedFirst.Remove(node!);
                    book = null;
                }
            }
        }
    }

    private readonly RelationshipGrainOptions options = options;
}
