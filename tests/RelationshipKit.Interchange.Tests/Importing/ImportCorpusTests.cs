using NodaTime;
using RelationshipKit.Interchange.Tests.Sources;

namespace RelationshipKit.Interchange.Tests.Importing;

/// <summary>Laws of the import over real files.</summary>
public class ImportCorpusTests
{
    private static readonly ImportSettings Settings =
        new() { AsOf = Instant.FromUtc(2026, 6, 1, 0, 0), Region = "GB", DateOrder = DateOrder.DayMonthYear };

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var row in CorpusTests.Expected())
        {
            data.Add((string)row[0]);
        }

        return data;
    }

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public async Task Import_ASecondTime_AddsNothingAndRefusesNothing(string file)
    {
        var path = Path.Combine(Corpus.Folder!, file);
        var empty = RelationshipBook.Create(DateTimeZone.Utc);
        var import = await Import.ReadAsync([path], Settings, empty);
        var update = import.Apply(empty);
        var again = await Import.ReadAsync([path], Settings, update.Book);

        Assert.Empty(update.Refused);
        Assert.Equal(import.Report.Contacts.Added, update.Book.ContactCount);
        Assert.True(import.Report.Touchpoints.Added <= update.Book.Touchpoints.Count);
        Assert.Empty(again.Apply(update.Book).Changes);
        Assert.Equal((0, 0, 0L), (again.Report.Contacts.Added, again.Report.Contacts.Changed, again.Report.Touchpoints.Added));
    }

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public async Task Contacts_ExportedAndImported_AreTheSame(string file)
    {
        var empty = RelationshipBook.Create(DateTimeZone.Utc);
        var book = (await Import.ReadAsync([Path.Combine(Corpus.Folder!, file)], Settings, empty)).Apply(empty).Book;
        if (book.ContactCount == 0)
        {
            return;
        }

        foreach (var write in (Action<Stream>[])[stream => Export.VCard(book, stream), stream => Export.VCard(
            book, stream, VCardVersion.Three), stream => Export.LosslessCsv(book, stream), stream => Export.Csv(book, stream)])
        {
            var path = Path.GetTempFileName();
            try
            {
                using (var stream = File.Create(path))
                {
                    write(stream);
                }

                var read = await Import.ReadAsync([path], Settings, empty);
                Assert.False(read.Report.HasErrors, read.Report.Files[0].Error);
                Assert.Equal(book.ContactCount, (int)read.Report.Files[0].Contacts);
                Assert.Equal(0, read.Report.Files[0].SkippedCount);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }
}
