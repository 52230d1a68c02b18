using System.Collections.Concurrent;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>
/// The rows of owners, as far as they are known. A wrong row costs only one command, because each use gives the name, too.
/// </summary>
internal sealed class OwnerIds
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, long> ids = new(StringComparer.Ordinal);

    public long? Find(string owner) => ids.TryGetValue(owner, out var id) ? id : null;

    public void Keep(string owner, long id)
    {
        if (ids.Count >= Most)
        {
            ids.Clear();
        }

        ids[owner] = id;
    }

    public void Forget(string owner) => ids.TryRemove(owner, out _);
}
