using System.Buffers;
using System.Globalization;
using System.Text;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Writes an address book in the columns of Google Contacts: safe for spreadsheets, or lossless.</summary>
/// <remarks>
/// <para>A spreadsheet runs a cell that begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> as a formula. The safe form puts an apostrophe
/// in front of such cells, telephone numbers included, and begins with a byte order mark. The lossless form leaves cells as they are and
/// adds the columns of the kit's own; it is for programs and comes back the same.</para>
/// </remarks>
internal sealed class AddressBookWriter
{
    /// <summary>The column that keeps the properties the kit has no place for, a line each.</summary>
    public const string PropertiesColumn = "X-Properties";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;\t");

    private const int MostOfAKind = 100;

    private readonly List<(string Name, Func<SourcePerson, string> Cell)> columns = [];
    private readonly bool safe;

    private AddressBookWriter(IReadOnlyCollection<SourcePerson> people, bool safe)
    {
        this.safe = safe;
        Add("Name", person => person.Name);
        Add("First Name", person => person.Parts?.Given ?? "");
        Add("Middle Name", person => person.Parts?.Additional ?? "");
        Add("Last Name", person => person.Parts?.Family ?? "");
        Add("Name Prefix", person => person.Parts?.Prefix ?? "");
        Add("Name Suffix", person => person.Parts?.Suffix ?? "");
        Add("Nickname", person => person.Nickname);
        Add("Organization Name", person => person.Organisation);
        Add("Organization Title", person => person.Title);
        Add("Birthday", person => person.Birthday.ToString());
        Add("Anniversary", person => person.Anniversary.ToString());
        Add("Notes", person => person.Note);
        Add("Labels", person => safe || !HasSeparators(person) ? string.Join(" ::: ", person.Tags) : "");
        Several(people, "E-mail", person => Of(person, SourceAddressKind.Email), address => address.Label, address => address.Written);
        Several(people, "Phone", person => Of(person, SourceAddressKind.Phone), address => address.Label, address => address.Written);
        Several(
            people, "Relation", person =>
                person.Related.Where(relation => relation.Key is null).ToArray(), relation => relation.Kind, relation => relation.Name);
        Several(people, "Event", person => person.Dates, date => date.Label, date => date.Date.ToString());
        if (!safe)
        {
            Add(PropertiesColumn, Properties);
        }
    }

    /// <summary>Writes a row for each person.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="people">The people.</param>
    /// <param name="safe">Whether to write the form for spreadsheets.</param>
    public static void Write(Stream stream, IReadOnlyCollection<SourcePerson> people, bool safe)
    {
        var writer = new AddressBookWriter(people, safe);
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: safe), 1 << 14, leaveOpen: true);
        writer.Row(text, writer.columns.Select(column => column.Name));
        foreach (var person in people)
        {
            writer.Row(text, writer.columns.Select(column => column.Cell(person)));
        }
    }

    /// <summary>Takes the properties of the lossless form back.</summary>
    public static void ReadProperties(string cell, SourcePerson person)
    {
        foreach (var line in cell.Split('\n'))
        {
            var parts = line.Split('\t');
            if (parts is ["U", var group, var name, var parameters, var value])
            {
                person.Unknown.Add(new SourceProperty(Plain(name), Plain(parameters), Plain(value), Plain(group)));
            }
            else if (parts is ["A", var service, var written, var label])
            {
                person.Add(new SourceAddress(SourceAddressKind.Handle, Plain(service)), Plain(written), Plain(label));
            }
            else if (parts is ["T", var tag])
            {
                person.AddTag(Plain(tag));
            }
            else if (parts is ["R", var kind, var key])
            {
                person.Related.Add(new SourceRelation(Plain(kind), "", Plain(key)));
            }
            else if (parts is ["K", var own])
            {
                person.Key = Plain(own);
            }
            else if (parts is ["D", var death] && PartialDate.TryParse(death, null, out var date))
            {
                person.Death = date;
            }
        }
    }

    private static string Properties(SourcePerson person)
    {
        var lines = new List<string>();
        lines.AddRange(
            person.Unknown.Select(
                property =>
                    $"U\t{Written(property.Group)}\t{Written(property.Name)}\t{Written(property.Parameters)}\t{Written(property.Value)}"));
        lines.AddRange(
            Of(person, SourceAddressKind.Handle)
                .Select(address => $"A\t{Written(address.Address.Value)}\t{Written(address.Written)}\t{Written(address.Label)}"));
        lines.AddRange(
            person.Related.Where(relation => relation.Key is not null)
                .Select(relation => $"R\t{Written(relation.Kind)}\t{Written(relation.Key!)}"));
        lines.AddRange(HasSeparators(person) ? person.Tags.Select(tag => $"T\t{Written(tag)}") : []);
        if (person.Key is { } key)
        {
            lines.Add($"K\t{Written(key)}");
        }

        if (person.Death != default)
        {
            lines.Add($"D\t{person.Death}");
        }

        return string.Join('\n', lines);
    }

    // Readers of other books take these for the ends of tags, and a star for a label of the program's own.
    private static bool HasSeparators(SourcePerson person) =>
        person.Tags.Exists(tag => tag.AsSpan().IndexOfAny(",;:") >= 0 || tag.StartsWith('*'));

    private static string Written(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace(
            "\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(
                text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var c => c });
        }

        return plain.ToString();
    }

    private static PersonAddress[] Of(SourcePerson person, SourceAddressKind kind) =>
        [.. person.Addresses.Where(address => address.Address.Kind == kind)];

    private void Add(string name, Func<SourcePerson, string> cell) => columns.Add((name, cell));

    private void Several<T>(
        IEnumerable<SourcePerson> people, string name, Func<SourcePerson, IReadOnlyList<T>> values, Func<T, string> label,
        Func<T, string> value)
    {
        var most = people.Select(person => values(person).Count).DefaultIfEmpty(0).Max();
        for (var i = 0; i < Math.Min(most, MostOfAKind); i++)
        {
            var index = i;
            Add(
                string.Create(CultureInfo.InvariantCulture, $"{name} {i + 1} - Label"),
                person => index < values(person).Count ? label(values(person)[index]) : "");
            Add(
                string.Create(CultureInfo.InvariantCulture, $"{name} {i + 1} - Value"),
                person => index < values(person).Count ? value(values(person)[index]) : "");
        }
    }

    private void Row(StreamWriter text, IEnumerable<string> cells)
    {
        text.Write(string.Join(',', cells.Select(Cell)));
        text.Write("\r\n");
    }

    private string Cell(string cell)
    {
        if (safe && cell.Length > 0 && (cell.TrimStart() is ['=' or '+' or '-' or '@', ..] || cell[0] is '\t' or '\r'))
        {
            cell = $"'{cell}";
        }

        return cell.AsSpan().ContainsAny(Quoted)
            || cell.Trim().Length != cell.Length ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
