using System.CommandLine;
using RelationshipKit.SampleConsole.Input;
using RelationshipKit.SampleConsole.Rendering;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The options that say what to read, shared by the commands that read.</summary>
internal sealed class InputOptions
{
    private readonly Option<string?> input;

    private readonly Option<string?> format = new("--format")
    {
        Description = "What it is: seed, csv or edges. Told by the name if left out: a folder or network.json is a seed, .csv and .csv.gz are CSV, all else is an edge list.",
        HelpName = "NAME",
    };

    private readonly Option<string?> owner = new("--owner")
    {
        Description = "Whose ties to score. An edge list needs it; a CSV file calls the owner 'owner' if left out; a seed names its own.",
        HelpName = "ID",
    };

    private readonly Option<string?> channel = new("--channel")
    {
        Description = "The channel of all rows of an edge list, such as e-mail or voice; message if left out.",
        HelpName = "NAME",
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = "The instant to look from: 2026-03-02T09:00:00Z, or a date, meaning its start in the zone. If left out, the seed's own, else the last instant in the file.",
        HelpName = "INSTANT",
    };

    private readonly Option<string?> zone = new("--zone")
    {
        Description = "The owner's time zone, such as Europe/Berlin, by which touchpoints fall on days. If left out, the seed's own, else UTC.",
        HelpName = "TZ",
    };

    private readonly Option<string?> book = BookCommand.Option();

    public InputOptions()
    {
        input = new("--input")
        {
            Description = "A folder with network.json, a CSV file of touchpoints, or an edge list; files may be gzip. If left out, your book, else a made-up dozen.",
            HelpName = "PATH",
        };
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[input, book, format, owner, channel, asOf, zone])
        {
            command.Options.Add(option);
        }
    }

    public LoadedInput Load(ParseResult parsed, Screen screen)
    {
        var request = new InputRequest(parsed.GetValue(input) ?? "")
        {
            Format = parsed.GetValue(format),
            Owner = parsed.GetValue(owner),
            Channel = parsed.GetValue(channel),
            AsOf = parsed.GetValue(asOf),
            Zone = parsed.GetValue(zone),
        };
        return parsed.GetValue(input) is not null ? InputLoader.Load(request, screen)
            : BookPlace.Find(parsed.GetValue(book)) is { } place ? InputLoader.LoadBook(place, request, screen)
            : InputLoader.Load(request with { Path = DefaultSeed.Path() }, screen);
    }
}
