using System.CommandLine;
using System.Globalization;
using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Defaults;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Commands;

/// <summary>What the <c>ties</c> command is asked, checked before anything is computed.</summary>
internal sealed class TiesOptions
{
    private readonly Argument<string[]> files = Files();

    private readonly Option<string> horizonDays = new("--horizon-days")
    {
        Description = "How far ahead to look from each cut, in days; more than 0.",
        HelpName = "H",
        Required = true,
    };

    private readonly Option<string> cuts = new("--cuts")
    {
        Description =
            "Days after the first row from which to look ahead: the last is tested, on the earlier ones models may train. At least two, H or more apart.",
        HelpName = "D1,D2,...",
        Required = true,
    };

    private readonly Option<string> minContactDays = new("--min-contact-days")
    {
        Description = "Ask only about pairs with so many contact-days up to the cut; at least 1, and 2 if left out.",
        HelpName = "K",
        DefaultValueFactory = _ => "2",
    };

    private readonly Option<string?> ownersSample = new("--owners-sample")
    {
        Description = "Look only at the ties of so many people, drawn by lot; at least 1. Everybody if left out.",
        HelpName = "N",
    };

    private readonly Option<string> seed = new("--seed")
    {
        Description = "The seed of the draw and of the intervals; 1 if left out.",
        HelpName = "S",
        DefaultValueFactory = _ => "1",
    };

    private readonly Option<FileInfo?> hazard = new("--hazard")
    {
        Description = "Let the kit begin with these rates, as fit-default writes them, and not with those it ships.",
        HelpName = "FILE",
    };

    private readonly Option<bool> rolling = new("--rolling")
    {
        Description = "Test every cut that has earlier ones to train on, and report the mean.",
    };

    public static Argument<string[]> Files() => new("FILE")
    {
        Description = "Edge lists, SRC DST UNIXSECONDS a row, plain or gzip, in any order; several are read as one network.",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(files);
        foreach (var option in (Option[])[horizonDays, cuts, minContactDays, ownersSample, seed, rolling, hazard])
        {
            command.Add(option);
        }
    }

    /// <summary>Returns the network and what is asked of it.</summary>
    /// <exception cref="BadInputException">A file or a value will not do.</exception>
    public (EdgeNetwork Network, TiesSettings Settings) Read(ParseResult parsed)
    {
        var settings = new TiesSettings
        {
            HorizonDays = HorizonOf(parsed.GetRequiredValue(horizonDays)),
            CutDays = CutsOf(parsed.GetRequiredValue(cuts), least: 2),
            MinContactDays = (int)WholeNumber("--min-contact-days", parsed.GetRequiredValue(minContactDays), 1, int.MaxValue),
            OwnersSample = parsed.GetValue(ownersSample) is { } count ? (int)WholeNumber("--owners-sample", count, 1, int.MaxValue) : null,
            Seed = WholeNumber("--seed", parsed.GetRequiredValue(seed), long.MinValue, long.MaxValue),
            Rolling = parsed.GetValue(rolling),
        };
        if (TiesProtocol.TrainingCutsOf(settings, settings.CutDays[^1]).Count == 0)
        {
            throw new BadInputException(FormattableString.Invariant(
                $"--cuts: no cut before {settings.CutDays[^1]} is at most {settings.CutDays[^1] - settings.HorizonDays}, so that its horizon of {settings.HorizonDays} days would be over; models must train on one."));
        }

        var network = EdgeListFile.Read(parsed.GetRequiredValue(files));
        CheckSpan(network, settings.HorizonDays, settings.CutDays);
        network = settings.OwnersSample is { } owners ? OwnersSample.Of(network, owners, settings.Seed) : network;
        CheckTies(network, settings);
        return (network, settings);
    }

    /// <summary>Returns the hazard the kit begins with.</summary>
    /// <exception cref="BadInputException">The file of rates will not do.</exception>
    public RhythmHazard HazardOf(ParseResult parsed) =>
        HazardFileOf(parsed) is { } file ? RatesFile.Read(file.FullName) : RhythmHazard.Default;

    public FileInfo? HazardFileOf(ParseResult parsed) => parsed.GetValue(hazard);

    internal static double HorizonOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days > 0
            && double.IsFinite(days)
            ? days
            : throw new BadInputException($"--horizon-days: '{text}' will not do; it must be a number of days, more than 0.");

    internal static double[] CutsOf(string text, int least)
    {
        double[] days = [.. text.Split(',').Select(part =>
            double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cut) && cut > 0
                && double.IsFinite(cut)
                ? cut
                : throw new BadInputException(
                    $"--cuts: '{part}' will not do; each cut must be a number of days after the first row, more than 0."))];
        Array.Sort(days);
        return days.Length >= least && days.Distinct().Count() == days.Length
            ? days
            : throw new BadInputException(
                $"--cuts: '{text}' will not do; {(least == 2 ? "there must be at least two cuts, all different" : "the cuts must all be different")}.");
    }

    internal static long WholeNumber(string option, string text, long least, long most) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most
            ? number
            : throw new BadInputException($"{option}: '{text}' will not do; it must be a whole number from {least} to {most}.");

    internal static void CheckSpan(EdgeNetwork network, double horizonDays, IReadOnlyList<double> cutDays)
    {
        var latest = network.SpanDays - horizonDays;
        if (latest <= 0)
        {
            throw new BadInputException(FormattableString.Invariant(
                $"--horizon-days: {horizonDays} will not do; the rows span {network.SpanDays:0.##} days, and it must be less."));
        }

        foreach (var cut in cutDays.Where(cut => cut > latest))
        {
            throw new BadInputException(FormattableString.Invariant(
                $"--cuts: {cut} will not do; the rows span {network.SpanDays:0.##} days, so with a horizon of {horizonDays} a cut must be more than 0 and at most {Math.Floor(latest * 100) / 100:0.##}."));
        }
    }

    private static void CheckTies(EdgeNetwork network, TiesSettings settings)
    {
        foreach (var cut in settings.CutDays)
        {
            if (TiesProtocol.CutOf(network, settings, cut).Eligible.Count == 0)
            {
                throw new BadInputException(FormattableString.Invariant(
                    $"--cuts: at {cut} no pair has {settings.MinContactDays} contact-days (--min-contact-days); at each cut at least one must."));
            }
        }
    }
}
