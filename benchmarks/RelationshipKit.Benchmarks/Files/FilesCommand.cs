using System.CommandLine;
using System.Globalization;
using CsvHelper;
using MimeKit;
using NodaTime;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Interchange;

namespace RelationshipKit.Benchmarks.Files;

/// <summary><c>files</c>: how fast people's own files are read, beside the libraries that read them, in one run.</summary>
internal static class FilesCommand
{
    private const int Runs = 5;

    private static readonly ImportSettings Settings = new() { AsOf = Instant.FromUtc(2026, 3, 2, 9, 0), Me = ["me@example.org"] };

    public static Command Create()
    {
        var size = CountOption.Create("--megabytes", "How large each file is.", 20, 1, 2_000);
        var command = new Command(
            "files", "Times imports of made-up files, each into an empty book, beside CsvHelper and MimeKit.") { size };
        command.SetAction(parsed => Run(parsed.GetValue(size)));
        return command;
    }

    private static int Run(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("relationshipkit").FullName;
        try
        {
            var files = MadeFiles.Write(folder, megabytes);
            Console.WriteLine("| file | what reads it | MB/s | to the peer | target |");
            Console.WriteLine("|---|---|---|---|---|");
            var csv = Rate(files.Contacts, () => ReadCsv(files.Contacts));
            Row("contacts as CSV", "CsvHelper, each cell as text", csv, csv, "");
            Rows("contacts as CSV", files.Contacts, csv);
            Rows("contacts as vCard", files.Cards, csv);
            var rows = Rate(files.Touchpoints, () => ReadCsv(files.Touchpoints));
            Row("touchpoints as CSV", "CsvHelper, each cell as text", rows, rows, "");
            Rows("touchpoints as CSV", files.Touchpoints, rows);
            Row(
                "touchpoints as CSV", "TouchpointCsvReader",
                Rate(files.Touchpoints, () => new TouchpointCsvReader(new TouchpointCsvSettings()).ReadFile(files.Touchpoints)), rows, "");
            var mail = Rate(files.Mail, () => ReadMail(files.Mail));
            Row("mailbox", "MimeKit, the headers", mail, mail, "");
            Rows("mailbox", files.Mail, mail);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Reading ends with the last report of progress; after it the import is planned: who is whom, and what is new.
    private static void Rows(string file, string path, double peer)
    {
        var (read, whole) = (new double[Runs], new double[Runs]);
        for (var i = -1; i < Runs; i++)
        {
            GC.Collect();
            var progress = new LastReport();
            var start = WorkClock.Nanoseconds;
            var import = Import.ReadAsync([path], Settings, RelationshipBook.Create(DateTimeZone.Utc), progress).GetAwaiter().GetResult();
            var end = WorkClock.Nanoseconds;
            if (import.Report.HasErrors || import.Report.Files[0].SkippedCount > 0)
            {
                throw new InvalidOperationException($"A file was not read whole: {import.Report.Files[0].Error}");
            }

            if (i >= 0)
            {
                (read[i], whole[i]) = (progress.Nanoseconds - start, end - start);
            }
        }

        Row(file, "Import, the reading", RateOf(path, read), peer, "0.5");
        Row(file, "Import, the reading and the plan", RateOf(path, whole), peer, "");
    }

    private static void Row(string file, string reader, double rate, double peer, string target) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {file} | {reader} | {rate:0.0} | {rate / peer:0.00} | {target} |"));

    private static double Rate(string path, Action read)
    {
        read();
        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            GC.Collect();
            times[i] = PeersRun.TimeOf(read);
        }

        return RateOf(path, times);
    }

    private static double RateOf(string path, double[] times) => new FileInfo(path).Length * 1_000.0 / times.Order().ElementAt(Runs / 2);

    private static void ReadCsv(string path)
    {
        using var stream = File.OpenRead(path);
        using var csv = CsvReader.Create(stream, new CsvReaderOptions());
        csv.ReadHeader();
        long length = 0;
        while (csv.Read())
        {
            for (var i = 0; i < csv.FieldCount; i++)
            {
                length += csv.GetString(i).Length;
            }
        }

        GC.KeepAlive(length);
    }

    private static void ReadMail(string path)
    {
        using var stream = File.OpenRead(path);
        var parser = new MimeParser(stream, MimeFormat.Mbox, persistent: true);
        long length = 0;
        while (!parser.IsEndOfStream)
        {
            using var message = parser.ParseMessage();
            length += message.From.Count + message.To.Count + message.Cc.Count + message.Date.Year + (message.MessageId?.Length ?? 0);
        }

        GC.KeepAlive(length);
    }

    private sealed class LastReport : IProgress<ReadProgress>
    {
        public double Nanoseconds { get; private set; }

        public void Report(ReadProgress value) => Nanoseconds = WorkClock.Nanoseconds;
    }
}
