using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RelationshipKit.Tests.Conventions;

/// <summary>The promises the sources keep: data flows up the floors, and nothing reads a clock or throws dice.</summary>
public partial class SourceConventionTests
{
    // Lowest first; folders of one row do not name each other either.
    private static readonly string[][] Floors =
    [
        ["Numerics"],
        ["Time"],
        ["Contacts"],
        ["Touchpoints"],
        ["Ties"],
        ["Forecasts"],
        ["Scoring"],
        ["Bulk"],
        ["Bulk/Grouped", "Bulk/Tables"],
        ["Cadences"],
        ["Planning/Solving", "Planning/Favours"],
        ["Planning/Introductions"],
        ["Planning/Weeks"],
        ["Planning/Simulation", "Planning/Workload"],
        ["Planning/Briefs", "Planning/Health"],
        ["Serialization"],
        ["Books"],
        ["Storage"],
        ["DependencyInjection"],
    ];

    // Types of the first hour, found with one using whatever their folder. The converter is an attribute of values on every floor.
    private static readonly string[] RootTypes =
    [
        "BookChange", "BookChangeAction", "BookChangeJson", "BookChangeKind", "BookRefusal", "BookRefusalReason", "BookRefusedException",
        "BookUpdate",
        "Cadence", "CadenceContext", "CadenceWindow", "Channel", "Circle", "Contact", "ContactId", "ContactNotFoundException",
        "ContactState", "Direction",
        "DueContact", "EnumJsonConverter", "ErasureReport", "Facet", "Gesture", "ICadencePolicy", "Outcome", "PartialDate",
        "RelationshipBook", "RelationshipBookFactory",
        "RelationshipScore", "Strength", "Touchpoint", "TouchpointKey", "ValueJsonConverter",
    ];

    private static readonly string[] Unsteady =
        [
            "SystemClock", "IClock", "Stopwatch", "Random", "RandomNumberGenerator", "TimeProvider", "NewGuid", "TickCount", "TickCount64",
            "UtcNow"
        ];

    private static readonly string[] Projects = ["RelationshipKit", "RelationshipKit.Interchange", "RelationshipKit.Testing"];

    [Fact]
    public void Floors_NeverNameOneAbove()
    {
        var compilation = Compile(SourcesOf("RelationshipKit"));

        Assert.Empty(
            from tree in compilation.SyntaxTrees
            let model = compilation.GetSemanticModel(tree)
            let home = FolderOf(tree.FilePath)
            from name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
            let symbol = model.GetSymbolInfo(name).Symbol
            let used = FolderOf(symbol)
            where used is not null && used != home && symbol.Name is not ("ValueJsonConverter" or "EnumJsonConverter")
                && FloorOf(used) >= FloorOf(home)
            select $"{Path.GetFileName(tree.FilePath)} ({home}) names {name} of {used}");
    }

    [Fact]
    public void Floors_PlantedUpwardReference_IsSeen()
    {
        var compilation = Compile(
        [
            (Repository.PathOf("src", "RelationshipKit", "Numerics", "Low.cs"), "namespace RelationshipKit { class Low { High? Up; } }"),
            (Repository.PathOf("src", "RelationshipKit", "Ties", "High.cs"), "namespace RelationshipKit { class High { } }"),
        ]);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);

        Assert.Contains(
            tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>(),
            name => FolderOf(model.GetSymbolInfo(name).Symbol) is { } used && FloorOf(used) > FloorOf("Numerics"));
    }

    [Fact]
    public void Namespaces_EqualFolders()
    {
        foreach (var project in Projects)
        {
            foreach (var (path, text) in SourcesOf(project))
            {
                var folder = Path.GetDirectoryName(Path.GetRelativePath(Repository.PathOf("src", project), path))!;
                var expected = folder.Length == 0 ? project : $"{project}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
                var actual = NamespaceOf(CSharpSyntaxTree.ParseText(text));

                // Extensions of the container live where its users already look.
                var isRoot = project == "RelationshipKit" && RootTypes.Contains(Path.GetFileName(path).Split('.')[0]);
                Assert.True(
                    actual == (isRoot ? project : expected) || actual == "Microsoft.Extensions.DependencyInjection",
                    $"{path} declares {actual}");
            }
        }
    }

    [Fact]
    public void Sources_ReadNoClockAndThrowNoDice() =>
        Assert.Empty(
            from source in Projects.SelectMany(SourcesOf)
            from token in CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantTokens()
            where token.IsKind(SyntaxKind.IdentifierToken) && Unsteady.Contains(token.Text)
                && !(token.Text == "Stopwatch" && IsMeasuring(source.Path))
                && !(token.Text == "RandomNumberGenerator" && IsSecret(source.Path))
            select $"{Path.GetFileName(source.Path)} names {token.Text}");

    // How long an answer took is told to listeners and is never part of an answer.
    private static bool IsMeasuring(string path) => Path.GetFileName(path) == "Question.cs";

    // A key that nobody knows keeps a file from making two of its rows look alike; what is read does not depend on it.
    private static bool IsSecret(string path) => Path.GetFileName(path) == "Fingerprint.cs";

    [Fact]
    public void Sources_HaveOnePublicTypeAFile() =>
        Assert.Empty(
            from source in Projects.SelectMany(SourcesOf)
            let types = CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantNodes()
                .OfType<BaseTypeDeclarationSyntax>()
                .Where(type => type.Parent is BaseNamespaceDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword))
                .Select(type => type.Identifier.Text)
                .ToArray()
            where types.Length > 1 || (types.Length == 1 && types[0] != Path.GetFileNameWithoutExtension(source.Path).Split('.')[0])
            select $"{Path.GetFileName(source.Path)} publishes {string.Join(", ", types)}");

    [Fact]
    public void Sources_LeaveNothingUnfinished() =>
        Assert.Empty(
            from source in Projects.SelectMany(SourcesOf)
            where Unfinished().IsMatch(source.Text)
            select Path.GetFileName(source.Path));

    private static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> sources) =>
        CSharpCompilation.Create(
            "Sources",
            sources.Select(source => CSharpSyntaxTree.ParseText(
                source.Text,
                CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.Diagnose),
                source.Path)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("RelationshipKit", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static (string Path, string Text)[] SourcesOf(string project) =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src", project), "*.cs", SearchOption.AllDirectories)
            .Where(
                path => !Path.GetRelativePath(Repository.PathOf("src", project), path)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(path)))];

    private static string NamespaceOf(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Single().Name.ToString();

    // Null for what is none of ours.
    private static string? FolderOf(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        return type is { IsTupleType: false, Locations: [{ IsInSource: true, SourceTree: { } tree }, ..] } ? FolderOf(tree.FilePath) : null;
    }

    private static string FolderOf(string path) =>
        Path.GetDirectoryName(Path.GetRelativePath(Repository.PathOf("src", "RelationshipKit"), path))!
            .Replace(Path.DirectorySeparatorChar, '/');

    private static int FloorOf(string name)
    {
        var floor = Array.FindIndex(Floors, row => row.Contains(name));
        return floor >= 0 ? floor : throw new InvalidOperationException($"{name} is on no floor; add it to the list, at its height.");
    }

    [GeneratedRegex("TODO|FIXME|HACK|NotImplementedException|#pragma warning disable")]
    private static partial Regex Unfinished();
}
