using RelationshipKit.Forecasts;
using RelationshipKit.Validation.Commands;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Defaults;
using Xunit.Abstractions;

namespace RelationshipKit.Validation.Tests.Defaults;

public class DefaultFitTests(ITestOutputHelper output)
{
    // The data are not the project's to pass on: where nobody has put them beside the repository, nothing can be compared.
    [Fact]
    public void FitDefault_ThePublicNetworks_GiveTheEmbeddedRatesToTheByte()
    {
        if (DataFolder() is not { } folder)
        {
            output.WriteLine("Not compared: there is no ../shared/data with the public networks.");
            return;
        }

        using var reader = new StreamReader(
            typeof(RhythmHazard).Assembly.GetManifestResourceStream("RelationshipKit.Forecasts.default-hazard.txt")!);
        Assert.Equal(reader.ReadToEnd(), FitDefaultCommand.TextOf(folder));
    }

    [Fact]
    public void FitDefault_OfMail_GivesTheEmbeddedRatesToTheByte()
    {
        if (DataFolder() is not { } folder)
        {
            output.WriteLine("Not compared: there is no ../shared/data with the public networks.");
            return;
        }

        using var reader = new StreamReader(
            typeof(RhythmHazard).Assembly.GetManifestResourceStream("RelationshipKit.Forecasts.mail-hazard.txt")!);
        Assert.Equal(reader.ReadToEnd(), FitDefaultCommand.MailTextOf(folder));
    }

    [Fact]
    public void Of_TheSameNetworkTwice_HasEvenLevelsAndTheWeightOfNeither()
    {
        var network = NetworkOf(1, 2, 3, 5, 8, 13, 21);
        var fit = DefaultFit.Of([network, network]);

        Assert.All(fit.Levels, level => Assert.Equal(1, level, 1e-12));
        Assert.All(fit.Rates.Chunk(15), row => Assert.Equal(row.OrderDescending(), row));
    }

    [Fact]
    public void Of_AFastAndASlowNetwork_SharesTheShapeAndPartsTheLevels()
    {
        var fit = DefaultFit.Of([NetworkOf(1, 1, 2, 1, 1, 2, 1), NetworkOf(1, 2, 4, 8, 16, 32, 64)]);

        Assert.Equal(1, fit.Levels[0] * fit.Levels[1], 1e-12);
        Assert.True(fit.Levels[0] > 1.25, $"{fit.Levels[0]}");
    }

    // A hundred pairs, each in touch after so many days each time.
    private static NetworkGaps NetworkOf(params int[] gapDays)
    {
        const long Day = 86_400;
        var pairs = Enumerable.Range(0, 100).Select(i =>
        {
            var at = (i * Day) + 1_000L;
            return new Pair(
                i, i + 1_000, [new LoggedContact(at, true), .. gapDays.Select(gap => new LoggedContact(at += gap * Day, gap % 2 == 0))]);
        });
        return NetworkGaps.Of(new EdgeNetwork("made up", [], [.. pairs], 0, 1_000 * Day), 400 * Day);
    }

    private static string? DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RelationshipKit.sln")))
            {
                return folder.Parent is { } parent && File.Exists(Path.Combine(parent.FullName, "shared", "data", "CollegeMsg.txt.gz"))
                    ? Path.Combine(parent.FullName, "shared", "data")
                    : null;
            }
        }

        return null;
    }
}
