using System.Text.RegularExpressions;
using RelationshipKit.Tests.Conventions;

namespace RelationshipKit.Tests.Documentation;

/// <summary>Each principle in seeds/README.md is carried by a type the package publishes.</summary>
public partial class PrinciplesTests
{
    [Fact]
    public void Principles_AllTen_AreCarriedByPublicTypesOfTheCore()
    {
        var carriers = Row().Matches(Repository.ReadText("seeds", "README.md").Split("## Principles")[1])
            .Select(row => row.Groups["type"].Value)
            .ToArray();

        Assert.Equal(10, carriers.Length);
        Assert.Subset(PublicApi.Core.GetExportedTypes().Select(type => type.Name).ToHashSet(), carriers.ToHashSet());
    }

    [GeneratedRegex(@"^\|[^|]+\| `(?<type>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
