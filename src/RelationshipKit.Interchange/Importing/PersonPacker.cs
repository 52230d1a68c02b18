using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Writes a person as bytes, which <see cref="PersonUnpacker"/> reads; only within one run.</summary>
internal sealed class PersonPacker
{
    /// <summary>Stands in place of the length of a text: its letters follow as they are, because half of a pair has no UTF-8.</summary>
    public const byte Wide = 254;

    /// <summary>Stands in place of the length of a text: the length follows in four bytes.</summary>
    public const byte Long = 255;

    /// <summary>Stands in place of the length of a text: it is the same as another one.</summary>
    public const byte Same = 253;

    private const int LongestShort = 250;

    private byte[] buffer = new byte[1 << 10];
    private int length;

    /// <summary>Returns the bytes; they are good until the next call.</summary>
    public ReadOnlySpan<byte> Pack(SourcePerson person, SourceFormat format)
    {
        length = 0;
        Number((int)format);
        Number(FlagsOf(person));
        Text(person.Name);
        Text(person.Nickname);
        Text(person.Organisation);
        Text(person.Title);
        Text(person.Note);
        if (person.Parts is { } parts)
        {
            Text(parts.Family);
            Text(parts.Given);
            Text(parts.Additional);
            Text(parts.Prefix);
            Text(parts.Suffix);
        }

        if (person.Key is { } key)
        {
            Text(key);
        }

        if (person.CadenceDays is { } days)
        {
            Number(days);
        }

        Date(person.Birthday);
        Date(person.Anniversary);
        Date(person.Death);
        Date(person.ConnectedOn is { } connected ? PartialDate.FromDate(connected) : default);
        Lists(person);
        return buffer.AsSpan(0, length);
    }

    private static int FlagsOf(SourcePerson person) =>
        (person.IsMe ? 1 : 0)
        | (person.Parts is not null ? 2 : 0)
        | (person.Key is not null ? 4 : 0)
        | (person.CadenceDays is not null ? 8 : 0);

    private void Lists(SourcePerson person)
    {
        Number(person.Addresses.Count);
        foreach (var (address, written, label) in person.Addresses)
        {
            Number((int)address.Kind);
            Text(address.Value);
            Text(written, address.Value);
            Text(label);
        }

        Number(person.Dates.Count);
        foreach (var (label, date) in person.Dates)
        {
            Text(label);
            Date(date);
        }

        Number(person.Tags.Count);
        person.Tags.ForEach(Text);
        Number(person.Related.Count);
        foreach (var (kind, name, key) in person.Related)
        {
            Text(kind);
            Text(name);
            Number(key is null ? 0 : 1);
            Text(key ?? "");
        }

        Number(person.Unknown.Count);
        foreach (var (name, parameters, value, group) in person.Unknown)
        {
            Text(name);
            Text(parameters);
            Text(value);
            Text(group);
        }
    }

    private void Date(PartialDate date) => Number(((date.Year ?? 0) * 10_000) + ((date.Month ?? 0) * 100) + (date.Day ?? 0));

    // Seven bits a byte; nearly all numbers are small.
    private void Number(int number)
    {
        Room(5);
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            buffer[length++] = (byte)(rest | 0x80);
        }

        buffer[length++] = (byte)rest;
    }

    private void Text(string text, string same)
    {
        if (text == same)
        {
            Room(1);
            buffer[length++] = Same;
        }
        else
        {
            Text(text);
        }
    }

    private void Text(string text)
    {
        var most = (text.Length * 3) + 5;
        Room(most);
        var head = most - 5 <= LongestShort ? 1 : 5;
        if (Utf8.FromUtf16(
            text, buffer.AsSpan(length + head), out _, out var bytes, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            buffer[length] = head == 1 ? (byte)bytes : Long;
        }
        else
        {
            head = 5;
            buffer[length] = Wide;
            MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(buffer.AsSpan(length + head));
            bytes = text.Length * 2;
        }

        if (head == 5)
        {
            BitConverter.TryWriteBytes(buffer.AsSpan(length + 1), bytes);
        }

        length += head + bytes;
    }

    private void Room(int count)
    {
        if (buffer.Length - length < count)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }
    }
}
