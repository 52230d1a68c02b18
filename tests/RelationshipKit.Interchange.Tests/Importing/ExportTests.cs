using System.Text;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Interchange.Tests.Importing;

public class ExportTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 9, 0);

    private static RelationshipBook Book => RelationshipBook.Create(DateTimeZone.Utc, Cadence.Every(Period.FromWeeks(3)))
        .Add(new Contact("ada", "=Ada; \"L\", née Byron")
        {
            StructuredName = new StructuredName { Given = "Ada", Family = "Lovelace" },
            Addresses = [Address.Email("ada@x.org", "work"), Address.Phone("+442079460018"), Address.Handle("ada", "telegram")],
            Occasions =
            [
                new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(2, 29)),
                new Occasion(OccasionKind.Anniversary, PartialDate.FromDate(new LocalDate(2015, 6, 20)))
            ],
            Organization = "Acme",
            Notes = "two\nlines",
            Tags = ["a,b"],
            UnknownProperties = ["X-PET:cat", "item1.X-ODD;TYPE=z:v"],
            AddedOn = new LocalDate(2026, 1, 1),
        }).OrThrow();

    [Theory]
    [InlineData("four")]
    [InlineData("three")]
    [InlineData("csv")]
    public async Task Contact_ExportedAndImported_IsTheSame(string format)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Bytes(stream =>
            {
                if (format == "csv")
                {
                    Export.LosslessCsv(Book, stream);
                }
                else
                {
                    Export.VCard(Book, stream, format == "four" ? VCardVersion.Four : VCardVersion.Three);
                }
            }));
            var empty = RelationshipBook.Create(DateTimeZone.Utc);
            var read = (await Import.ReadAsync([path], new ImportSettings { AsOf = Now }, empty)).Apply(empty).OrThrow().Contacts.Single();
            var expected = Book.Find("ada")!;

            Assert.Equal(expected.Name, read.Name);
            Assert.Equal(expected.StructuredName, read.StructuredName);
            Assert.Equal(expected.Addresses.ToArray(), read.Addresses.ToArray());
            Assert.Equal(expected.Occasions.ToArray(), read.Occasions.ToArray());
            Assert.Equal((expected.Organization, expected.Notes), (read.Organization, read.Notes));
            Assert.Equal(expected.Tags.ToArray(), read.Tags.ToArray());
            Assert.Equal(expected.UnknownProperties.ToArray(), read.UnknownProperties.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Csv_NoCellBeginsLikeAFormula()
    {
        var text = Encoding.UTF8.GetString(Bytes(stream => Export.Csv(Book, stream)));

        Assert.Contains("'=Ada", text, StringComparison.Ordinal);
        Assert.Contains("'+44", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",+", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_IsReadByIcalNetAndKeepsItsUids()
    {
        var text = Encoding.UTF8.GetString(Bytes(stream => Export.Calendar(Book, stream, Now)));
        var calendar = Ical.Net.Calendar.Load(text)!;

        Assert.Equal(3, calendar.Events.Count);
        Assert.Equal(3, calendar.Events.Select(one => one.Uid).Distinct().Count());
        var birthday = Assert.Single(calendar.Events, one => one.Summary!.StartsWith("Birthday", StringComparison.Ordinal));
        Assert.Equal("Birthday: =Ada; \"L\", née Byron", birthday.Summary);
        var days = birthday.GetOccurrences(new Ical.Net.DataTypes.CalDateTime(2026, 1, 1))
            .Take(3)
            .Select(one => one.Period.StartTime.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["2026-02-28", "2027-02-28", "2028-02-29"], days);
        var later = Encoding.UTF8.GetString(Bytes(stream => Export.Calendar(Book, stream, Now + Duration.FromDays(1))));
        Assert.Equal(Uids(text), Uids(later));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public void Json_IsTheWholeBook()
    {
        Assert.Equal(Book.Contacts, RelationshipBook.Load(new MemoryStream(Bytes(stream => Export.Json(Book, stream)))).Contacts);
    }

    [Fact]
    public void Arguments_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Export.VCard(Book, Stream.Null, (VCardVersion)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Export.Calendar(Book, Stream.Null, Now, 367));
        Assert.Throws<ArgumentOutOfRangeException>(() => Export.Calendar(Book, Stream.Null, Now, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Export.Calendar(Book, Stream.Null, Instant.MaxValue));
    }

    private static IEnumerable<string> Uids(string text) =>
        text.Split("\r\n").Where(line => line.StartsWith("UID", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
