using System.Globalization;
using NodaTime;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Rendering;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Turns what the user said into a network, or into one clear complaint.</summary>
internal static class InputLoader
{
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

        var zone = request.Zone is { } id ? ZoneOf(id) : null;
        var network = format switch
        {
            InputFormat.Seed => SeedOf(request),
            InputFormat.Csv => CsvOf(request, zone, screen),
            _ => EdgesOf(request, zone, screen),
        };
        var usedZone = zone ?? network.Zone;
        return new LoadedInput(request.Path, network, usedZone, AsOf(request, network, usedZone), format == InputFormat.Seed);
    }

    /// <summary>Takes a person's own book, looked at from now.</summary>
    public static LoadedInput LoadBook(BookPlace place, InputRequest request, Screen screen)
    {
        foreach (var (option, value) in ((string, string?)[])[("--format", request.Format), ("--owner", request.Owner), ("--channel", request.Channel), ("--zone", request.Zone)])
        {
            if (value is not null)
            {
                throw new UsageException(option, "it goes with --input; your book knows its own.");
            }
        }

        var stored = place.Open();
        var book = stored.Book;
        var log = new TouchpointLog();
        foreach (var touchpoint in book.Touchpoints)
        {
            log.Add(touchpoint);
        }

        var network = new Network(stored.Owner, book.Zone, book.Contacts, log) { Cadences = book.Cadences, Profile = book.Owner, AsOf = screen.Now };
        return new LoadedInput(place.Path, network, book.Zone, AsOf(request, network, book.Zone), true) { Book = book };
    }

    private static InputFormat FormatOf(InputRequest request)
    {
        if (request.Format is { } name)
        {
            return Enum.GetValues<InputFormat>().Cast<InputFormat?>().FirstOrDefault(format => Named(format.ToString(), name))
                ?? throw new UsageException("--format", $"'{name}' is no format; it must be one of seed, csv, edges.");
        }

        return Directory.Exists(request.Path) || Named(Path.GetFileName(request.Path), NetworkFolder.FileName) ? InputFormat.Seed
            : request.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || request.Path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase) ? InputFormat.Csv
            : InputFormat.Edges;
    }

    private static Network SeedOf(InputRequest request)
    {
        var network = NetworkFolder.Load(request.Path);
        return request.Owner is null || request.Owner == network.Owner
            ? network
            : throw new UsageException("--owner", $"'{request.Owner}' is unknown; the network in {request.Path} belongs to '{network.Owner}'.");
    }

    private static Network CsvOf(InputRequest request, DateTimeZone? zone, Screen screen)
    {
        var settings = new TouchpointCsvSettings { Zone = zone ?? DateTimeZone.Utc };
        settings = request.Owner is { } owner ? settings with { Owner = OwnerOf(owner) } : settings;
        var reader = new TouchpointCsvReader(settings);
        var result = ReadingBar.Show(screen, request.Path, progress => reader.ReadFile(request.Path, progress));
        if (result.Report.ContradictionCount > 0)
        {
            var first = result.Report.Contradictions[0];
            screen.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Path}: left out {result.Report.ContradictionCount} rows that contradict earlier ones; the first is line {first.Line}, field {first.Field}."));
        }

        return result.Network;
    }

    private static Network EdgesOf(InputRequest request, DateTimeZone? zone, Screen screen)
    {
        var owner = request.Owner is { } id
            ? OwnerOf(id)
            : throw new UsageException("--owner", "an edge list needs it: the id, as it stands in the file, of the person whose ties to score.");
        var settings = new EdgeListSettings { Owner = owner, Zone = zone ?? DateTimeZone.Utc };
        settings = request.Channel is { } channel ? settings with { Channel = ChannelOf(channel) } : settings;
        var reader = new EdgeListReader(settings);
        try
        {
            return ReadingBar.Show(screen, request.Path, progress => reader.ReadFile(request.Path, progress)).Network;
        }
        catch (InterchangeException e) when (e.Field == EdgeListReader.OwnerField)
        {
            throw new UsageException("--owner", $"'{owner}' is unknown; it appears in no row of {request.Path}.");
        }
    }

    private static Instant AsOf(InputRequest request, Network network, DateTimeZone zone)
    {
        if (request.AsOf is not { } text)
        {
            return network.AsOf ?? network.LastInstant
                ?? throw new UsageException("--as-of", $"{request.Path} holds no instant to look from; name one, such as 2026-03-02T09:00:00Z.");
        }

        return InstantText.TryParse(text, zone, out var asOf)
            ? asOf
            : throw new UsageException("--as-of", $"'{text}' is no instant such as 2026-03-02T09:00:00Z and no date such as 2026-03-02.");
    }

    private static string OwnerOf(string owner) =>
        !string.IsNullOrWhiteSpace(owner) ? owner : throw new UsageException("--owner", "it is empty; it must name somebody.");

    private static DateTimeZone ZoneOf(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new UsageException("--zone", $"'{id}' is no time zone; it must be a name of the tz database such as Europe/Berlin, or UTC.");

    private static Channel ChannelOf(string name) =>
        Channel.FindStock(name) is { } channel
            ? channel
            : throw new UsageException("--channel", $"'{name}' is no channel; it must be one of {string.Join(", ", Channel.Stock)}.");

    private static bool Named(string? name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
