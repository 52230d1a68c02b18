using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Reads a person that <see cref="PersonPacker"/> wrote. Texts that most people share are one text.</summary>
internal sealed class PersonUnpacker
{
    private const int LongestShared = 64;

    private const int MostShared = 20_000;

    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private ReadOnlyMemory<byte> rest;

    public PersonUnpacker() => lookup = shared.GetAlternateLookup<ReadOnlySpan<char>>();

    public (SourcePerson Person, SourceFormat Format) Unpack(ReadOnlyMemory<byte> packed)
    {
        rest = packed;
        var format = (SourceFormat)Number();
        var flags = Number();
        var person = new SourcePerson
        {
            IsMe = (flags & 1) != 0,
            Name = Text(),
            Nickname = Text(),
            Organisation = Shared(),
            Title = Shared(),
            Note = Text(),
            Parts = (flags & 2) != 0 ? new NameParts(Shared(), Shared(), Shared(), Shared(), Shared()) : null,
            Key = (flags & 4) != 0 ? Text() : null,
            CadenceDays = (flags & 8) != 0 ? Number() : null,
            Birthday = Date(),
            Anniversary = Date(),
            Death = Date(),
            ConnectedOn = Date() is { Year: { } year, Month: { } month, Day: { } day } ? new LocalDate(year, month, day) : null,
        };
        for (var count = Number(); count > 0; count--)
        {
            var kind = (SourceAddressKind)Number();
            var value = Text();
            person.Addresses.Add(new PersonAddress(new SourceAddress(kind, value), Text(value), Shared()));
        }

        for (var count = Number(); count > 0; count--)
        {
            person.Dates.Add(new SourceDate(Shared(), Date()));
        }

        for (var count = Number(); count > 0; count--)
        {
            person.Tags.Add(Shared());
        }

        for (var count = Number(); count > 0; count--)
        {
            var (kind, name, isKeyed, key) = (Shared(), Text(), Number() == 1, Text());
            person.Related.Add(new SourceRelation(kind, name, isKeyed ? key : null));
        }

        for (var count = Number(); count > 0; count--)
        {
            person.Unknown.Add(new SourceProperty(Shared(), Shared(), Text(), Shared()));
        }

        return (person, format);
    }

    private PartialDate Date()
    {
        var number = Number();
        var (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        return number == 0 ? default
            : year == 0 ? PartialDate.FromMonthDay(month, day)
            : month == 0 ? PartialDate.FromYear(year)
            : day == 0 ? PartialDate.FromYearMonth(year, month)
            : PartialDate.FromDate(new LocalDate(year, month, day));
    }

    private int Number()
    {
        var bytes = rest.Span;
        var (number, length) = (0u, 0);
        for (; (bytes[length] & 0x80) != 0; length++)
        {
            number |= (uint)(bytes[length] & 0x7F) << (7 * length);
        }

        number |= (uint)bytes[length] << (7 * length);
        rest = rest[(length + 1)..];
        return (int)number;
    }

    private string Shared()
    {
        var bytes = Bytes(out var isWide);
        if (isWide || bytes.Length > LongestShared)
        {
            return Made(bytes, isWide);
        }

        Span<char> room = stackalloc char[LongestShared];
        ReadOnlySpan<char> text = room[..Encoding.UTF8.GetChars(bytes, room)];
        if (!lookup.TryGetValue(text, out var one))
        {
            one = text.ToString();
            if (shared.Count < MostShared)
            {
                shared.Add(one);
            }
        }

        return one;
    }

    private string Text(string same = "")
    {
        if (rest.Span[0] == PersonPacker.Same)
        {
            rest = rest[1..];
            return same;
        }

        var bytes = Bytes(out var isWide);
        return Made(bytes, isWide);
    }

    private static string Made(ReadOnlySpan<byte> bytes, bool isWide) =>
        isWide ? new string(MemoryMarshal.Cast<byte, char>(bytes)) : Encoding.UTF8.GetString(bytes);

    private ReadOnlySpan<byte> Bytes(out bool isWide)
    {
        var bytes = rest.Span;
        var (head, length) = bytes[0] < PersonPacker.Same ? (1, bytes[0]) : (5, BitConverter.ToInt32(bytes[1..]));
        isWide = bytes[0] == PersonPacker.Wide;
        rest = rest[(head + length)..];
        return bytes.Slice(head, length);
    }
}
