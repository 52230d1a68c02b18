using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>The content of all files of an import, before anybody in it is a contact.</summary>
internal sealed class ImportData
{
    /// <summary>The identity of the owner where a source names no address.</summary>
    public const int Owner = 0;

    private const string CsvSource = "csv";

    private readonly Dictionary<SourceAddress, int> identities = [];
    private readonly Dictionary<int[], int> casts = new(new CastComparer());
    private readonly HashSet<UInt128> keys = [];
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);

    // Readers give the same list again where a file names the same people again.
    private readonly (ImmutableArray<SourceParticipant> Participants, int Cast)[] lastCasts =
        new (ImmutableArray<SourceParticipant>, int)[1_024];

    /// <summary>Gets the people with the option name of the format they come from.</summary>
    public PackedPeople People { get; } = new();

    public PendingEvents Events { get; } = new();

    /// <summary>Gets the lists of who took part: identity times four plus role.</summary>
    public List<int[]> Casts { get; } = [];

    /// <summary>Gets the address of each identity; the owner's is not one.</summary>
    public List<SourceAddress> Addresses { get; } = [default];

    /// <summary>Gets what sources call each identity; empty if they do not.</summary>
    public List<string> Names { get; } = [""];

    public EventTexts Texts { get; } = new();

    /// <summary>Gets the identities that sources say are the owner's.</summary>
    public HashSet<int> Mine { get; } = [];

    /// <summary>Gets the identities that the contact column of a table names, which may be ids of the book.</summary>
    public HashSet<int> MaybeIds { get; } = [];

    /// <summary>Gets the number of events that another one of these files has, too.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Returns the identity of an address, if a file names it.</summary>
    public int? Find(SourceAddress address) => identities.TryGetValue(address, out var identity) ? identity : null;

    public void Add(SourceItem item, SourceFormat format)
    {
        if (item is SourcePerson person)
        {
            People.Add(person, format);
        }
        else if (item is SourceEvent told)
        {
            Add(told, format);
        }
    }

    private void Add(SourceEvent told, SourceFormat format)
    {
        var (source, digest, print) = told.Row is { } row ? (CsvSource, default, PrintOf(told, row)) : KeyOf(told, format);
        if (!keys.Add(print))
        {
            Duplicates++;
            return;
        }

        Events.Add(new PendingEvent
        {
            At = told.At,
            Key = digest,
            Row = told.Row,
            Source = source,
            Channel = told.Channel,
            Cast = CastOf(told.Participants, format is SourceFormat.TouchpointCsv or SourceFormat.EdgeList),
            GroupSize = told.GroupSize,
            Seconds = told.Length is { } length ? (int)length.TotalSeconds : -1,
            Extra = Texts.Add(told.Note, told.Facet),
            Direction = told.Direction,
            Outcome = told.IsAttempt ? Outcome.Attempted : told.Outcome ?? Outcome.Delivered,
            Gesture = told.Gesture,
            IsAutomatic = told.IsAutomatic,
            IsGroup = told.IsGroup,
        });
    }

    private static UInt128 PrintOf(SourceEvent told, RowKey row) =>
        RowKey.StemOf(row.Contacts, told.At, told.Channel, told.Direction ?? Direction.Unknown) + (UInt128)row.Ordinal;

    private (string Source, UInt128 Digest, UInt128 Print) KeyOf(SourceEvent told, SourceFormat format)
    {
        var key = told.Key ?? ContentKey(told, format);
        var end = key.IndexOf('|', StringComparison.Ordinal);
        var digest = Digest(key);
        return (Shared(end > 0 ? key.AsSpan(0, end) : FormatNames.OptionOf(format)), digest, digest);
    }

    private static string ContentKey(SourceEvent told, SourceFormat format)
    {
        var people = told.Participants.Where(one => one.Address is not null)
            .Select(one => one.Address!.Value.Value)
            .Order(StringComparer.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{FormatNames.OptionOf(format)}|{told.At.ToUnixTimeTicks()}|{told.Channel}|{told.Direction}|{string.Join('|', people)}");
    }

    /// <summary>
    /// Returns the digest of a key: the key itself may hold addresses, and its digest tells as well whether two events are one.
    /// </summary>
    public static UInt128 Digest(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> few = stackalloc byte[512];
        SHA256.HashData(Encoding.UTF8.TryGetBytes(key, few, out var length) ? few[..length] : Encoding.UTF8.GetBytes(key), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private string Shared(ReadOnlySpan<char> source)
    {
        var lookup = sources.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(source, out var shared))
        {
            shared = source.ToString();
            sources.Add(shared, shared);
        }

        return shared;
    }

    private int CastOf(ImmutableArray<SourceParticipant> participants, bool mayBeIds)
    {
        var place = RuntimeHelpers.GetHashCode(ImmutableCollectionsMarshal.AsArray(participants)) % lastCasts.Length;
        if (lastCasts[place].Participants == participants)
        {
            return lastCasts[place].Cast;
        }

        var cast = new List<int>(participants.Length);
        foreach (var one in participants)
        {
            var identity = one.Address is { } address ? IdentityOf(address, one.Name) : Owner;
            if (one.Address is null && !one.IsMe)
            {
                continue;
            }

            if (one.IsMe && identity != Owner)
            {
                Mine.Add(identity);
            }

            if (mayBeIds && identity != Owner)
            {
                MaybeIds.Add(identity);
            }

            cast.Add((identity << 2) | (int)one.Role);
        }

        var made = cast.ToArray();
        if (!casts.TryGetValue(made, out var number))
        {
            casts.Add(made, number = Casts.Count);
            Casts.Add(made);
        }

        lastCasts[place] = (participants, number);
        return number;
    }

    private int IdentityOf(SourceAddress address, string name)
    {
        if (!identities.TryGetValue(address, out var identity))
        {
            identities.Add(address, identity = Addresses.Count);
            Addresses.Add(address);
            Names.Add("");
        }

        var shown = name.Trim('\'', '"', ' ');
        if (Names[identity].Length == 0 && shown.Length > 0 && !shown.Equals(address.Value, StringComparison.OrdinalIgnoreCase))
        {
            Names[identity] = shown;
        }

        return identity;
    }

    private sealed class CastComparer : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] cast)
        {
            var hash = default(HashCode);
            foreach (var one in cast)
            {
                hash.Add(one);
            }

            return hash.ToHashCode();
        }
    }
}
