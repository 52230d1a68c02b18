using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace RelationshipKit.Interchange.Tests;

public class ReaderProperties
{
    // What a damaged file is made of: mostly things that mean something here.
    private static readonly Gen<string> Scraps = Gen.Elements(
        "5", "7", " ", "\t", "\n", "\r\n", "#", "%", "100", "-1", "99999999999999999999", "x", "\u0000", "\uFEFF", "é", "\u2028", ",", ";",
        "\"", "\"\"",
        "at,contact,channel,direction", "2026-03-02", "T09:00", "Z", "+01:00", "voice", "in", "ada", "note", "minutes", "1e5", "\ud800");

    [Property(MaxTest = 500)]
    public Property Any_bytes_are_an_edge_list_or_one_clear_error() =>
        Prop.ForAll(
            Damaged(),
            bytes => IsReadOrRefused(bytes, stream => new EdgeListReader(new EdgeListSettings { Owner = "5" }).Read(stream, "x")));

    [Property(MaxTest = 500)]
    public Property Any_bytes_are_a_CSV_file_or_one_clear_error() =>
        Prop.ForAll(
            Damaged(), bytes => IsReadOrRefused(bytes, stream => new TouchpointCsvReader(new TouchpointCsvSettings()).Read(stream, "x")));

    [Property(MaxTest = 500)]
    public Property A_lenient_reader_accounts_for_every_row() =>
        Prop.ForAll(Damaged(), bytes =>
        {
            // A row of the owner first: without one the file would be refused as a whole, and the law seldom tried.
            try
            {
                var report = new EdgeListReader(new EdgeListSettings { Owner = "5", Lenient = true })
                    .Read(new MemoryStream([.. "5 7 100\n"u8, .. bytes]), "x").Report;
                return report.Rows == report.Added + report.Duplicates + report.NoTouchpoints + report.SkippedCount
                    && report.Skipped.Length == Math.Min(report.SkippedCount, ReadReport.MaxListed);
            }
            catch (InterchangeException)
            {
                return true;
            }
        });

    [Property]
    public Property The_order_and_the_number_of_copies_of_rows_do_not_matter() =>
        Prop.ForAll(Edges().ToArbitrary(), rows =>
        {
            var plain = Read(string.Concat(rows));
            var shuffled = Read(string.Concat(rows.Concat(rows.Reverse())));
            return plain.Log.SequenceEqual(shuffled.Log)
                && plain.LastInstant == shuffled.LastInstant
                && plain.Contacts.SequenceEqual(shuffled.Contacts);
        });

    [Property]
    public Property Gzip_changes_nothing() =>
        Prop.ForAll(Edges().ToArbitrary(), rows =>
        {
            var text = string.Concat(rows);
            return Read(text).Log.SequenceEqual(
                new EdgeListReader(new EdgeListSettings { Owner = "5" }).Read(new MemoryStream(Zip(text)), "x").Network.Log);
        });

    [Property]
    public Property An_edge_list_and_the_same_rows_as_CSV_are_the_same_touchpoints() =>
        Prop.ForAll(Edges().ToArbitrary(), rows =>
        {
            var csv = "at,contact,channel,direction\n" + string.Concat(rows.Select(row => row.Split(' ', '\n')).Select(CsvRow));
            return Read(string.Concat(rows)).Log.SequenceEqual(
                new TouchpointCsvReader(new TouchpointCsvSettings()).Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "x").Network.Log);
        });

    // Made from the fields and not from what was read, so that a reader that swaps the sides is seen.
    private static string CsvRow(string[] fields)
    {
        var at = Instant.FromUnixTimeSeconds(long.Parse(fields[2], CultureInfo.InvariantCulture))
            .ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);
        return (fields[0], fields[1]) switch
        {
            ("5", "5") => string.Empty,
            ("5", var contact) => $"{at},{contact},message,out\n",
            (var contact, "5") => $"{at},{contact},message,in\n",
            _ => string.Empty,
        };
    }

    private static Network Read(string text) =>
        new EdgeListReader(new EdgeListSettings { Owner = "5" }).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x").Network;

    private static bool IsReadOrRefused(byte[] bytes, Func<Stream, ReadResult> read)
    {
        try
        {
            return read(new MemoryStream(bytes)).Network is not null;
        }
        catch (InterchangeException e)
        {
            return e.Path == "x" && !e.Message.Any(char.IsControl);
        }
    }

    private static Gen<string[]> Edges() =>
        (from rest in Row().ListOf()
         from first in Row()
         select (string[])[$"5 {first}", .. rest.Select(
             (row, i) => i % 3 == 0 ? $"5 {row}" : i % 3 == 1 ? $"{row.Replace(" ", " 5 ", StringComparison.Ordinal)}" : $"1 {row}")]);

    // The other person and the time; few of both, so that duplicates happen.
    private static Gen<string> Row() =>
        from contact in Gen.Choose(4, 8)
        from seconds in Gen.Choose(-5, 5)
        select string.Create(CultureInfo.InvariantCulture, $"{contact} {seconds * 40_000}\n");

    private static Arbitrary<byte[]> Damaged() =>
        Gen.OneOf(
            Scraps.ListOf().Select(scraps => Encoding.UTF8.GetBytes(string.Concat(scraps))),
            Scraps.ListOf()
                .Select(
                    scraps => Encoding.UTF8.GetBytes("at,contact,channel,direction\n2026-03-02,ada,voice,in\n" + string.Concat(scraps))),
            Scraps.ListOf().Select(scraps => Zip("5 7 1\n" + string.Concat(scraps))[..^3]),
            Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().Select(bytes => (byte[])[0x1F, 0x8B, 8, .. bytes]),
            Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()).ToArbitrary();

    private static byte[] Zip(string text)
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stored.ToArray();
    }
}
