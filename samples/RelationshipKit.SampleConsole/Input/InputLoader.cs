using System.Globalization;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Rendering;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Turns what the user said into a network, or into one clear complaint.</summary>
internal static class InputLoader
{
    // Formats that are read as they are; all others go the way of an import.
    private static readonly Dictionary<string, InputFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["seed"] = InputFormat.Seed,
        ["csv"] = InputFormat.Csv,
        ["touchpoint-csv"] = InputFormat.Csv,
        ["edges"] = InputFormat.Edges,
    };

    public static LoadedInput Load(InputRequest request, Screen screen)
    {
        if (!File.Exists(request.Path) && !Directory.Exists(request.Path))
        {
            throw new UsageException("--input", $"there is no file or folder '{request.Path}'.");
        }

        var format = FormatOf(request);
        if (format != InputFormat.Edges && request.Channel is not null)
        {
            throw new UsageException("--channel", "only an edge list takes it; the touchpoints of other formats name their own.");
        }

        var zone = request.Zone is { } id ? Zones.Named(id) : null;
        if (format == InputFormat.People)
        {
            var own = zone ?? DateTimeZone.Utc;
            var asOf = request.AsOf is null ? screen.Now : AsOf(request, null, own);
            var (people, kind) = PeopleFile.Load(request, own, asOf, screen);
            return new LoadedInput(request.Path, people, own, asOf, true) { LogKind = request.LogKind ?? kind };
        }

        var network = format switch
        {
            InputFormat.Seed => SeedOf(request),
            InputFormat.Csv => CsvOf(request, zone, screen),
            _ => EdgesOf(request, zone, screen),
        };
        var usedZone = zone ?? network.Zone;
        return new LoadedInput(
            request.Path, network, usedZone, AsOf(request, network, usedZone),
            format == InputFormat.Seed) { LogKind = request.LogKind ?? LogKind.Unknown };
    }

    /// <summary>Takes a person's own book, looked at from now.</summary>
    public static LoadedInput LoadBook(BookPlace place, InputRequest request, Screen screen)
    {
        (string Option, string? Value)[] options =
            [("--format", request.Format), ("--owner", request.Owner), ("--channel", request.Channel), ("--zone", request.Zone)];
        foreach (var (option, value) in options)
        {
            if (value is not null)
            {
                throw new UsageException(option, "it goes with --input; your book knows its own.");
            }
        }

        var stored = place.Open();
        var book = request.LogKind is { } kind ? stored.Book.WithLogKind(kind).Book : stored.Book;
        var log = new TouchpointLog();
        foreach (var touchpoint in book.Touchpoints)
        {
            log.Add(touchpoint);
        }

        var network = new Network(
            stored.Owner, book.Zone, book.Contacts, log) { Cadences = book.Cadences, Profile = book.Owner, AsOf = screen.Now };
        return new LoadedInput(
            place.Path, network, book.Zone, AsOf(request, network, book.Zone), true) { Book = book, LogKind = book.LogKind };
    }

    private static InputFormat FormatOf(InputRequest request)
    {
        if (request.Format is { } name)
        {
            return Formats.TryGetValue(name, out var format) ? format
                : ImportSettings.Formats.Contains(name, StringComparer.OrdinalIgnoreCase) ? InputFormat.People
                : throw new UsageException(
                    "--format",
                    $"'{name}' is not a format; it must be one of {string.Join(", ", Formats.Keys.Union(ImportSettings.Formats))}.");
        }

        if (Directory.Exists(request.Path))
        {
            return Directory.Exists(Path.Combine(request.Path, "cur")) ? InputFormat.People : InputFormat.Seed;
        }

        return Named(Path.GetFileName(request.Path), NetworkFolder.FileName) ? InputFormat.Seed : FormatOfFile(request);
    }

    private static InputFormat FormatOfFile(InputRequest request)
    {
        var isCsv = request.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            || request.Path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
        try
        {
            var known = Import.FormatOf(request.Path);
            return isCsv && known == "edges" ? InputFormat.Csv : !IsZip(request.Path)
                && Formats.TryGetValue(known, out var format) ? format : InputFormat.People;
        }
        catch (InterchangeException) when (isCsv)
        {
            // The reader of CSV says best what is wrong with one.
            return InputFormat.Csv;
        }
        catch (InterchangeException) when (request.Owner is not null)
        {
            return InputFormat.Edges;
        }
    }

    private static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 'P' && file.ReadByte() == 'K';
    }

    private static Network SeedOf(InputRequest request)
    {
        var network = NetworkFolder.Load(request.Path);
        return request.Owner is null || request.Owner == network.Owner
            ? network
            : throw new UsageException(
                "--owner", $"'{request.Owner}' is unknown; the network in {request.Path} belongs to '{network.Owner}'.");
    }

    private static Network CsvOf(InputRequest request, DateTimeZone? zone, Screen screen)
    {
        var settings = new TouchpointCsvSettings
        {
            OtherOwners = request.Reading?.Me ?? [],
            Zone = zone ?? DateTimeZone.Utc,
            DateOrder = request.Reading?.DateOrder,
            Encoding = request.Reading?.Encoding,
            Lenient = request.SkipsBad,
        };
        settings = request.Owner is { } owner ? settings with { Owner = OwnerOf(owner) } : settings;
        var reader = new TouchpointCsvReader(settings);
        var result = ReadingBar.Show(screen, request.Path, progress => reader.ReadFile(request.Path, progress));
        SayBad(result.Report, request, screen);
        if (result.Report.ContradictionCount > 0)
        {
            var first = result.Report.Contradictions[0];
            screen.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Path}: left out {result.Report.ContradictionCount} rows that contradict earlier ones; the first is line "
                    + $"{first.Line}, field {first.Field}."));
        }

        return result.Network;
    }

    private static Network EdgesOf(InputRequest request, DateTimeZone? zone, Screen screen)
    {
        var owner = request.Owner is { } id
            ? OwnerOf(id)
            : throw new UsageException(
                "--owner", "an edge list needs it: the id, as it stands in the file, of the person whose ties to score.");
        var settings = new EdgeListSettings
        {
            Owner = owner,
            OtherOwners = request.Reading?.Me ?? [],
            Zone = zone ?? DateTimeZone.Utc,
            Encoding = request.Reading?.Encoding,
            Lenient = request.SkipsBad,
        };
        settings = request.Channel is { } channel ? settings with { Channel = ChannelOf(channel) } : settings;
        var reader = new EdgeListReader(settings);
        try
        {
            var result = ReadingBar.Show(screen, request.Path, progress => reader.ReadFile(request.Path, progress));
            SayBad(result.Report, request, screen);
            return result.Network;
        }
        catch (InterchangeException e) when (e.Field == EdgeListReader.OwnerField)
        {
            throw new UsageException("--owner", $"'{owner}' is unknown; it appears in no row of {request.Path}.");
        }
    }

    private static void SayBad(ReadReport report, InputRequest request, Screen screen)
    {
        if (report.SkippedCount > 0)
        {
            screen.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Path}: left out {report.SkippedCount} bad rows; the first is line {report.Skipped[0].Line}, field "
                    + $"{report.Skipped[0].Field}."));
        }
    }

    private static Instant AsOf(InputRequest request, Network? network, DateTimeZone zone)
    {
        if (request.AsOf is not { } text)
        {
            return network?.AsOf ?? network?.LastInstant
                ?? throw new UsageException(
                    "--as-of", $"{request.Path} holds no instant to look from; name one, such as 2026-03-02T09:00:00Z.");
        }

        return InstantText.TryParse(text, zone, out var asOf)
            ? asOf
            : throw new UsageException(
                "--as-of",
                $"'{text}' is not an instant such as 2026-03-02T09:00:00Z or a date such as 2026-03-02, from 0001-01-02 to 9999-12-30.");
    }

    private static string OwnerOf(string owner) =>
        !string.IsNullOrWhiteSpace(owner) ? owner : throw new UsageException("--owner", "it is empty; it must name somebody.");

    private static Channel ChannelOf(string name) =>
        Channel.FindStock(name) is { } channel
            ? channel
            : throw new UsageException("--channel", $"'{name}' is not a channel; it must be one of {string.Join(", ", Channel.Stock)}.");

    private static bool Named(string? name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
