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

    private const string RestIsRead = "; the rest of the row was read.";

    // In bytes, of all of them.
    private const int LongestNothing = 10;

    private static readonly HashSet<string> Nothing = new(
        StringComparer.OrdinalIgnoreCase) { "", "null", "n/a", "#n/a", "#n/a n/a", "<na>", "none", "0/0/00", "0.0.00", "00/00/0000" };

    private readonly SourceContext context;
    private readonly bool linkedIn;
    private readonly string[] parts = new string[(int)AddressBookField.Label + 1];
    private AddressBookColumn[] columns = [];
    private AddressBookDates? dates;
    private AddressBookNames names;

    private AddressBookReader(SourceContext context)
    {
        this.context = context;
        linkedIn = context.Account.Format == SourceFormat.LinkedInConnections;
    }

    /// <summary>Reads the people of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var reader = new AddressBookReader(context);
        foreach (var row in Table.Read(context, keepsCells: true))
        {
            if (reader.columns.Length == 0)
            {
                reader.columns = [.. Enumerable.Range(0, row.Columns.Names.Length).Select(i => new AddressBookColumn(row.Columns, i))];
                reader.dates = new AddressBookDates(context, reader.columns);
                reader.names = new AddressBookNames(reader.columns);
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
        Array.Fill(parts, "");
        var width = Math.Min(columns.Length, row.Width);
        for (var i = 0; i < width; i++)
        {
            var length = row.Bytes(i).Length;
            if (length > 0 && columns[i].Field is not AddressBookField.Label && row[i] is var cell
                && (length > LongestNothing || !Nothing.Contains(cell)))
            {
                Take(person, row, columns[i], cell);
            }
        }

        names.Take(person, PartOf);
        BirthdayOfParts(person, row);
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

    private string PartOf(AddressBookField field) => parts[(int)field];

    private void Take(SourcePerson person, TableRow row, AddressBookColumn column, string cell)
    {
        switch (column.Field)
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
                Addresses(person, row, column, cell, isPhone: false);
                break;
            case AddressBookField.Phone:
                Addresses(person, row, column, cell, isPhone: true);
                break;
            case AddressBookField.Birthday:
                person.Birthday = Date(row, column, cell, person) ?? person.Birthday;
                break;
            case AddressBookField.Anniversary:
                person.Anniversary = Date(row, column, cell, person) ?? person.Anniversary;
                break;
            case AddressBookField.EventValue:
                Event(person, column.LabelIn(row), Date(row, column, cell, person));
                break;
            case AddressBookField.Spouse:
                person.Related.Add(new SourceRelation("spouse", NameText.Clean(cell)));
                break;
            case AddressBookField.Children:
                person.Related.AddRange(
                    cell.Split(',', ';').Select(NameText.Clean).Where(name => name.Length > 0).Select(
                        name => new SourceRelation("child", name)));
                break;
            case AddressBookField.Manager:
                person.Related.Add(new SourceRelation("manager", NameText.Clean(cell)));
                break;
            case AddressBookField.Assistant:
                person.Related.Add(new SourceRelation("assistant", NameText.Clean(cell)));
                break;
            case AddressBookField.RelationValue:
                person.Related.Add(new SourceRelation(column.LabelIn(row).ToLowerInvariant(), NameText.Clean(cell)));
                break;
            case AddressBookField.ConnectedOn:
                Connected(person, row, column, cell);
                break;
            case AddressBookField.LinkedIn when linkedIn:
                person.Add(AddressText.Handle("linkedin", LinkedInMessageReader.Profile(cell)), cell, "linkedin");
                break;
            case AddressBookField.Label:
                break;
            case { } field when field <= AddressBookField.Suffix
                || field is AddressBookField.BirthYear or AddressBookField.BirthMonth or AddressBookField.BirthDay:
                ref var part = ref parts[(int)field];
                part = part.Length > 0 ? part : NameText.Clean(cell);

                break;
            default:
                if (column.Name == AddressBookWriter.PropertiesColumn)
                {
                    AddressBookWriter.ReadProperties(cell, person);
                }
                else
                {
                    Keep(person, column, cell);
                }

                break;
        }
    }

    private static void Keep(SourcePerson person, AddressBookColumn column, string cell) =>
        person.Unknown.Add(new SourceProperty(column.Name, "", cell));

    private static void Event(SourcePerson person, string what, PartialDate? date)
    {
        if (date is { } day && what.Equals("anniversary", StringComparison.OrdinalIgnoreCase) && person.Anniversary == default)
        {
            person.Anniversary = day;
        }
        else if (date is { } other)
        {
            person.Dates.Add(new SourceDate(what, other));
        }
    }

    // "* myContacts" and its like are groups of the system, not of the owner.
    private static void Tags(SourcePerson person, string cell)
    {
        foreach (var tag in cell.Contains(":::", StringComparison.Ordinal) || cell.StartsWith('*')
            ? cell.Split(":::")
            : cell.Split(';', ','))
        {
            if (!tag.TrimStart().StartsWith('*'))
            {
                person.AddTag(tag);
            }
        }
    }

    private void Addresses(SourcePerson person, TableRow row, AddressBookColumn column, string cell, bool isPhone)
    {
        var label = column.LabelIn(row);
        if (!cell.Contains(Several, StringComparison.Ordinal))
        {
            Address(person, column, cell.Trim(), label, isPhone);
            return;
        }

        foreach (var written in cell.Split(Several, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Address(person, column, written, label, isPhone);
        }
    }

    private void Address(SourcePerson person, AddressBookColumn column, string written, string label, bool isPhone)
    {
        if ((isPhone ? context.Addresses.Phone(written) : AddressText.Email(written)) is { } address)
        {
            person.Add(address, written, label);
        }
        else if (written.Length > 0)
        {
            // An address of Exchange, a number with letters: not to be compared, but not to be lost.
            Keep(person, column, written);
        }
    }

    private PartialDate? Date(TableRow row, AddressBookColumn column, string cell, SourcePerson person)
    {
        if (dates!.TryRead(column, cell, out var date))
        {
            return date;
        }

        KeepUnread(person, row, column, cell, dates.WhyNot(column, cell));
        return null;
    }

    // It is kept as it was written, so that it is not lost, and said, so that somebody can correct it.
    private void KeepUnread(SourcePerson person, TableRow row, AddressBookColumn column, string cell, string reason)
    {
        Keep(person, column, cell);
        context.Account.OnUnread($"{row.Where}, column {column.Name}", reason + RestIsRead);
    }

    private void Connected(SourcePerson person, TableRow row, AddressBookColumn column, string cell)
    {
        if (TableDate.TryPartial(cell, DateOrder.MonthDayYear, out var date) && date is { Year: { } year, Month: { } month, Day: { } day })
        {
            person.ConnectedOn = new LocalDate(year, month, day);
        }
        else
        {
            KeepUnread(person, row, column, cell, TableDate.WhyNot(cell, DateOrder.MonthDayYear));
        }
    }

    private void BirthdayOfParts(SourcePerson person, TableRow row)
    {
        static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var (year, month, day) =
            (Number(PartOf(AddressBookField.BirthYear)), Number(
                PartOf(AddressBookField.BirthMonth)), Number(PartOf(AddressBookField.BirthDay)));
        if (person.Birthday != default || month <= 0)
        {
            return;
        }

        if (VCards.VCardDate.TryDate(year, month, day, out var date))
        {
            person.Birthday = date;
        }
        else if (day > 0)
        {
            context.Account.OnUnread($"{row.Where}, columns of the birthday", TableDate.WhyNot((year, month, day)) + RestIsRead);
        }
    }
}
