using System.CommandLine;
using System.Text;
using NodaTime;
using RelationshipKit.Interchange;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Commands;

/// <summary>The options that say how people's own files are read.</summary>
internal sealed class ReadingOptions
{
    private static readonly Dictionary<string, DateOrder> Orders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dmy"] = Interchange.DateOrder.DayMonthYear,
        ["mdy"] = Interchange.DateOrder.MonthDayYear,
        ["ymd"] = Interchange.DateOrder.YearMonthDay,
    };

    private readonly Option<string[]> me = new("--me")
    {
        Description =
            "Your own e-mail address, number or name in a chat; may be repeated. If left out, those of your book, else they are told "
                + "from the data.",
        HelpName = "A",
    };

    private readonly Option<string?> region =
        new("--region") { Description = "Where telephone numbers without a country belong, such as GB.", HelpName = "GB" };

    private readonly Option<string?> order = new("--date-order")
    {
        Description =
            "The order of dates such as 3/4/2024: dmy, mdy or ymd. If left out, dates that the file does not make clear are left out.",
        HelpName = "ORDER",
    };

    private readonly Option<string?> encoding =
        new("--encoding") { Description = "The encoding of files that do not say it, such as windows-1251.", HelpName = "E" };

    private readonly Option<bool> skipBad = new("--skip-bad") { Description = "Leave bad records out and go on." };

    /// <summary>Initializes a new instance of the <see cref="ReadingOptions"/> class.</summary>
    /// <param name="isHidden">Whether help leaves them out.</param>
    public ReadingOptions(bool isHidden)
    {
        foreach (var option in All)
        {
            option.Hidden = isHidden;
        }
    }

    /// <summary>Gets the option that leaves bad records out.</summary>
    public Option<bool> SkipBad => skipBad;

    private Option[] All => [me, region, order, encoding, skipBad];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    public ImportSettings Settings(ParseResult parsed, Instant asOf)
    {
        var settings = BookCommand.Checked("--as-of", () => new ImportSettings { AsOf = asOf });
        settings = BookCommand.Checked("--me", () => settings with { Me = [.. parsed.GetValue(me) ?? []] });
        settings = BookCommand.Checked("--region", () => settings with { Region = parsed.GetValue(region) });
        return settings with
        {
            DateOrder = parsed.GetValue(order) is not { } name ? null
                : Orders.TryGetValue(name, out var known) ? known
                : throw new UsageException(
                    "--date-order", $"'{name}' is not an order; it must be one of {string.Join(", ", Orders.Keys)}."),
            Encoding = parsed.GetValue(encoding) is { } text ? EncodingOf(text) : null,
        };
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new UsageException(
                "--encoding", $"'{name}' is not an encoding; it must be one such as utf-8, windows-1252 or shift_jis.");
        }
    }
}
