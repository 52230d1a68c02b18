using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RelationshipKit.Tests.Conventions;

/// <summary>The texts that programs show keep to plain English, as far as a search can tell.</summary>
public partial class PlainEnglishConventionTests
{
    [Fact]
    public void Texts_OfSourcesAndSamples_ArePlain() =>
        Assert.Empty(
            from folder in (string[])["src", "samples"]
            from path in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
            from text in Twisted(File.ReadAllText(path))
            select $"{Path.GetFileName(path)}: {text}");

    [Theory]
    [InlineData("""var text = "It is UTC unless said otherwise.";""", true)]
    [InlineData("""var text = $"'{name}' is no channel.";""", true)]
    [InlineData("""var text = "The bytes are no state.";""", true)]
    [InlineData("""var text = "Ask anew.";""", true)]
    [InlineData("""var text = $"'{name}' does not do; it must be a number.";""", true)]
    [InlineData("""var text = "There is no book here.";""", false)]
    [InlineData("""var text = "The answer is no longer known.";""", false)]
    [InlineData("""var text = "Renew it."; // anew, and is no text""", false)]
    public void Twisted_PlantedText_IsSeen(string source, bool isSeen) => Assert.Equal(isSeen, Twisted(source).Any());

    // Of interpolated strings the parts between the holes; comments are not texts.
    private static IEnumerable<string> Twisted(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
            .Select(token => token.ValueText)
            .Where(text => Twist().IsMatch(text));

    [GeneratedRegex(
        @"unless said otherwise|\banew\b|\bdoes not do\b(?! )|(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Twist();
}
