using System.Globalization;
using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Interchange.Tests.Importing;

/// <summary>Laws of the import over generated files of several families that tell of the same few people.</summary>
public class ImportProperties
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 0, 0);

    private static readonly ImportSettings Settings = new() { AsOf = Now, Me = ["me@x.org"] };

    private static readonly string[] People = ["Ada Lovelace", "Zoë O'Neil", "李 小龍", "Bo", "Fay Quist"];

    // What texts of people are made of: mostly things that mean something in a format.
    private static readonly Gen<string> Scraps = Gen.Elements(
        "a", "Ünal", "é", "e\u0301", ",", ";", ":", "\"", "'", "\\", "\\n", "=", "+", "-", "@", "=3D", " ", "  ", "|", ":::", "*", "1",
        "END:VCARD", "😀", "עב", "\u200F", "x");

    [Property(MaxTest = 60)]
    public Property Importing_twice_adds_nothing() =>
        Prop.ForAll(Files().ToArbitrary(), files =>
        {
            var book = Imported(Empty, files);
            var again = Read(book, [.. files.Reverse()]);
            return again.Apply(book).Changes.IsEmpty
                && (again.Report.Contacts.Added, again.Report.Contacts.Changed, again.Report.Touchpoints.Added) == (0, 0, 0L)
                && files.All(file => Read(book, [file]).Apply(book).Changes.IsEmpty);
        });

    [Property(MaxTest = 60)]
    public Property The_order_of_files_does_not_matter() =>
        Prop.ForAll(Files().ToArbitrary(), files =>
        {
            var (forth, back) = (Imported(Empty, files), Imported(Empty, [.. files.Reverse()]));
            return Told(forth).SequenceEqual(Told(back)) && Known(forth).SequenceEqual(Known(back));
        });

    [Property(MaxTest = 60)]
    public Property A_bad_record_never_loses_the_others() =>
        Prop.ForAll(Families().ToArbitrary(), family =>
        {
            var whole = Read(Empty, [family.Good]);
            var damaged = Read(Empty, [family.WithBad]);
            return !damaged.Report.HasErrors
                && damaged.Report.Files[0].SkippedCount == family.Bad
                && Told(whole.Apply(Empty).Book).SequenceEqual(Told(damaged.Apply(Empty).Book))
                && Known(whole.Apply(Empty).Book).SequenceEqual(Known(damaged.Apply(Empty).Book));
        });

    [Property(MaxTest = 100)]
    public Property Exporting_and_importing_gives_the_same_contacts() =>
        Prop.ForAll(Books().ToArbitrary(), book =>
            ((Action<Stream>[])[stream => Export.VCard(book, stream), stream => Export.VCard(
                book, stream, VCardVersion.Three), stream => Export.LosslessCsv(book, stream)])
                .All(write => Known(Imported(Empty, [Written(write)])).SequenceEqual(Known(book))));

    [Property(MaxTest = 60)]
    public Property The_erased_stay_out() =>
        Prop.ForAll(Files().ToArbitrary(), Gen.Choose(0, 31).ToArbitrary(), (files, chosen) =>
        {
            var book = Imported(Empty, files);
            var gone = book.Contacts.Where((_, i) => (chosen >> i & 1) == 1).Select(contact => contact.Id).ToArray();
            var erased = gone.Aggregate(book, (rest, id) => rest.Erase(id).OrThrow());
            var again = Imported(erased, files);
            return again.ContactCount == book.ContactCount - gone.Length
                && again.Touchpoints.All(touchpoint => !touchpoint.Participants.Intersect(gone).Any())
                && again.Touchpoints.Count == erased.Touchpoints.Count;
        });

    [Property(MaxTest = 100)]
    public Property No_cell_of_the_CSV_for_spreadsheets_begins_a_formula() =>
        Prop.ForAll(Books().ToArbitrary(), book =>
        {
            using var csv = CsvReader.Create(
                new MemoryStream(Encoding.UTF8.GetBytes(Written(stream => Export.Csv(book, stream)))), new CsvReaderOptions());
            csv.ReadHeader();
            var rows = 0;
            while (csv.Read())
            {
                rows++;
                for (var i = 0; i < csv.FieldCount; i++)
                {
                    if (csv.GetString(i).TrimStart() is ['=' or '+' or '-' or '@', ..])
                    {
                        return false;
                    }
                }
            }

            return rows == book.ContactCount;
        });

    [Property(MaxTest = 100)]
    public Property An_exported_date_comes_once_a_year_on_its_day() =>
        Prop.ForAll(
            Gen.OneOf(Gen.Constant(59), Gen.Choose(0, 365)).ToArbitrary(), Gen.Elements(Enum.GetValues<LeapDayRule>()).ToArbitrary(),
            Gen.Choose(1900, 2025).ToArbitrary(),
            (number, rule, year) => {
            var born = new LocalDate(2024, 1, 1).PlusDays(number);
            var isLeapDay = (born.Month, born.Day) == (2, 29);
            var date = year % 2 == 0 || (isLeapDay && year % 4 != 0)
                ? PartialDate.FromMonthDay(born.Month, born.Day)
                : PartialDate.FromDate(new LocalDate(isLeapDay ? 1996 : year, born.Month, born.Day));
            var contact = new Contact("ada", "Ada") { Occasions = [new Occasion(OccasionKind.Birthday, date) { LeapDayRule = rule }] };
            var text = Written(stream => Export.Calendar(Empty.Add(contact).OrThrow(), stream, Now, 0));
            var birthday = Ical.Net.Calendar.Load(text)!.Events.Single(one => one.Summary == "Birthday: Ada");
            var days = birthday.GetOccurrences(new Ical.Net.DataTypes.CalDateTime(2026, 1, 1))
                .Select(one => LocalDate.FromDateTime(one.Period.StartTime.Value))
                .TakeWhile(day => day.Year < 2034);
            return days.SequenceEqual(
                Enumerable.Range(2026, 8).Where(at => !isLeapDay || at % 4 == 0 || rule != LeapDayRule.LeapYearsOnly).Select(at =>
                !isLeapDay || at % 4 == 0 ? new LocalDate(at, born.Month, born.Day)
                : rule == LeapDayRule.FirstOfMarch ? new LocalDate(at, 3, 1)
                : new LocalDate(at, 2, 28)));
        });

    private static RelationshipBook Empty => RelationshipBook.Create(DateTimeZone.Utc);

    private static RelationshipBook Imported(RelationshipBook book, string[] files) => Read(book, files).Apply(book).OrThrow();

    private static Import Read(RelationshipBook book, string[] files)
    {
        using var folder = new TemporaryFolder();
        var paths = files.Select((text, i) =>
        {
            var path = Path.Combine(folder.Path, i.ToString(CultureInfo.InvariantCulture));
            File.WriteAllText(path, text);
            return path;
        }).ToArray();
        return Import.ReadAsync(paths, Settings, book).GetAwaiter().GetResult();
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // Ids follow the order in which people come; what is told of whom must not.
    private static IEnumerable<string> Told(RelationshipBook book) => book.Touchpoints
        .Select(
            touchpoint =>
                $"{touchpoint.At} {touchpoint.Channel} {touchpoint.Direction} {touchpoint.Outcome} {touchpoint.Note} "
                    + $"{string.Join('+', touchpoint.Participants.Select(id => book.Find(id)!.Name).Order(StringComparer.Ordinal))}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Known(RelationshipBook book) => book.Contacts
        .Select(one =>
            $"{one.Name}/{one.StructuredName}/{one.StructuredName?.Given}/{one.StructuredName?.Family}/{string.Join('+', one.Addresses.Select(address => address.Value).Order(StringComparer.Ordinal))}/{one.Organization}/{one.JobTitle}/{one.Notes}/{string.Join('+', one.Tags.Order(StringComparer.Ordinal))}/{string.Join('+', one.Occasions.Select(occasion => $"{occasion.Kind} {occasion.Date}").Order(StringComparer.Ordinal))}")
        .Order(StringComparer.Ordinal);

    private static string Mail(int person) => string.Create(CultureInfo.InvariantCulture, $"p{person}@x.org");

    private static string Card(int person) =>
        $"BEGIN:VCARD\nVERSION:4.0\nFN:{People[person]}\nEMAIL:{Mail(person).ToUpperInvariant()}\nORG:Firm of "
            + $"{People[person]}\nEND:VCARD\n";

    private static string Row(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"2026-0{1 + (number % 5)}-0{1 + (number / 5 % 9)},{Mail(number % People.Length)},{(number % 3 == 0 ? "phone" : "sms")},{(number % 2 == 0 ? "sent" : "in")},n{number}\n");

    private static string Letter(int number)
    {
        var (person, day) = (number % People.Length, 1 + (number % 28));
        var (from, to) = number % 2 == 0 ? ("me@x.org", Mail(person)) : (Mail(person), "me@x.org");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"From {from} Thu Jan  1 00:00:00 2026\nFrom: {from}\nTo: {to}\nDate: {day} Jan 2026 08:00:00 +0000\nMessage-ID: "
                + $"<{number}@x.org>\n\nbody\n\n");
    }

    private static string Edge(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(number % 2 == 0 ? "me@x.org " : "")}{Mail(number % People.Length)}{(number % 2 == 0 ? "" : " me@x.org")} "
                + $"{1_700_000_000 + (number * 1_000)}\n");

    // Each family with the head of its file, a good record by number, and records that cannot be read.
    private static readonly (string Head, Func<int, string> Record, string[] Bad)[] Formats =
    [
        ("at,contact,channel,direction,note\n", Row,
        [
            "yesterday,a,sms,in,\n", "2026-01-01,a,pigeon,in,\n", "2026-01-01,,sms,in,\n", "2026-01-01,a,sms,in,,,\n"
        ]),
        ("# edges\n", Edge, ["a b\n", "a b c\n", "a b 99999999999999999999\n", "a b 1 2\n"]),
        ("", Letter, ["From x Thu Jan  1 00:00:00 2026\nFrom: p1@x.org\nTo: me@x.org\nMessage-ID: <bad@x.org>\n\nbody\n\n"]),
        ("", number => Card(number % People.Length), ["BEGIN:VCARD\nVERSION:4.0\nX-NOTHING:1\nEND:VCARD\n"]),
    ];

    private static Gen<string[]> Files() => OneFile().NonEmptyListOf().Select(files => files.Take(4).ToArray());

    private static Gen<string> OneFile() =>
        from format in Gen.Elements(Formats)
        from numbers in Gen.Choose(0, 40).NonEmptyListOf()
        select format.Head + string.Concat(numbers.Select(format.Record));

    private static Gen<(string Good, string WithBad, int Bad)> Families() =>
        from format in Gen.Elements(Formats)
        from numbers in Gen.Choose(0, 40).NonEmptyListOf()
        from bad in (from place in Gen.Choose(0, 20) from record in Gen.Elements(format.Bad) select (Place: place, Record: record))
            .NonEmptyListOf()
        let good = numbers.Select(format.Record).ToArray()
        let placed = bad.Select(one => (Place: 1 + (one.Place % good.Length), one.Record)).ToLookup(one => one.Place, one => one.Record)
        select (
            format.Head + string.Concat(good),
            format.Head + string.Concat(good.Select((record, i) => record + string.Concat(placed[i + 1]))),
            bad.Count);

    private static Gen<string> Line() =>
        Scraps.NonEmptyListOf().Select(
            scraps => string.Concat(scraps)).Select(Addresses.NameText.Clean).Where(text => text.Length is > 0 and < 200);

    private static Gen<RelationshipBook> Books() =>
        from names in Line().NonEmptyListOf()
        from contacts in Gen.CollectToSequence(names.Distinct().Take(4).Select(Person))
        select Empty.Add(contacts).OrThrow();

    private static Gen<Contact> Person(string name, int number) =>
        from organization in Gen.OneOf(Gen.Constant<string?>(null), Line().Select(text => (string?)text))
        from title in Gen.OneOf(Gen.Constant<string?>(null), Line().Select(text => (string?)text))
        from notes in Gen.OneOf(Gen.Constant<string?>(null), Line().NonEmptyListOf().Select(lines => (string?)string.Join('\n', lines)))
        from tags in Line().ListOf()
        from month in Gen.Choose(0, 12)
        select new Contact($"c{number}", name)
        {
            Addresses = [Address.Email(Mail(number))],
            Organization = organization,
            JobTitle = title,
            Notes = notes,
            Tags = [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)],
            Occasions = month == 0 ? [] : [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(month, 28))],
        };
}
