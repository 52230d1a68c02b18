using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Finds out which identities are the owner's.</summary>
internal static class OwnAddresses
{
    /// <summary>Returns the identities of addresses and names that were given.</summary>
    public static HashSet<int> Given(ImportData data, ImportSettings settings)
    {
        var text = new AddressText(settings.Region);
        var mine = new HashSet<int>(data.Mine) { ImportData.Owner };
        foreach (var given in settings.Me)
        {
            if (text.Any(given) is { } address && data.Find(address) is { } identity)
            {
                mine.Add(identity);
            }

            for (var i = 1; i < data.Addresses.Count; i++)
            {
                if (data.Addresses[i].Kind is SourceAddressKind.Name
                    && data.Addresses[i].Value.Equals(NameText.Clean(given), StringComparison.OrdinalIgnoreCase))
                {
                    mine.Add(i);
                }
            }
        }

        return mine;
    }

    /// <summary>Returns for each source the identity that takes part in at least half of its events and in more than any other.</summary>
    /// <remarks>Events whose source already says who the owner is show nothing about other addresses.</remarks>
    public static HashSet<int> Proposed(ImportData data)
    {
        var bySource = new SortedDictionary<string, (long Events, Dictionary<int, long> Counts)>(StringComparer.Ordinal);
        foreach (var told in data.Events)
        {
            var cast = data.Casts[told.Cast];
            if (cast.Length == 0 || told.Source == "csv"
                || Array.Exists(cast, one => one >> 2 == ImportData.Owner || data.Mine.Contains(one >> 2)))
            {
                continue;
            }

            var (events, counts) = bySource.TryGetValue(told.Source, out var found) ? found : (0, []);
            foreach (var one in cast)
            {
                counts[one >> 2] = counts.GetValueOrDefault(one >> 2) + 1;
            }

            bySource[told.Source] = (events + 1, counts);
        }

        var proposed = new HashSet<int>();
        foreach (var (events, counts) in bySource.Values)
        {
            var most = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(2).ToArray();
            if (most[0].Value * 2 >= events && (most.Length == 1 || most[0].Value > most[1].Value) && most[0].Value > 1)
            {
                proposed.Add(most[0].Key);
            }
        }

        return proposed;
    }
}
