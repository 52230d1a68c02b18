using System.Globalization;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>
/// Reads address books in CSV: Google (before and since 2024), Outlook, Thunderbird, LinkedIn Connections, and any subset of their columns.
/// </summary>
/// <remarks>
/// Columns whose names are not known are kept with the person. Cells that stand for nothing (0/0/00, N/A, NULL) count as empty.
/// </remarks>
internal sealed class AddressBookReader
{
    private const string Several = " ::: ";

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "", "null", "n/a", "#n/a", "#n/a n/a", "<na>", "none", "0/0/00", "0.0.00", "00/00/0000" };

    private readonly SourceContext context;
    private readonly bool linkedIn;
    private AddressBookField?[] fields = [];
    private DateOrder order;

    private AddressBookReader(SourceContext context)
    {
        this.context = context;
        linkedIn = context.Account.Format == SourceFormat.LinkedInConnections;
    }

    /// <summary>Reads the people of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var reader = new AddressBookReader(context);
        TableColumns? columns = null;
        foreach (var row in Table.Read(context))
        {
            if (columns is null)
            {
                columns = row.Columns;
                reader.fields = Array.ConvertAll(columns.Names, AddressBookColumns.Find);
                
                // Points separate days first by themselves; with slashes, Outlook in English of the United States is the commonest source.
                reader.order = context.Settings.DateOrder ?? DateOrder.MonthDayYear;
            }

            if (reader.Person(row) is { } person)
            {
                yield return person;
            }
        }
    }

    private SourcePerson? Person(TableRow row)
    {
        var person = new SourcePerson();
        var parts = new Dictionary<AddressBookField, string>();
        for (var i = 0; i < fields.Length; i++)
        {
            var cell = row[i];
            if (!Nothing.Contains(cell))
            {
                Take(person, parts, row, i, cell);
            }
        }

        string Part(AddressBookField field) => parts.GetValueOrDefault(field, "");
        var structured = new NameParts(
            Part(AddressBookField.Family), Part(AddressBookField.Given), Part(AddressBookField.Additional), Part(AddressBookField.Prefix), Part(AddressBookField.Suffix));
        if (structured.Full.Length > 0)
        {
            person.Parts = structured;
        }

        person.Name = Part(AddressBookField.FullName) is { Length: > 0 } full ? full : structured.Full;
        BirthdayOfParts(person, Part);
        if (person.Name.Length == 0)
        {
            person.Name = person.Nickname.Length > 0 ? person.Nickname : person.Organisation;
        }

        if (person.HasIdentity)
        {
            return person;
        }

        context.Account.OnBad(row.Where, "the row has neither a name nor an address.");
        return null;
    }

    private void Take(SourcePerson person, Dictionary<AddressBookField, string> parts, TableRow row, int i, string cell)
    {
        switch (fields[i])
        {
            case AddressBookField.Nickname:
                person.Nickname = NameText.Clean(cell);
                break;
            case AddressBookField.Organisation:
                person.Organisation = person.Organisation.Length > 0 ? person.Organisation : NameText.Clean(cell);
                break;
            case AddressBookField.Title:
                person.Title = person.Title.Length > 0 ? person.Title : NameText.Clean(cell);
                break;
            case AddressBookField.Note:
                person.AddNote(cell);
                break;
            case AddressBookField.Tags:
                Tags(person, cell);
                break;
            case AddressBookField.Email:
                Addresses(person, row, i, cell, AddressText.Email);
                break;
            case AddressBookField.Phone:
                Addresses(person, row, i, cell, context.Addresses.Phone);
                break;
            case AddressBookField.Birthday:
                Date(row, i, cell, person, date => person.Birthday = date);
                break;
            case AddressBookField.Anniversary:
                Date(row, i, cell, person, date => person.Anniversary = date);
                break;
            case AddressBookField.EventValue:
                var what = LabelOf(row, i);
                Date(row, i, cell, person, date =>
                {
                    if (what.Equals("anniversary", StringComparison.OrdinalIgnoreCase) && person.Anniversary == default)
                    {
                        person.Anniversary = date;
                    }
                    else
                    {
                        person.Dates.Add(new SourceDate(what, date));
                    }
                });
                break;
            case AddressBookField.Spouse:
                person.Related.Add(new SourceRelation("spouse", NameText.Clean(cell)));
                break;
            case AddressBookField.Children:
                person.Related.AddRange(cell.Split(',', ';').Select(NameText.Clean).Where(name => name.Length > 0).Select(name => new SourceRelation("child", name)));
                break;
            case AddressBookField.Manager:
                person.Related.Add(new SourceRelation("manager", NameText.Clean(cell)));
                break;
            case AddressBookField.Assistant:
                person.Related.Add(new SourceRelation("assistant", NameText.Clean(cell)));
                break;
            case AddressBookField.RelationValue:
                person.Related.Add(new SourceRelation(LabelOf(row, i).ToLowerInvariant(), NameText.Clean(cell)));
                break;
            case AddressBookField.ConnectedOn:
                Connected(person, row, i, cell);
                break;
            case AddressBookField.LinkedIn when linkedIn:
                person.Add(AddressText.Handle("linkedin", LinkedInMessageReader.Profile(cell)), cell, "linkedin");
                break;
            case AddressBookField.Label:
                break;
            case { } field when field <= AddressBookField.Suffix || field is AddressBookField.BirthYear or AddressBookField.BirthMonth or AddressBookField.BirthDay:
                if (NameText.Clean(cell) is { Length: > 0 } text)
                {
                    parts.TryAdd(field, text);
                }

                break;
            default:
                if (row.Columns.Names[i] == AddressBookWriter.PropertiesColumn)
                {
                    AddressBookWriter.ReadProperties(cell, person);
                }
                else
                {
                    Keep(person, row, i, cell);
                }

                break;
        }
    }

    private static void Keep(SourcePerson person, TableRow row, int i, string cell) =>
        person.Unknown.Add(new SourceProperty(row.Columns.Names[i], "", cell));

    // "* myContacts" and its like are groups of the system, not of the owner.
    private static void Tags(SourcePerson person, string cell)
    {
        foreach (var tag in cell.Contains(":::", StringComparison.Ordinal) || cell.StartsWith('*') ? cell.Split(":::") : cell.Split(';', ','))
        {
            if (!tag.TrimStart().StartsWith('*'))
            {
                person.AddTag(tag);
            }
        }
    }

    private static void Addresses(SourcePerson person, TableRow row, int i, string cell, Func<string, SourceAddress?> read)
    {
        var label = LabelOf(row, i);
        foreach (var written in cell.Split(Several, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (read(written) is { } address)
            {
                person.Add(address, written, label);
            }
            else
            {
                // An address of Exchange, a number with letters: not to be compared, but not to be lost.
                Keep(person, row, i, written);
            }
        }
    }

    // "Phone 1 - Value" has its label in the column before it; "Home Phone" says it itself. "* " marks the preferred one.
    private static string LabelOf(TableRow row, int i)
    {
        var name = row.Columns.Names[i];
        if (name.EndsWith(" - Value", StringComparison.OrdinalIgnoreCase))
        {
            var stem = name[..^8];
            var label = row[$"{stem} - Label"];
            label = label.Length > 0 ? label : row[$"{stem} - Type"];
            return NameText.Clean(label.TrimStart('*', ' '));
        }

        foreach (var word in (string[])["home", "business", "work", "mobile", "fax", "pager", "other", "primary"])
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        return "";
    }

    private void Date(TableRow row, int i, string cell, SourcePerson person, Action<PartialDate> set)
    {
        if (TableDate.TryPartial(cell, order, out var date))
        {
            set(date);
        }
        else
        {
            Keep(person, row, i, cell);
        }
    }

    private static void Connected(SourcePerson person, TableRow row, int i, string cell)
    {
        if (TableDate.TryPartial(cell, DateOrder.MonthDayYear, out var date) && date is { Year: { } year, Month: { } month, Day: { } day })
        {
            person.ConnectedOn = new LocalDate(year, month, day);
        }
        else
        {
            Keep(person, row, i, cell);
        }
    }

    private static void BirthdayOfParts(SourcePerson person, Func<AddressBookField, string> part)
    {
        static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var (year, month, day) = (Number(part(AddressBookField.BirthYear)), Number(part(AddressBookField.BirthMonth)), Number(part(AddressBookField.BirthDay)));
        if (person.Birthday == default && month > 0 && VCards.VCardDate.TryDate(year, month, day, out var date))
        {
            person.Birthday = date;
        }
    }
}
