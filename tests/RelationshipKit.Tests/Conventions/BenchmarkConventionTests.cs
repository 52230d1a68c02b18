using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RelationshipKit.Tests.Conventions;

/// <summary>
/// The promises benchmarks keep: each with a baseline, its memory counted, its result returned, named where users look, and its table up to
/// date.
/// </summary>
public partial class BenchmarkConventionTests
{
    private static readonly string Project = Repository.PathOf("benchmarks", "RelationshipKit.Benchmarks");
    private static readonly string Readme = Repository.ReadText("benchmarks", "README.md");
    private static readonly ClassDeclarationSyntax[] Classes =
        [.. Directory.EnumerateFiles(Project, "*Benchmarks.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(path => ClassesOf(File.ReadAllText(path)))];

    [Fact]
    public void Classes_CountMemory()
    {
        Assert.NotEmpty(Classes);
        Assert.All(Classes, type => Assert.True(Has(type, "MemoryDiagnoser"), $"{NameOf(type)} has no [MemoryDiagnoser]"));
    }

    [Fact]
    public void Classes_HaveOneBaselineInEachCategory() => Assert.Empty(Classes.SelectMany(Unbased));

    [Fact]
    public void Classes_WithCategories_CompareWithinThem() => Assert.All(
        Classes.Where(type => BenchmarksOf(type).Select(CategoryOf).Distinct().Count() > 1),
        type => Assert.True(Has(type, "GroupBenchmarksBy"), $"{NameOf(type)} has categories and no [GroupBenchmarksBy]"));

    // What is not returned may be left out by the compiler.
    [Fact]
    public void Methods_ReturnTheirResult() => Assert.Empty(
        from type in Classes
        from method in BenchmarksOf(type)
        where method.ReturnType.ToString() == "void"
        select $"{NameOf(type)}.{method.Identifier.Text} returns nothing");

    [Theory]
    [InlineData("[Benchmark] public int One() => 1; [Benchmark] public int Two() => 2;", 1)]
    [InlineData("[Benchmark(Baseline = true)] public int One() => 1; [Benchmark(Baseline = true)] public int Two() => 2;", 1)]
    [InlineData(
        """[Benchmark(Baseline = true)] [BenchmarkCategory("a")] public int One() => 1; [Benchmark] [BenchmarkCategory("b")] public int Two() => 2;""",
        1)]
    [InlineData(
        """[Benchmark(Baseline = true)] [BenchmarkCategory("a")] public int One() => 1; [Benchmark(Baseline = true)] [BenchmarkCategory("b")] public int Two() => 2;""",
        0)]
    public void Unbased_PlantedClass_IsSeen(string members, int expected) =>
        Assert.Equal(expected, ClassesOf($"public class PlantedBenchmarks {{ {members} }}").SelectMany(Unbased).Count());

    [Fact]
    public void Readme_NamesEveryClass() =>
        Assert.All(Classes, type => Assert.Contains($"| `{NameOf(type)}` |", Readme, StringComparison.Ordinal));

    [Fact]
    public void Cadences_EveryStockPolicyIsMeasured()
    {
        var source = Repository.ReadText("benchmarks", "RelationshipKit.Benchmarks", "Cadences", "CadenceBenchmarks.cs");

        Assert.All(
            typeof(Cadence).GetMethods().Where(method => method.IsStatic && !method.IsSpecialName).Select(
                method => $"Cadence.{method.Name}(").Append("Cadence.Never").Distinct(),
            name => Assert.Contains(name, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_AreOfTheBenchmarksThereAre() => Assert.All(Tables(), table =>
    {
        var type = Assert.Single(Classes, type => NameOf(type) == Path.GetFileNameWithoutExtension(table));
        var measured = File.ReadLines(table).Where(
            line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|')[1].Trim(' ', '*')).Where(name => name.Length > 0);

        Assert.Equal(
            BenchmarksOf(type).Select(method => method.Identifier.Text).Order(StringComparer.Ordinal),
            measured.Distinct().Order(StringComparer.Ordinal));
    });

    // A run that was cut short leaves some out.
    [Fact]
    public void Tables_AreOfEveryClass() => Assert.Equal(Classes.Length, Tables().Length);

    [Fact]
    public void Tables_NameNoPathOfAMachine() =>
        Assert.All(Tables(), table => Assert.DoesNotMatch(PathOfAMachine(), File.ReadAllText(table)));

    private static string[] Tables() => Directory.GetFiles(Repository.PathOf("benchmarks", "results", "speed"), "*.md");

    private static IEnumerable<string> Unbased(ClassDeclarationSyntax type) =>
        from category in BenchmarksOf(type).GroupBy(CategoryOf)
        let baselines = category.Count(IsBaseline)
        where baselines != 1
        select $"{NameOf(type)} has {baselines} baselines in '{category.Key}'";

    private static ClassDeclarationSyntax[] ClassesOf(string source) =>
        [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Where(
            type => BenchmarksOf(type).Length > 0)];

    private static MethodDeclarationSyntax[] BenchmarksOf(ClassDeclarationSyntax type) =>
        [.. type.Members.OfType<MethodDeclarationSyntax>().Where(method => Has(method, "Benchmark"))];

    private static string NameOf(ClassDeclarationSyntax type) => type.Identifier.Text;

    private static bool IsBaseline(MethodDeclarationSyntax method) =>
        Find(method, "Benchmark")?.ArgumentList?.Arguments.Any(argument => argument.ToString() == "Baseline = true") == true;

    private static string CategoryOf(MethodDeclarationSyntax method) =>
        Find(method, "BenchmarkCategory")?.ArgumentList?.Arguments.ToString() ?? "";

    private static bool Has(MemberDeclarationSyntax member, string attribute) => Find(member, attribute) is not null;

    private static AttributeSyntax? Find(MemberDeclarationSyntax member, string attribute) =>
        member.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(found => found.Name.ToString() == attribute);

    [GeneratedRegex(@"[/\\]\w+[/\\]")]
    private static partial Regex PathOfAMachine();
}
