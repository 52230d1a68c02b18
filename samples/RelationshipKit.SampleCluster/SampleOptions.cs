using System.Globalization;

namespace RelationshipKit.SampleCluster;

/// <summary>What the command line asks for.</summary>
internal sealed record SampleOptions
{
    public const string Usage = """
        usage: [--silos N] [--store sqlite|postgres] [--seconds N] [--owners N] [--writers N]
          --silos    how many silos, from 1 to 9; more than one needs PostgreSQL; 1 by default
          --store    sqlite for one silo, postgres for any number; sqlite by default
          --seconds  how long the traffic lasts, from 1 to 3,600; 5 by default
          --owners   how many owners there are, from 1 to 100,000; 200 by default
          --writers  how many callers write and ask at once, from 1 to 1,000; 16 by default
        """;

    public int Silos { get; private init; } = 1;

    public string Store { get; private init; } = "sqlite";

    public int Seconds { get; private init; } = 5;

    public int Owners { get; private init; } = 200;

    public int Writers { get; private init; } = 16;

    /// <summary>Reads the command line; null, with what is wrong said, if it is not valid.</summary>
    public static SampleOptions? Parse(string[] args, TextWriter errors)
    {
        var options = new SampleOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var next = args[i] switch
            {
                "--silos" => InRange(value, 1, 9) is { } silos ? options with { Silos = silos } : null,
                "--store" => value is "sqlite" or "postgres" ? options with { Store = value } : null,
                "--seconds" => InRange(value, 1, 3_600) is { } seconds ? options with { Seconds = seconds } : null,
                "--owners" => InRange(value, 1, 100_000) is { } owners ? options with { Owners = owners } : null,
                "--writers" => InRange(value, 1, 1_000) is { } writers ? options with { Writers = writers } : null,
                _ => null,
            };
            if (next is null)
            {
                errors.WriteLine($"'{args[i]} {value}' is not valid.");
                errors.WriteLine(Usage);
                return null;
            }

            options = next;
        }

        if (options is { Silos: > 1, Store: "sqlite" })
        {
            errors.WriteLine("Several silos need a store that they share over the network: add --store postgres.");
            return null;
        }

        return options;
    }

    private static int? InRange(string text, int from, int to) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to ? value : null;
}
