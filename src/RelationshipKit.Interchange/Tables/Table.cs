using System.Text;
using CsvHelper;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>The rows of a table below its header.</summary>
internal static class Table
{
    private const int MostRestarts = 100;

    private const string BadQuotes = "the quotes in this row do not match, or it is longer than 1 MiB.";

    /// <summary>Reads the rows of a table; a row that cannot be split is reported, and the reading goes on after it.</summary>
    /// <param name="context">The file.</param>
    /// <param name="refuseGuess">Whether text that is not UTF-8 ends the reading.</param>
    public static IEnumerable<TableRow> Read(SourceContext context, bool refuseGuess = false)
    {
        var header = HeaderOf(context, refuseGuess);
        TableColumns? columns = null;
        long skipped = header.LinesBefore;
        for (var attempt = 0; attempt < MostRestarts; attempt++)
        {
            using var stream = new BufferedStream(context.OpenText(refuseGuess), 1 << 16);
            Skip(stream, skipped);
            using var csv = CsvReader.Create(stream, Options(header.Separator, columns is null), leaveOpen: true);
            if (columns is null)
            {
                csv.ReadHeader();
                columns = new TableColumns(Enumerable.Range(0, csv.Headers.Count).Select(i => csv.Headers[i].Trim().Trim('\uFEFF')));
            }

            long bad = 0;
            while (bad == 0 && TryRead(csv, out bad))
            {
                context.OnStep();
                if (Row(csv, columns, skipped) is { } row)
                {
                    context.Account.OnRecord();
                    yield return row;
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

    private static TableRow? Row(CsvReader csv, TableColumns columns, long skipped)
    {
        var cells = new string[columns.Names.Length];
        var any = false;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = i < csv.FieldCount ? csv.GetString(i) : "";
            any |= cells[i].Length > 0;
        }

        return any ? new TableRow(columns, cells, csv.FieldCount, FileAccount.Line(csv.LineNumber + skipped)) : null;
    }

    /// <summary>Returns the header of the table.</summary>
    /// <exception cref="InterchangeException">No line looks like one.</exception>
    public static TableHeader HeaderOf(SourceContext context, bool refuseGuess)
    {
        using var reader = new StreamReader(context.OpenText(refuseGuess), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, 1 << 12);
        var buffer = new char[1 << 16];
        var got = reader.ReadBlock(buffer, 0, buffer.Length);
        var lines = new string(buffer, 0, got).Split('\n').Select(line => line.TrimEnd('\r')).Take(20).ToArray();
        return TableHeader.Find(lines) ?? throw new InterchangeException(context.File.Name, "no line of the beginning names columns that are known.");
    }

    // Stray quotes within a cell are text.
    private static CsvReaderOptions Options(char separator, bool hasHeader) => new()
    {
        Separator = separator,
        HasHeader = hasHeader,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MaxRecordSize = LineReader.MaxLength,
        MalformedData = CsvMalformedDataHandling.Recover,
    };

    private static void Skip(BufferedStream stream, long lines)
    {
        while (lines > 0)
        {
            var b = stream.ReadByte();
            if (b < 0)
            {
                return;
            }

            lines -= b == '\n' ? 1 : 0;
        }
    }
}
