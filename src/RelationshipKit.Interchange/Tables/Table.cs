using System.Text;
using CsvHelper;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>The rows of a table below its header.</summary>
internal static class Table
{
    private const int MostRestarts = 100;

    private const string BadQuotes = "the quotes in this row do not match, or it is longer than 1 MiB.";

    private const string BadHeader = "the quotes in the header do not match, or it is longer than 1 MiB.";

    /// <summary>Reads the rows of a table; a row that cannot be split is reported, and the reading goes on after it.</summary>
    /// <param name="context">The file.</param>
    /// <param name="refuseGuess">Whether text that is not UTF-8 ends the reading.</param>
    /// <param name="keepsCells">Whether the cells are kept, so that those that repeat had better be one text.</param>
    public static IEnumerable<TableRow> Read(SourceContext context, bool refuseGuess = false, bool keepsCells = false)
    {
        var header = HeaderOf(context, refuseGuess);
        TableColumns? columns = null;
        long skipped = header.LinesBefore;
        for (var attempt = 0; attempt < MostRestarts; attempt++)
        {
            using var stream = Skip(context.OpenText(refuseGuess), skipped);
            using var csv = CsvReader.Create(stream, Options(header.Separator, columns is null, keepsCells), leaveOpen: true);
            if (columns is null)
            {
                ReadHeader(csv, context.File.Name, skipped);
                columns = new TableColumns(Enumerable.Range(0, csv.Headers.Count).Select(i => csv.Headers[i].Trim().Trim('\uFEFF')));
            }

            long bad = 0;
            while (bad == 0 && TryRead(csv, out bad))
            {
                context.OnStep();
                if (HasText(csv, columns))
                {
                    context.Account.OnRecord();
                    yield return new TableRow(columns, csv, csv.LineNumber + skipped);
                }
            }

            if (bad == 0)
            {
                yield break;
            }

            // A quote that is never closed takes in all that follows: the rows below it are read again without it.
            context.Account.OnRecord();
            context.Account.OnBad(FileAccount.Line(skipped + bad), BadQuotes);
            skipped += bad;
        }

        context.Account.OnNote("more than 100 rows have quotes that do not match; the rows after them were not read.");
    }

    // A quote of the header that is never closed takes in the rows below it.
    private static void ReadHeader(CsvReader csv, string path, long linesBefore)
    {
        try
        {
            csv.ReadHeader();
        }
        catch (CsvFormatException e)
        {
            // The library's own message may hold what stands in the file.
            throw new InterchangeException(path, BadHeader, linesBefore + 1, innerException: e);
        }
    }

    // Tells the line of a row that cannot be split, counted from where the reader began.
    private static bool TryRead(CsvReader csv, out long bad)
    {
        bad = 0;
        try
        {
            if (!csv.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException e)
        {
            bad = Math.Max(1, e.LineNumber);
            return false;
        }

        if (csv.RawRecord.Length > LineReader.MaxLength || csv.RawRecord.Count((byte)'"') % 2 == 1)
        {
            bad = Math.Max(1, csv.LineNumber);
            return false;
        }

        return true;
    }

    private static bool HasText(CsvReader csv, TableColumns columns)
    {
        var width = Math.Min(columns.Names.Length, csv.FieldCount);
        for (var i = 0; i < width; i++)
        {
            if (!csv.IsEmpty(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the header of the table.</summary>
    /// <exception cref="InterchangeException">No line looks like one.</exception>
    public static TableHeader HeaderOf(SourceContext context, bool refuseGuess)
    {
        using var reader = new StreamReader(
            context.OpenText(refuseGuess), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, 1 << 12);
        var buffer = new char[1 << 16];
        var got = reader.ReadBlock(buffer, 0, buffer.Length);
        var lines = new string(buffer, 0, got).Split('\n').Select(line => line.TrimEnd('\r')).Take(20).ToArray();
        return TableHeader.Find(lines)
            ?? throw new InterchangeException(context.File.Name, "no line of the beginning names columns that are known.");
    }

    // Stray quotes within a cell are text.
    private static CsvReaderOptions Options(char separator, bool hasHeader, bool keepsCells) => new()
    {
        Separator = separator,
        HasHeader = hasHeader,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        PoolStrings = keepsCells,
        IncludeValuesInExceptions = false,
        MaxRecordSize = LineReader.MaxLength,
        MalformedData = CsvMalformedDataHandling.Recover,
    };

    // A line may be a gigabyte.
    private static PartlyRead Skip(Stream stream, long lines)
    {
        var buffer = new byte[1 << 16];
        var window = ReadOnlyMemory<byte>.Empty;
        while (true)
        {
            while (lines > 0 && window.Span.IndexOf((byte)'\n') is >= 0 and var at)
            {
                window = window[(at + 1)..];
                lines--;
            }

            if (lines == 0)
            {
                return new PartlyRead(window, stream, owns: true);
            }

            var got = stream.Read(buffer);
            window = buffer.AsMemory(0, got);
            if (got == 0)
            {
                return new PartlyRead(default, stream, owns: true);
            }
        }
    }
}
