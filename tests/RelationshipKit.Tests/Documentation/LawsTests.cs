using System.Text.RegularExpressions;

namespace RelationshipKit.Tests.Documentation;

/// <summary>The list of laws in tests/README.md is that of the laws in the code, each with a mutant it catches.</summary>
public partial class LawsTests
{
    [Fact]
    public void Laws_InTheCode_AreThoseOfTheList()
    {
        var laws = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(
                path => Law()
                    .Matches(File.ReadAllText(path))
                    .Select(law => $"{Path.GetFileNameWithoutExtension(path)}.{law.Groups["name"].Value}"));

        Assert.Equal(laws.Order(StringComparer.Ordinal), Listed().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Mutants_OfTheScript_AreOfListedLawsAndHaveOnePlaceInTheCode()
    {
        var mutants = Planted().ToArray();
        var laws = Listed().ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(mutants);
        Assert.Empty(
            from mutant in mutants
            let places = laws.Contains(mutant.Law) ? Repository.ReadText(mutant.File.Split('/')).Split(mutant.Old).Length - 1 : -1
            where places != 1 || mutant.Old == mutant.New
            select $"{mutant.Law}: {(places < 0 ? "not a law of the list" : $"{places} places in {mutant.File}")}");
    }

    // What plant-mutants.sh reads: the law, the file, and the lines before and after.
    private static IEnumerable<(string Law, string File, string Old, string New)> Planted() =>
        from mutant in Repository.ReadText("tests", "mutants.txt").Split("\nlaw ").Skip(1)
        let lines = mutant.Split('\n')
        select (
            lines[0],
            lines.Single(line => line.StartsWith("in ", StringComparison.Ordinal))[3..],
            string.Join('\n', lines.Where(line => line.StartsWith('-')).Select(line => line[1..])),
            string.Join('\n', lines.Where(line => line.StartsWith('+')).Select(line => line[1..])));

    private static IEnumerable<string> Listed()
    {
        var group = "";
        foreach (var line in Repository.ReadText("tests", "README.md").Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                group = heading.Groups["name"].Value;
            }
            else if (Row().Match(line) is { Success: true } row)
            {
                yield return $"{group}.{row.Groups["name"].Value}";
            }
        }
    }

    [GeneratedRegex(@"^ *\[Property[^\n]*\]\s*public (?:async )?[\w<>]+ (?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Law();

    [GeneratedRegex("^### `(?<name>\\w+)`$")]
    private static partial Regex Heading();

    // The mutant must be told in words.
    [GeneratedRegex(@"^\| `(?<name>\w+)` \| [^|]{20,} \|$")]
    private static partial Regex Row();
}
