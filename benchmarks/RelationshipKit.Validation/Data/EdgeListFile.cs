using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace RelationshipKit.Validation.Data;

/// <summary>Reads whole edge lists, <c>SRC DST UNIXSECONDS</c> a row, as the undirected network of their people.</summary>
/// <remarks>
/// Plain or gzip, told by the first bytes; rows in any order; lines that are blank or begin with <c>#</c> or <c>%</c> are passed over. A
/// row from a person to the same person is no contact, but its instant counts as one of the network's; rows that repeat another exactly
/// count once. The kit's own reader keeps one owner's touchpoints; here every pair is wanted.
/// </remarks>
internal static class EdgeListFile
{
    public static EdgeNetwork Read(params IReadOnlyList<string> paths)
    {
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        var contacts = new Dictionary<(int First, int Second), List<LoggedContact>>();
        var first = long.MaxValue;
        var last = long.MinValue;
        foreach (var path in paths)
        {
            foreach (var (from, to, seconds) in Rows(path, people))
            {
                first = Math.Min(first, seconds);
                last = Math.Max(last, seconds);
                if (from != to)
                {
                    ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(
                        contacts, (Math.Min(from, to), Math.Max(from, to)), out _);
                    (list ??= []).Add(new LoggedContact(seconds, from < to));
                }
            }
        }

        if (first == long.MaxValue)
        {
            throw new BadInputException($"{string.Join(", ", paths)}: there are no rows.");
        }

        // So far people are numbered as they came; from here on by their ids, so that the order of rows and files changes nothing.
        string[] ids = [.. people.Keys.Order(StringComparer.Ordinal)];
        var places = new int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            places[people[ids[i]]] = i;
        }

        return new EdgeNetwork(
            string.Join('+', paths.Select(NameOf)),
            [.. ids],
            [.. contacts.Select(entry => PairOf(places[entry.Key.First], places[entry.Key.Second], entry.Value))
                .OrderBy(pair => (pair.First, pair.Second))],
            first,
            last);
    }

    private static Pair PairOf(int first, int second, List<LoggedContact> contacts)
    {
        var inOrder = contacts.Select(contact => first < second ? contact : contact with { FromFirst = !contact.FromFirst });
        return new Pair(Math.Min(first, second), Math.Max(first, second), [.. inOrder.Distinct().Order(ByTime.Instance)]);
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var ending in (string[])[".gz", ".txt"])
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
        }

        return name;
    }

    private static IEnumerable<(int From, int To, long Seconds)> Rows(string path, Dictionary<string, int> people)
    {
        using var reader = Open(path);
        for (var number = 1; ; number++)
        {
            string? line;
            try
            {
                line = reader.ReadLine();
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                throw new BadInputException($"{path}: the file cannot be read on from line {number}; it may be damaged or cut off.", e);
            }

            if (line is null)
            {
                yield break;
            }

            if (line.AsSpan().TrimStart() is [] or ['#' or '%', ..])
            {
                continue;
            }

            yield return Row(line, path, number, people);
        }
    }

    private static (int From, int To, long Seconds) Row(string line, string path, int number, Dictionary<string, int> people)
    {
        Span<Range> columns = stackalloc Range[4];
        var text = line.AsSpan();
        var count = text.SplitAny(columns, [' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return count == 3 && long.TryParse(text[columns[2]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= -62_135_510_400 and <= 253_402_127_999
            ? (NumberOf(text[columns[0]], people), NumberOf(text[columns[1]], people), seconds)
            : throw new BadInputException(
                $"{path}: line {number} will not do; a row is SRC DST UNIXSECONDS, the time a whole number in the years 1 to 9999.");
    }

    private static int NumberOf(ReadOnlySpan<char> id, Dictionary<string, int> people)
    {
        var lookup = people.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(id, out var number))
        {
            number = people.Count;
            people.Add(id.ToString(), number);
        }

        return number;
    }

    internal static StreamReader Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            return new StreamReader(packed ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{path}: the file cannot be opened for reading.", e);
        }
    }

    // Contacts of one instant in a fixed order, whatever order the rows had.
    private sealed class ByTime : IComparer<LoggedContact>
    {
        public static ByTime Instance { get; } = new();

        public int Compare(LoggedContact left, LoggedContact right)
        {
            var byTime = left.Seconds.CompareTo(right.Seconds);
            return byTime != 0 ? byTime : left.FromFirst.CompareTo(right.FromFirst);
        }
    }
}
