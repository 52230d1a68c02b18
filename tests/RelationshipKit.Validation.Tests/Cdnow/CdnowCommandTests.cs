using System.Text.Json;

namespace RelationshipKit.Validation.Tests.Cdnow;

public sealed class CdnowCommandTests : IDisposable
{
    // Four customers; the second buys twice on one day, the third in the holdout and after it, the fourth only in the holdout.
    private const string Rows = """
         00004 0001 19970101  2   29.33
         00004 0001 19970118  2   29.73
         00004 0001 19970802  1   14.96
         00004 0001 19980105  1   14.96
         00021 0002 19970111  2   20.00
         00021 0002 19970111  1   10.00

         00050 0003 19970930  1    6.79
         00050 0003 19971001  1    6.79
         00050 0003 19980630  1    6.79
         00050 0003 19980701  1    6.79
         00071 0004 19971213  1   13.97
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Json_SmallTable_CountsAsPrepared()
    {
        var root = Json(folder.Write("small.txt", Rows));

        Assert.Equal("small.txt", root.GetProperty("file").GetString());
        Assert.Equal(11, root.GetProperty("rows").GetInt32());
        Assert.Equal(10, root.GetProperty("purchaseDays").GetInt32());
        Assert.Equal(3, root.GetProperty("customers").GetInt32());
        Assert.Equal(2, root.GetProperty("repeats").GetInt32());
        Assert.Equal(2, root.GetProperty("withoutRepeat").GetInt32());
        Assert.Equal(3, root.GetProperty("holdoutPurchases").GetInt32());
        Assert.Equal(39, root.GetProperty("holdoutWeeks").GetDouble());
    }

    [Fact]
    public void Prepare_SmallTable_MeasuresInUnroundedWeeks()
    {
        var table = Validation.Cdnow.CustomerTable.Read(folder.Write("small.txt", Rows));

        Assert.Equal((2, 213 / 7.0, 272 / 7.0, 1), Numbers(0));
        Assert.Equal((0, 0.0, 262 / 7.0, 0), Numbers(1));
        Assert.Equal((0, 0.0, 0.0, 2), Numbers(2));

        (int, double, double, int) Numbers(int customer)
        {
            var (history, holdout) = table.Customers[customer];
            return (history.Repeats, history.LastDays, history.AgeDays, holdout);
        }
    }

    [Fact]
    public void Json_PublicSample_ReproducesWhatIsPublished()
    {
        if (PublicSample.Path is not { } path)
        {
            return;
        }

        var root = Json(path);
        Assert.Equal(6919, root.GetProperty("rows").GetInt32());
        Assert.Equal(6696, root.GetProperty("purchaseDays").GetInt32());
        Assert.Equal(2357, root.GetProperty("customers").GetInt32());
        Assert.Equal(2457, root.GetProperty("repeats").GetInt32());
        Assert.Equal(1411, root.GetProperty("withoutRepeat").GetInt32());
        Assert.Equal(1882, root.GetProperty("holdoutPurchases").GetInt32());
        Assert.Equal(0.771, root.GetProperty("recencyAuc").GetDouble(), 5e-4);

        // Expected in all, mean absolute error, AUC.
        (double, double, double)[] holdout = [(1653.4, 0.786, 0.757), (1576.7, 0.765, 0.760), (1665.5, 0.755, 0.771)];
        foreach (var (model, i) in root.GetProperty("models").EnumerateArray().Select((model, i) => (model, i)))
        {
            Assert.True(model.GetProperty("converged").GetBoolean());
            Assert.Equal(model.GetProperty("publishedLogLikelihood").GetDouble(), model.GetProperty("logLikelihood").GetDouble(), 0.001);
            Assert.Equal(holdout[i].Item1, model.GetProperty("expectedPurchases").GetDouble(), 0.06);
            Assert.Equal(holdout[i].Item2, model.GetProperty("meanAbsoluteError").GetDouble(), 0.001);
            Assert.Equal(holdout[i].Item3, model.GetProperty("auc").GetDouble(), 5e-4);
            foreach (var parameter in model.GetProperty("parameters").EnumerateArray())
            {
                Assert.Equal(1, parameter.GetProperty("value").GetDouble() / parameter.GetProperty("published").GetDouble(), 5e-4);
            }
        }
    }

    [Fact]
    public void Json_Points_AreThoseOfTheReference() =>
        Assert.All(
            Json(folder.Write("small.txt", Rows)).GetProperty("points").EnumerateArray(),
            point => Assert.InRange(point.GetProperty("largestDifference").GetDouble(), 0, 1e-8));

    [Fact]
    public void Text_Printed_HasFitsHoldoutAndPoints()
    {
        var run = ValidationRun.Of("cdnow", folder.Write("small.txt", Rows));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("small.txt: 11 rows, 10 purchase-days, 3 customers.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Holdout of 39 weeks: 3 purchases.", run.Output, StringComparison.Ordinal);
        Assert.Contains("| pareto-nbd | log-likelihood |", run.Output, StringComparison.Ordinal);
        Assert.Contains("1.22602817", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nobody bought anything by 1997-09-30")]
    [InlineData("1 1 19980101 1 1", "nobody bought anything by 1997-09-30")]
    [InlineData("1 1 19970101 1 1\n1 1 19970230 1 1", "line 2 will not do; a row is MASTER-ID SAMPLE-ID YYYYMMDD UNITS DOLLARS.")]
    [InlineData("1 19970101 1 1", "line 1 will not do")]
    public void BadFile_IsOneLineAndExitCodeTwo(string text, string message)
    {
        var run = ValidationRun.Of("cdnow", folder.Write("bad.txt", text));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsOneLineAndExitCodeTwo()
    {
        var run = ValidationRun.Of("cdnow", Path.Combine(folder.Root, "missing.gz"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(
            "missing.gz: the file cannot be opened for reading.", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static JsonElement Json(string path)
    {
        var run = ValidationRun.Of("cdnow", path, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
