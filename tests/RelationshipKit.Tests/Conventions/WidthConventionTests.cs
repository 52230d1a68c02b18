using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RelationshipKit.Tests.Conventions;

/// <summary>No line is wider than a screen, but for those that cannot be broken: a long text, and what a mutant replaces.</summary>
public partial class WidthConventionTests
{
    private const int Most = 140;

    // A text that is shorter can go on a line of its own.
    private const int LongText = 40;

    private static readonly string[] Folders = ["src", "samples", "benchmarks", "tests", "seeds"];

    private static readonly string[] Planted =
    [
        .. Repository.ReadText("tests", "mutants.txt").Split('\n').Where(line => line.StartsWith('-')).Select(line => line[1..].Trim())
            .Where(text => text.Length > 6),
    ];

    [Fact]
    public void Code_StaysWithin140Columns() =>
        Assert.Empty(
            from folder in Folders
            from path in Files(folder, "*.cs")
            from line in Wide(File.ReadAllText(path))
            where !Planted.Any(line.Contains)
            select $"{Path.GetFileName(path)}: {line.Trim()}");

    [Fact]
    public void Markdown_StaysWithin140Columns() =>
        Assert.Empty(
            from folder in (string[])["docs", ".github", .. Folders]
            from path in Files(folder, "*.md").Concat(Directory.EnumerateFiles(Repository.PathOf(), "*.md")).Distinct()
            where !path.Contains($"benchmarks{Path.DirectorySeparatorChar}results", StringComparison.Ordinal)
            from line in WideProse(File.ReadAllText(path))
            select $"{Path.GetFileName(path)}: {line.Trim()}");

    [Theory]
    [InlineData("class A { int a = 1; }", false)]
    [InlineData("class A { int Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa = 1; int Bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb = 2; int Cccccccccccccccccccccccccccccccccc = 3; }", true)]
    [InlineData("// aaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("class A { string a = \"aaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaaa\"; }", false)]
    public void Wide_PlantedLine_IsSeen(string source, bool isSeen) => Assert.Equal(isSeen, Wide(source).Any());

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Repository.PathOf(folder))
            ? Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
                .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"))
            : [];

    private static IEnumerable<string> Wide(string source)
    {
        var lines = source.Split('\n');
        if (lines.All(line => line.Length <= Most))
        {
            return [];
        }

        var tree = CSharpSyntaxTree.ParseText(source);
        var texts = tree.GetRoot().DescendantNodes()
            .Where(node => node.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression
                or SyntaxKind.InterpolatedStringExpression)
            .Where(node => node.Span.Length >= LongText)
            .Select(node => tree.GetLineSpan(node.Span))
            .SelectMany(span => Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1))
            .ToHashSet();
        return lines.Where((line, number) => line.Length > Most && !texts.Contains(number));
    }

    // Tables, what a program printed, and a link or a command that is one word cannot be broken.
    private static IEnumerable<string> WideProse(string text)
    {
        var isFenced = false;
        foreach (var line in text.Split('\n'))
        {
            isFenced ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (line.Length > Most && !isFenced && !line.TrimStart().StartsWith('|') && Words().Replace(line, "").Length > LongText)
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex(@"`[^`]*`|!?\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Words();
}
