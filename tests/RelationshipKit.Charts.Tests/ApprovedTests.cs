namespace RelationshipKit.Charts.Tests;

/// <summary>The pictures of the dozen are those that somebody has looked at.</summary>
/// <remarks>After a change that is meant: run with RELATIONSHIPKIT_APPROVE=1, look at each file that changed, and commit it.</remarks>
public class ApprovedTests
{
    public static TheoryData<string> Names() =>
        [.. Gallery.Draw("dozen", ChartOptions.Default)
            .Select(row => row.Name)
            .Where(name => name is not ("tie1" or "tie2" or "tie3" or "heatmap1" or "heatmap2" or "heatmap3"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Dozen_IsAsApproved(string name)
    {
        var path = Repository.PathOf("tests", "RelationshipKit.Charts.Tests", "Approved", name + ".svg");
        var svg = Gallery.Draw("dozen", ChartOptions.Default).Single(row => row.Name == name).Chart.ToSvg();
        if (Environment.GetEnvironmentVariable("RELATIONSHIPKIT_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, svg);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), svg);
    }

    // What the pages show are pictures of the tests, byte for byte.
    [Theory]
    [InlineData("README.md", "docs/pictures/", "tie.svg", "tie0.svg")]
    [InlineData("docs/planning.md", "pictures/", "circles.svg", "circles.svg")]
    public void Pages_ShowApprovedPictures(string page, string folder, string shown, string approved)
    {
        Assert.Contains($"]({folder}{shown})", Repository.ReadText(page.Split('/')), StringComparison.Ordinal);
        Assert.Equal(
            Repository.ReadText("tests", "RelationshipKit.Charts.Tests", "Approved", approved),
            Repository.ReadText("docs", "pictures", shown));
    }
}
