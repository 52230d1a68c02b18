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
        Description = "What it is: seed, csv, edges, or one of the formats of import. If left out, it shows.",
        HelpName = "NAME",
    };

    private readonly Option<string?> owner = new("--owner")
    {
        Description = "Whose ties to score. An edge list needs it; in mail and chats it is your own address or name; a seed names its own.",
        HelpName = "ID",
    };

    private readonly Option<string?> channel = new("--channel")
    {
        Description = "The channel of all rows of an edge list, such as e-mail or voice; message if left out.",
        HelpName = "NAME",
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description =
            "The instant to look from: 2026-03-02T09:00:00Z, or a date, meaning its start in the zone. If left out, now for your book "
                + "and your files, the seed's own, or the last instant of an edge list or a CSV of touchpoints.",
        HelpName = "INSTANT",
    };

    private readonly Option<string?> zone = new("--zone")
    {
        Description =
            "The owner's time zone, such as Europe/Berlin, by which touchpoints fall on days. If left out, the seed's own, else UTC.",
        HelpName = "TZ",
    };

    private readonly Option<string?> kind = new("--log-kind")
    {
        Description =
            $"What the touchpoints are of, for forecasts: {LogKinds.Names}. If left out, as your book says (see settings), or as the "
                + "files tell.",
        HelpName = "KIND",
    };

    private readonly Option<string?> book = BookCommand.Option();
    private readonly ReadingOptions reading;

    /// <summary>Initializes a new instance of the <see cref="InputOptions"/> class.</summary>
    /// <param name="hidesReading">Whether help leaves out how people's own files are read.</param>
    public InputOptions(bool hidesReading = true)
    {
        reading = new ReadingOptions(hidesReading);
        input = new("--input")
        {
            Description =
                "A file that import reads too, an edge list, or a folder with network.json; - is the standard input. If left out, "
                    + "your book, else a made-up dozen.",
            HelpName = "PATH",
        };
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[input, book, format, owner, channel, asOf, zone, kind])
        {
            command.Options.Add(option);
        }

        reading.AddTo(command);
    }

    public LoadedInput Load(ParseResult parsed, Screen screen)
    {
        var request = new InputRequest(parsed.GetValue(input) is { } path ? DefaultSeed.Beside(screen.Input.PathOf(path)) : "")
        {
            Format = parsed.GetValue(format),
            Owner = parsed.GetValue(owner),
            Channel = parsed.GetValue(channel),
            AsOf = parsed.GetValue(asOf),
            Zone = parsed.GetValue(zone),
            LogKind = parsed.GetValue(kind) is { } name ? LogKinds.Read(name) : null,
            Reading = reading.Settings(parsed, screen.Now),
            SkipsBad = parsed.GetValue(reading.SkipBad),
        };
        if (parsed.GetValue(input) is not null)
        {
            return InputLoader.Load(request, screen);
        }

        if (BookPlace.Find(parsed.GetValue(book)) is { } place)
        {
            return InputLoader.LoadBook(place, request, screen);
        }

        // JSON does not go by the page, so that it stays as it is.
        screen.Line("[grey]There is no book here, so these people are made up; \"init\" begins your own.[/]");
        return InputLoader.Load(request with { Path = DefaultSeed.Path() }, screen);
    }
}
