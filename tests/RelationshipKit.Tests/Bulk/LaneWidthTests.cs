using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using NodaTime;
using RelationshipKit.Bulk.Grouped;
using RelationshipKit.Numerics;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Tests.Bulk;

/// <summary>The same bits on hardware with fewer vectors, played by processes in which the runtime leaves them out.</summary>
public class LaneWidthTests
{
    private const string DigestFile = "RELATIONSHIPKIT_DIGEST_FILE";

    // .NET 10 reads these names; older ones with the instruction sets spelled out are ignored.
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public void Scores_OfAProcessWithoutTheInstructions_HaveTheSameBits(string switchedOff)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
            {
                ArgumentList =
                {
                    "vstest",
                    typeof(LaneWidthTests).Assembly.Location,
                    $"/TestCaseFilter:FullyQualifiedName~{nameof(Scores_OnTheWidestVectors_AreThoseOfOneNumber)}"
                },
                Environment = { [switchedOff] = "0", [DigestFile] = file },
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            Assert.True(process.ExitCode == 0, output);
            Assert.Equal(Digest(LaneWidths.Widest), File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Scores_OnTheWidestVectors_AreThoseOfOneNumber()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_EnableAVX512") == "0")
        {
            Assert.False(Vector512.IsHardwareAccelerated);
            Assert.NotEqual(LaneWidth.Bits512, LaneWidths.Widest);
        }

        if (Environment.GetEnvironmentVariable("DOTNET_EnableAVX2") == "0")
        {
            Assert.False(Vector512.IsHardwareAccelerated);
            Assert.False(Vector256.IsHardwareAccelerated);
            Assert.Equal(LaneWidth.Bits128, LaneWidths.Widest);
        }

        var digest = Digest(LaneWidths.Widest);
        Assert.Equal(Digest(LaneWidth.Bits64), digest);
        if (Environment.GetEnvironmentVariable(DigestFile) is { } file)
        {
            File.WriteAllText(file, digest);
        }
    }

    private static string Digest(LaneWidth width)
    {
        var random = new Random(20260302);
        var now = Instant.FromUtc(2026, 3, 2, 9, 0);
        var offsets = new int[501];
        for (var i = 0; i < 500; i++)
        {
            offsets[i + 1] = offsets[i] + random.Next(40);
        }

        var instants = new long[offsets[^1]];
        var (kinds, directions) = (new byte[instants.Length], new byte[instants.Length]);
        var known = FoldSettings.Default.Kinds.Count;
        for (var i = 0; i < instants.Length; i++)
        {
            instants[i] = SupportedTime.ToMicros(now) - random.NextInt64(i % 500 == 7 ? 3_000_000_000_000_000 : 150_000_000_000_000);
            (kinds[i], directions[i]) = ((byte)random.Next(known), (byte)random.Next(4));
        }

        for (var i = 0; i < 500; i++)
        {
            Array.Sort(instants, offsets[i], offsets[i + 1] - offsets[i]);
        }

        var scores = new ScoreTable(500);
        new BulkScorer(
            FoldSettings.Default with { Curve = DecayCurve.HalfLife(Duration.FromDays(20)) }, ScoreSettings.Default, DateTimeZone.Utc,
            width).Score(
            new() { Offsets = offsets, Instants = instants, Kinds = kinds, Directions = directions }, now, scores.Columns);
        return Convert.ToHexString(SHA256.HashData(scores.Bits));
    }
}
