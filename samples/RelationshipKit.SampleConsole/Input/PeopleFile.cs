using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Rendering;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.SampleConsole.Input;

/// <summary>Reads an address book, a mailbox, a calendar or a chat as a network, without a book.</summary>
internal static class PeopleFile
{
    private const string Owner = "owner";

    /// <summary>Returns the network, which holds everybody whom the file names, and what the file is of.</summary>
    /// <exception cref="UsageException">The file cannot be used, or has a bad record that is not to be left out.</exception>
    public static (Network Network, LogKind Kind) Load(InputRequest request, DateTimeZone zone, Instant asOf, Screen screen)
    {
        var settings = request.Reading ?? new ImportSettings { AsOf = asOf };
        settings = settings with
        {
            AsOf = asOf,
            IsStrict = !request.SkipsBad,
            Format = request.Format ?? settings.Format,
            Me = settings.Me.IsEmpty && request.Owner is { } owner ? [owner] : settings.Me,
        };
        var empty = RelationshipBook.Create(zone);
        var import = ReadingBar.Show(
            screen, request.Path, progress => Import.ReadAsync([request.Path], settings, empty, progress).GetAwaiter().GetResult());
        if (import.Report.Files.FirstOrDefault(file => file.Error is not null) is { } failed)
        {
            throw new UsageException(
                "--input",
                $"{failed.Path}: {failed.Error}{(request.SkipsBad ? "" : " If it is one record of many, --skip-bad leaves it out.")}");
        }

        var book = import.Apply(empty).OrThrow();
        var log = new TouchpointLog();
        foreach (var touchpoint in book.Touchpoints)
        {
            log.Add(touchpoint);
        }

        return (new Network(request.Owner ?? Owner, zone, book.Contacts, log) { AsOf = asOf }, book.LogKind);
    }
}
