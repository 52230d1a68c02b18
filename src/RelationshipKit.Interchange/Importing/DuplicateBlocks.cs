using System.Runtime.InteropServices;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>
/// Groups of contacts that have something in common, such as an address or a word of the name; most things are of one contact alone.
/// </summary>
/// <param name="most">A group of more says nothing, and is not kept.</param>
internal sealed class DuplicateBlocks(int most)
{
    private readonly Dictionary<UInt128, Block> blocks = [];

    /// <summary>Gets the groups of two and more.</summary>
    public IEnumerable<List<int>> Several => blocks.Values.Select(block => block.All).OfType<List<int>>().Where(all => all.Count <= most);

    /// <summary>Adds a contact to a group, in which it may be already.</summary>
    /// <param name="contact">Its number; not less than any before.</param>
    /// <param name="key">What the contacts of the group have in common.</param>
    /// <param name="kind">What kind of thing that is.</param>
    public void Add(int contact, string key, char kind)
    {
        ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(blocks, Fingerprint.Of(key, kind), out var isKnown);
        if (!isKnown)
        {
            block = new Block(contact, null);
        }
        else if ((block.All?[^1] ?? block.First) != contact && !(block.All?.Count > most))
        {
            block = block with { All = block.All ?? [block.First] };
            block.All.Add(contact);
        }
    }

    private readonly record struct Block(int First, List<int>? All);
}
