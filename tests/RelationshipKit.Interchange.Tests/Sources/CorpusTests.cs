using System.Globalization;
using System.Text;
using NodaTime;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>
/// The counts of real files. They were written down by eye from the list that comes with the corpus, not from what this reader gave; -1 is
/// a number nobody counted.
/// </summary>
public class CorpusTests
{
    public static TheoryData<string, string, int[]> Expected()
    {
        var data = new TheoryData<string, string, int[]>();
        using var stream = typeof(CorpusTests).Assembly.GetManifestResourceStream("corpus-counts.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            data.Add(cells[0], cells[1], [.. cells[2..].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))]);
        }

        return data;
    }

    [CorpusTheory]
    [MemberData(nameof(Expected))]
    public void File_GivesTheCountsSeenByEye(string file, string format, int[] expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        Check(Reading.OfPath(Path.Combine(Corpus.Folder!, file)), format, expected);
    }

    [CorpusTheory]
    [MemberData(nameof(Expected))]
    public void File_WithTheOtherLineEnds_GivesTheSameCounts(string file, string format, int[] expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var bytes = File.ReadAllBytes(Path.Combine(Corpus.Folder!, file));
        if (bytes.AsSpan().Contains((byte)0) || bytes.AsSpan().Contains((byte)'\r'))
        {
            // UTF-16, and files that have a return already.
            return;
        }

        Check(
            Reading.OfBytes(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("\n", "\r\n", StringComparison.Ordinal))),
            format, expected);
    }

    [CorpusTheory]
    [InlineData("vcard/fk-Empty.vcf", "empty")]
    [InlineData("sms-xml/sbr2-empty.xml", "without messages and calls")]
    [InlineData("ics/in-TimeZone1.ics", "an iCalendar file without events")]
    [InlineData("ics/in-Todo5.ics", "an iCalendar file without events")]
    [InlineData("ics/in-JOURNAL2.ics", "an iCalendar file without events")]
    [InlineData("ics/in-EmptyLines3.ics", "an iCalendar file without events")]
    public void File_WithoutRecords_SaysWhatItIs(string file, string reason)
    {
        var error = Assert.Throws<InterchangeException>(() => Reading.OfPath(Path.Combine(Corpus.Folder!, file)));

        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [CorpusTheory]
    [InlineData("whatsapp/made-other-locales.txt")]
    public void Locales_AllNameTheSameDay(string file)
    {
        var events = Reading.OfPath(Path.Combine(Corpus.Folder!, file)).Events.ToArray();

        Assert.All(events, told => Assert.Equal(new LocalDate(2024, 3, 5), told.At.InUtc().Date));
        Assert.Equal([15, 16, 17, 18, 19, 20], events.Select(told => told.At.InUtc().Minute));
        Assert.All(events, told => Assert.Equal(20, told.At.InUtc().Hour));
    }

    [CorpusTheory]
    [InlineData("whatsapp/made-ambiguous-dates.txt", 2)]
    [InlineData("whatsapp/made-android-us-12h-202f.txt", 3)]
    public void Dates_AreInTheMonthThatTheFileProves(string file, int month) =>
        Assert.All(Reading.OfPath(Path.Combine(Corpus.Folder!, file)).Events, told => Assert.Equal(month, told.At.InUtc().Month));

    private static void Check(Reading reading, string format, int[] expected)
    {
        var account = reading.Account;
        var got =
            new[] { account.Records, account.Contacts, account.Touchpoints, account.Automatic, account.Attempts, account.SkippedCount };
        var wanted = expected.Select((number, i) => number < 0 ? got[i] : number).ToArray();

        Assert.Equal(format, account.Format.ToString());
        Assert.True(
            wanted.SequenceEqual(got),
            $"expected {string.Join(' ', wanted)} and read {string.Join(' ', got)}: {string.Join("; ", account.Skipped)}");
    }
}
